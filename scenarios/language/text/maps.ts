/** Ways to put fields together: groups, exactly one of several keys, one or many, a map from names. */
import { z } from "zod";
import { FREE_KEYS } from "./json-schema.ts";
import { NAME } from "./names.ts";
import { type Fields, isField, type Nested } from "./tables.ts";

interface GroupOptions {
  /** A preset can supply the values: none of them is required. */
  readonly presettable?: boolean;
  /** Of these keys exactly one is given. */
  readonly oneOf?: readonly string[];
}

/** A map with these fields. A field is required if it has no default, unless a preset can supply it. */
export function group(fields: Fields, about: string, more: Record<string, z.ZodType> = {}, options: GroupOptions = {}): z.ZodType {
  const { oneOf, ...nestedOptions } = options;
  const shape: Record<string, z.ZodType> = {};
  for (const [key, entry] of Object.entries(fields)) {
    if (isField(entry)) shape[key] = options.presettable || entry.fallback !== undefined ? entry.schema.optional() : entry.schema;
    else shape[key] = nestedGroup(entry, nestedOptions);
  }
  if (oneOf === undefined) return z.strictObject({ ...more, ...shape }).meta({ description: about, ...FREE_KEYS });
  const all: Record<string, z.ZodType> = { ...more, ...shape };
  const [alternatives, others] = [true, false].map((is) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => oneOf.includes(key) === is)),
  ) as [typeof all, typeof all];
  return exactlyOne(alternatives, about, others);
}

function nestedGroup({ about, fields }: Nested<Fields>, options: GroupOptions): z.ZodType {
  const schema = group(fields, about, {}, options);
  const required = Object.values(fields).some((entry) => isField(entry) && entry.fallback === undefined);
  return required && !options.presettable ? schema : schema.optional();
}

/** A map with exactly one of `shapes`, and `others` beside it. */
export function exactlyOne(shapes: Record<string, z.ZodType>, about: string, others: Record<string, z.ZodType> = {}): z.ZodType {
  const names = Object.keys(shapes);
  const optional = Object.fromEntries(names.map((name) => [name, (shapes[name] as z.ZodType).optional()]));
  return z
    .strictObject({ ...optional, ...others })
    .refine((value) => names.filter((name) => given(value, name)).length === 1, { params: { exactlyOne: names }, when: () => true })
    .meta({ description: about, ...FREE_KEYS, oneOf: names.map((name) => ({ required: [name] })) });
}

/** One, or a list of them. */
export function oneOrMany(schema: z.ZodType, about: string): z.ZodType {
  return z.union([schema, z.array(schema).min(1)]).meta({ description: about });
}

/** A map from names, chosen by the author, to one thing each. */
export function named(value: z.ZodType, about: string): z.ZodType {
  return z
    .record(z.string(), value)
    .refine((map) => Object.keys(map).length > 0, { params: { problem: { message: "this map is empty", expected: "at least one entry" } } })
    .meta({ description: about, propertyNames: { pattern: NAME.source }, minProperties: 1 });
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether the map `value` has something under `key`. */
export const given = (value: unknown, key: string): boolean => isMap(value) && value[key] !== undefined;
