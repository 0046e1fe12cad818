/** From the schema that checks a file to the JSON Schema (draft-07) that editors and the reference page read. */
import { z } from "zod";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** zod drops `examples` and `default` of values that it transforms; under these names they survive until the end. */
const EXAMPLE = "exampleValue";
const DEFAULT = "defaultValue";

/** JSON Schema of what may be written. */
export function toJsonSchema(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, {
    io: "input",
    target: "draft-7",
    reused: "inline",
    override: ({ jsonSchema }) => {
      const { [EXAMPLE]: example, [DEFAULT]: fallback } = jsonSchema as Record<string, unknown>;
      delete (jsonSchema as Record<string, unknown>)[EXAMPLE];
      delete (jsonSchema as Record<string, unknown>)[DEFAULT];
      if (example !== undefined) jsonSchema.examples = [example] as never;
      if (fallback !== undefined) jsonSchema.default = fallback as never;
    },
  }) as JsonSchema;
}

/** A schema with what its readers want to know; `form` is what may be written where zod can't tell. */
export function described(schema: z.ZodType, about: string, example?: unknown, fallback?: unknown, form: JsonSchema = {}): z.ZodType {
  return schema.meta({
    description: about,
    ...form,
    ...(example === undefined ? {} : { [EXAMPLE]: example }),
    ...(fallback === undefined ? {} : { [DEFAULT]: fallback }),
  });
}

/** Keys `x-...` are free everywhere: notes, and anchors to reuse. */
export const FREE_KEYS = { patternProperties: { "^x-": {} } };
