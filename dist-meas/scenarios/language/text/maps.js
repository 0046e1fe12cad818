/** Ways to put fields together: groups, exactly one of several keys, one or many, a map from names. */
import { z } from "zod";
import { FREE_KEYS } from "./json-schema.js";
import { NAME } from "./names.js";
import { isField } from "./tables.js";
/** A map with these fields. A field is required if it has no default, unless a preset can supply it. */
export function group(fields, about, more = {}, options = {}) {
    const shape = {};
    for (const [key, entry] of Object.entries(fields)) {
        if (isField(entry))
            shape[key] = options.presettable || entry.fallback !== undefined ? entry.schema.optional() : entry.schema;
        else
            shape[key] = nestedGroup(entry, options);
    }
    return z.strictObject({ ...more, ...shape }).meta({ description: about, ...FREE_KEYS });
}
function nestedGroup({ about, fields }, options) {
    const schema = group(fields, about, {}, options);
    const required = Object.values(fields).some((entry) => isField(entry) && entry.fallback === undefined);
    return required && !options.presettable ? schema : schema.optional();
}
/** A map with exactly one of `shapes`, and `others` beside it. */
export function exactlyOne(shapes, about, others = {}) {
    const names = Object.keys(shapes);
    const optional = Object.fromEntries(names.map((name) => [name, shapes[name].optional()]));
    return z
        .strictObject({ ...optional, ...others })
        .refine((value) => names.filter((name) => given(value, name)).length === 1, { params: { exactlyOne: names }, when: () => true })
        .meta({ description: about, ...FREE_KEYS, oneOf: names.map((name) => ({ required: [name] })) });
}
/** One, or a list of them. */
export function oneOrMany(schema, about) {
    return z.union([schema, z.array(schema).min(1)]).meta({ description: about });
}
/** A map from names, chosen by the author, to one thing each. */
export function named(value, about) {
    return z
        .record(z.string(), value)
        .refine((map) => Object.keys(map).length > 0, { params: { problem: { message: "this map is empty", expected: "at least one entry" } } })
        .meta({ description: about, propertyNames: { pattern: NAME.source }, minProperties: 1 });
}
export const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** Whether the map `value` has something under `key`. */
export const given = (value, key) => isMap(value) && value[key] !== undefined;
