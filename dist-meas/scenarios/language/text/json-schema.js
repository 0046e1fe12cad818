/** From the schema that checks a file to the JSON Schema (draft-07) that editors and the reference page read. */
import { z } from "zod";
/** zod drops `examples` and `default` of values that it transforms; under these names they survive until the end. */
const EXAMPLE = "exampleValue";
const DEFAULT = "defaultValue";
/** JSON Schema of what may be written. */
export function toJsonSchema(schema) {
    return z.toJSONSchema(schema, {
        io: "input",
        target: "draft-7",
        reused: "inline",
        override: ({ jsonSchema }) => {
            const { [EXAMPLE]: example, [DEFAULT]: fallback } = jsonSchema;
            delete jsonSchema[EXAMPLE];
            delete jsonSchema[DEFAULT];
            if (example !== undefined)
                jsonSchema.examples = [example];
            if (fallback !== undefined)
                jsonSchema.default = fallback;
        },
    });
}
/** A schema with what its readers want to know; `form` is what may be written where zod can't tell. */
export function described(schema, about, example, fallback, form = {}) {
    return schema.meta({
        description: about,
        ...form,
        ...(example === undefined ? {} : { [EXAMPLE]: example }),
        ...(fallback === undefined ? {} : { [DEFAULT]: fallback }),
    });
}
/** Keys `x-...` are free everywhere: notes, and anchors to reuse. */
export const FREE_KEYS = { patternProperties: { "^x-": {} } };
