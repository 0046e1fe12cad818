/** From the schema that checks a file to the JSON Schema (draft-07) that editors and the reference page read. */
import { z } from "zod";
export type JsonSchema = Readonly<Record<string, unknown>>;
/** JSON Schema of what may be written. */
export declare function toJsonSchema(schema: z.ZodType): JsonSchema;
/** A schema with what its readers want to know; `form` is what may be written where zod can't tell. */
export declare function described(schema: z.ZodType, about: string, example?: unknown, fallback?: unknown, form?: JsonSchema): z.ZodType;
/** Keys `x-...` are free everywhere: notes, and anchors to reuse. */
export declare const FREE_KEYS: {
    patternProperties: {
        "^x-": {};
    };
};
