/** A value of several kinds, each with parameters of its own: written as a map with the name of the kind, or short, as one value alone. */
import { z } from "zod";
import { type Field, unknownWord } from "./fields.ts";
import { described } from "./json-schema.ts";
import { exactlyOne, given, group, isMap } from "./maps.ts";
import type { Parsed } from "./problem.ts";
import type { Nested } from "./tables.ts";

/** A field for each parameter of `Spec`, which says under `Tag` what kind it is. */
type Parameters<Spec, Tag extends keyof Spec> = { readonly [Key in Exclude<keyof Spec, Tag>]: Field<Spec[Key]> };

/** One entry for each kind of `Spec`: what it is, and its parameters. */
export type Variants<Spec extends Readonly<Record<Tag, string>>, Tag extends keyof Spec> = {
  readonly [Kind in Spec[Tag]]: Nested<Parameters<Extract<Spec, Readonly<Record<Tag, Kind>>>, Tag>>;
};

/** `short` is the kind that is meant by a value alone, which is its only parameter; it is also how that kind is formatted. */
export function variants<Spec extends Readonly<Record<Tag, string>>, Tag extends keyof Spec & string>(
  tag: Tag,
  table: Variants<Spec, Tag>,
  short: Spec[Tag],
  description: { readonly about: string; readonly example: unknown },
): Field<Spec> {
  const kinds = new Map(Object.entries(table as unknown as Record<string, Nested<Record<string, Field<unknown>>>>));
  const fieldsOf = (kind: string) => Object.entries(kinds.get(kind)?.fields ?? {});
  const [[shortKey, shortField]] = fieldsOf(short) as [[string, Field<unknown>]];
  const { about, example } = description;
  const maps = exactlyOne(Object.fromEntries([...kinds].map(([kind, entry]) => [kind, group(entry.fields, entry.about)])), about);

  function parse(raw: unknown): Parsed<Spec> {
    const kind = isMap(raw) ? [...kinds.keys()].find((each) => given(raw, each)) : short;
    if (kind === undefined) return { problem: unknownWord(Object.keys(raw as object)[0], [...kinds.keys()], tag) };
    const written = isMap(raw) ? raw[kind] : { [shortKey]: raw };
    const spec: Record<string, unknown> = { [tag]: kind };
    for (const [key, field] of fieldsOf(kind)) {
      const parsed = field.parse((isMap(written) ? written[key] : undefined) ?? field.fallback);
      if ("problem" in parsed) {
        const { message } = parsed.problem;
        return { problem: { ...parsed.problem, message: isMap(raw) ? `${kind}.${key}: ${message}` : message } };
      }
      spec[key] = parsed.value;
    }
    return { value: spec as Spec };
  }

  function format(spec: Spec): string {
    const values = spec as unknown as Record<string, unknown>;
    if (spec[tag] === short) return shortField.format(values[shortKey]);
    return [spec[tag], ...fieldsOf(spec[tag]).map(([key, field]) => `${key} ${field.format(values[key])}`)].join(", ");
  }

  // The form is checked by the schema, which says where in the map something is wrong.
  return { schema: described(z.union([shortField.schema, maps]), about, example), fallback: undefined, parse, format };
}
