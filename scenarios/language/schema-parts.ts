/** Ways to put fields together: groups, exactly one of several keys, one or many, a name or a map. */
import { z } from "zod";
import { type Fields, isField } from "./components.ts";

/** Keys `x-...` are free everywhere: notes, and anchors to reuse. */
const free = { patternProperties: { "^x-": {} } };

/** A map with these fields. A field is required if it has no default, unless a preset can supply it. */
export function group(
  fields: Fields,
  about: string,
  more: Record<string, z.ZodType> = {},
  options: { presettable?: boolean } = {},
): z.ZodType {
  const shape: Record<string, z.ZodType> = {};
  for (const [key, entry] of Object.entries(fields)) {
    if (isField(entry)) shape[key] = options.presettable || entry.fallback !== undefined ? entry.schema.optional() : entry.schema;
    else shape[key] = groupOf(key, entry, options);
  }
  return z.strictObject({ ...more, ...shape }).meta({ description: about, ...free });
}

function groupOf(key: string, fields: Fields, options: { presettable?: boolean }): z.ZodType {
  const schema = group(fields, GROUPS[key] ?? key, {}, options);
  const required = Object.values(fields).some((entry) => isField(entry) && entry.fallback === undefined);
  return required && !options.presettable ? schema : schema.optional();
}

/** What the nested groups are, for the reference. */
const GROUPS: Readonly<Record<string, string>> = {
  cpu: "The processor.",
  slices: "The scheduler `slices`: times of the kernel's tunables.",
  mmu: "Memory management unit, TLB and page faults.",
  tlb: "Entries of the data TLB, by level and page size.",
  nic: "Network interface.",
  radio: "Radio channel, as of Wi-Fi; left out, the network has wires.",
  writeCache: "Fast cells or memory of a flash disk that take a burst of writes.",
  mechanics: "Moving parts; left out, the disk is flash.",
  system: "The host's own kernel and services.",
  memory: "Memory that the application needs, without a language runtime.",
  traps: "Cost of leaving and entering a guest, by processor family.",
  arm64: "64-bit Arm.",
  x86_64: "64-bit x86.",
  replications: "How many runs.",
};

/** A map with exactly one of `shapes`, and `others` beside it. */
export function exactlyOne(shapes: Record<string, z.ZodType>, about: string, others: Record<string, z.ZodType> = {}): z.ZodType {
  const names = Object.keys(shapes);
  const optional = Object.fromEntries(names.map((name) => [name, (shapes[name] as z.ZodType).optional()]));
  return z
    .strictObject({ ...optional, ...others })
    .refine((value) => names.filter((name) => given(value, name)).length === 1, { params: { exactlyOne: names }, when: () => true })
    .meta({ description: about, ...free, oneOf: names.map((name) => ({ required: [name] })) });
}

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One, or a list of them. */
export function oneOrMany(schema: z.ZodType, about: string): z.ZodType {
  return z.union([schema, z.array(schema).min(1)]).meta({ description: about });
}

/** Whether the map `value` has something under `key`. */
export const given = (value: unknown, key: string): boolean => isMap(value) && value[key] !== undefined;
