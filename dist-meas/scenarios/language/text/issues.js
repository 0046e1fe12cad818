import { shown } from "./fields.js";
import { given, isMap } from "./maps.js";
import { listed, nearest } from "./suggest.js";
/** `schemaKeys` gives the keys that the schema knows at a path, for suggestions. */
export function explainIssues(issues, document, schema) {
    const located = [];
    const unknownKeysAt = new Set(issues.filter((issue) => issue.code === "unrecognized_keys").map((issue) => JSON.stringify(issue.path)));
    for (const issue of issues) {
        const path = issue.path;
        const add = (problem, at = path, part = "value") => located.push({ path: at, diagnostic: document.source.diagnostic(problem, document.locate(at, part)) });
        const raw = valueAt(document.value, path);
        switch (issue.code) {
            case "unrecognized_keys":
                for (const key of issue.keys)
                    add(unknownKey(key, keysOf(schema, path, document.value)), [...path, key], "key");
                break;
            case "invalid_union":
                located.push(...explainIssues(branchFor(issue.errors, raw).map((inner) => ({ ...inner, path: [...path, ...inner.path] })), document, schema));
                break;
            case "invalid_type":
                if (raw === undefined && path.length > 0)
                    add(missing(path), path);
                else
                    add({ message: `found ${shown(raw)}`, expected: expectedType(issue.expected) });
                break;
            case "too_small":
                add({ message: "this list is empty", expected: "at least one entry" });
                break;
            case "custom": {
                const params = (issue.params ?? {});
                if (params.exactlyOne !== undefined) {
                    if (!isMap(raw))
                        break;
                    const found = params.exactlyOne.filter((name) => given(raw, name));
                    if (found.length === 0 && unknownKeysAt.has(JSON.stringify(issue.path)))
                        break;
                    const message = found.length === 0 ? "none of the alternatives is given" : `${found.join(" and ")} exclude each other`;
                    add({ message, expected: `exactly one of ${listed(params.exactlyOne)}` }, found[1] === undefined ? path : [...path, found[1]], found[1] === undefined ? "value" : "key");
                }
                else if (raw === undefined && path.length > 0 && !document.has(path)) {
                    add({ ...missing(path), ...(params.problem?.expected === undefined ? {} : { expected: params.problem.expected }) }, path);
                }
                else
                    add(params.problem ?? { message: issue.message });
                break;
            }
            default:
                add({ message: issue.message });
        }
    }
    return located;
}
const missing = (path) => ({
    message: `"${String(path.at(-1))}" is missing`,
    fix: `add "${String(path.at(-1))}: ..." here`,
});
const expectedType = (type) => ({ object: "a map: keys with values", record: "a map: names with values", array: "a list", string: "a text" })[type] ?? type;
function unknownKey(key, known) {
    const guess = nearest(key, known);
    const expected = known.length === 0 ? undefined : listed(known);
    return {
        message: `unknown key "${key}"`,
        ...(expected === undefined ? {} : { expected }),
        fix: guess === undefined ? 'remove it, or call it "x-..." if it is a note' : `did you mean "${guess}"?`,
    };
}
/** The branch of a union that was meant: the one that takes this kind of value at all. */
function branchFor(branches, raw) {
    const nested = typeof raw === "object" && raw !== null;
    const fits = (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code !== "unrecognized_keys" && !isChoice(issue));
    const candidates = branches.filter((issues) => fits(issues) && (!nested || !issues.some((issue) => issue.path.length === 0 && isScalarIssue(issue))));
    return candidates[0] ?? (nested ? (branches.at(-1) ?? []) : (branches[0] ?? []));
}
const isChoice = (issue) => issue.code === "custom" && "exactlyOne" in (issue.params ?? {});
const isScalarIssue = (issue) => issue.code === "custom" && "problem" in (issue.params ?? {});
function valueAt(value, path) {
    let at = value;
    for (const step of path)
        at = typeof at === "object" && at !== null ? at[step] : undefined;
    return at;
}
/** The keys that the schema has at `path`. */
function keysOf(schema, path, value) {
    let at = schema;
    let below = value;
    for (const step of path) {
        at = childOf(unwrap(at, below), step);
        below = typeof below === "object" && below !== null ? below[step] : undefined;
    }
    return Object.keys(unwrap(at, below)?.shape ?? {});
}
const definition = (schema) => schema?._zod?.def;
function unwrap(schema, value) {
    const def = definition(schema);
    if (def?.type === "optional")
        return unwrap(def.innerType, value);
    if (def?.type === "union") {
        const wanted = Array.isArray(value) ? "array" : "object";
        return (def.options ?? []).map((option) => unwrap(option, value)).find((option) => definition(option)?.type === wanted);
    }
    return schema;
}
function childOf(schema, step) {
    const def = definition(schema);
    if (def?.type === "object")
        return schema.shape[step];
    return def?.type === "record" ? def.valueType : def?.element;
}
