/** A value of several kinds, each with parameters of its own: written as a map with the name of the kind, or short, as one value alone. */
import { z } from "zod";
import { unknownWord } from "./fields.js";
import { described } from "./json-schema.js";
import { exactlyOne, given, group, isMap } from "./maps.js";
/** `short` is the kind that is meant by a value alone, which is its only parameter; it is also how that kind is formatted. */
export function variants(tag, table, short, description) {
    const kinds = new Map(Object.entries(table));
    const fieldsOf = (kind) => Object.entries(kinds.get(kind)?.fields ?? {});
    const [[shortKey, shortField]] = fieldsOf(short);
    const { about, example } = description;
    const maps = exactlyOne(Object.fromEntries([...kinds].map(([kind, entry]) => [kind, group(entry.fields, entry.about)])), about);
    function parse(raw) {
        const kind = isMap(raw) ? [...kinds.keys()].find((each) => given(raw, each)) : short;
        if (kind === undefined)
            return { problem: unknownWord(Object.keys(raw)[0], [...kinds.keys()], tag) };
        const written = isMap(raw) ? raw[kind] : { [shortKey]: raw };
        const spec = { [tag]: kind };
        for (const [key, field] of fieldsOf(kind)) {
            const parsed = field.parse((isMap(written) ? written[key] : undefined) ?? field.fallback);
            if ("problem" in parsed) {
                const { message } = parsed.problem;
                return { problem: { ...parsed.problem, message: isMap(raw) ? `${kind}.${key}: ${message}` : message } };
            }
            spec[key] = parsed.value;
        }
        return { value: spec };
    }
    function format(spec) {
        const values = spec;
        if (spec[tag] === short)
            return shortField.format(values[shortKey]);
        return [spec[tag], ...fieldsOf(spec[tag]).map(([key, field]) => `${key} ${field.format(values[key])}`)].join(", ");
    }
    // The form is checked by the schema, which says where in the map something is wrong.
    return { schema: described(z.union([shortField.schema, maps]), about, example), fallback: undefined, parse, format };
}
