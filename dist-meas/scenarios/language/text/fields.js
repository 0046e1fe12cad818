/**
 * The leaves of the scenario language. A field reads a value as it is written (in a scenario, a preset, or as its default),
 * formats it back, and has a zod schema that checks it and describes itself in the JSON Schema.
 */
import { z } from "zod";
import { described, toJsonSchema } from "./json-schema.js";
import { exampleOf, formatQuantity, nounOf, parseQuantity, patternOf, unitsOf } from "./quantities.js";
import { listed, nearest } from "./suggest.js";
/** Found: a text of a value for a message. */
export function shown(raw) {
    if (raw === undefined)
        return "nothing";
    if (raw === null)
        return "an empty value";
    if (Array.isArray(raw))
        return "a list";
    if (typeof raw === "object")
        return "a map";
    return typeof raw === "string" ? `"${raw}"` : String(raw);
}
function field(parse, format, json, description) {
    const { about, example, fallback } = description;
    const schema = z.unknown().transform((raw, context) => {
        const parsed = parse(raw);
        if ("value" in parsed)
            return parsed.value;
        context.addIssue({ code: "custom", message: parsed.problem.message, params: { problem: parsed.problem } });
        return z.NEVER;
    });
    return { schema: described(schema, about, example, fallback, json), fallback, parse, format };
}
/** A quantity with its unit. */
export function quantity(dimension, description) {
    const limit = (bound) => (bound === undefined ? undefined : read(dimension, String(bound)));
    const { min, max, above } = { min: limit(description.min ?? 0), max: limit(description.max), above: limit(description.above) };
    const bounds = boundsText(description, dimension);
    const parse = (raw) => {
        const expected = `${nounOf(dimension)} with its unit (${unitsOf(dimension).join(", ")}), for example "${description.example ?? exampleOf(dimension)}"`;
        if (typeof raw === "number" && dimension === "cores")
            return within(raw, String(raw));
        if (typeof raw === "number") {
            const parsed = parseQuantity(String(raw), dimension);
            if ("value" in parsed)
                return parsed;
            const asShare = dimension === "share" && raw > 0 && raw < 1 ? { fix: `write "${raw * 100} %", or "${raw} %" if that is meant` } : {};
            return { problem: { ...parsed.problem, message: `${raw} has no unit`, expected, ...asShare } };
        }
        if (typeof raw !== "string")
            return { problem: { message: `found ${shown(raw)}`, expected } };
        const parsed = parseQuantity(raw, dimension);
        return "problem" in parsed ? parsed : within(parsed.value, raw);
    };
    const within = (value, text) => {
        const tooSmall = !(value >= min) || (above !== undefined && value <= above);
        if (!tooSmall && (max === undefined || value <= max))
            return { value };
        const shownBounds = tooSmall && description.min === undefined && above === undefined ? `${bounds}, and not negative` : bounds;
        return { problem: { message: `"${text}" is out of bounds`, expected: shownBounds, fix: nearestAllowed(description, tooSmall) } };
    };
    const text = { type: "string", pattern: patternOf(dimension) };
    const json = dimension === "cores" ? { anyOf: [{ type: "number", minimum: min }, text] } : text;
    const about = `${description.about} ${sentence(bounds)}`;
    return field(parse, (value) => formatQuantity(value, dimension), json, { example: exampleOf(dimension), ...description, about });
}
/** The fix of a number out of its bounds: the bound itself, or a value that people use. */
function nearestAllowed({ min, max, above, example }, tooSmall) {
    if (!tooSmall)
        return `write "${max}" or less`;
    if (above === undefined)
        return `write "${min ?? 0}" or more`;
    return example === undefined ? `write more than "${above}"` : `write for example "${String(example)}"`;
}
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
function read(dimension, text) {
    const parsed = text === "0" ? { value: 0 } : parseQuantity(text, dimension);
    if ("problem" in parsed)
        throw new Error(`bound "${text}": ${parsed.problem.message}`);
    return parsed.value;
}
function boundsText(bounds, dimension) {
    const noun = dimension === undefined ? "a number" : nounOf(dimension);
    const low = bounds.above !== undefined ? [`more than ${bounds.above}`] : bounds.min !== undefined ? [`at least ${bounds.min}`] : [];
    const high = bounds.max === undefined ? [] : [`at most ${bounds.max}`];
    const limits = [...low, ...high].join(" and ") || "0 or more";
    return `${noun}, ${limits}${bounds.because === undefined ? "" : ` (${bounds.because})`}`;
}
export const time = (description) => quantity("time", description);
export const size = (description) => quantity("size", description);
export const share = (description) => quantity("share", { max: "100 %", ...description });
/** A whole number without a unit. */
export function count(description) {
    const { min, max } = description;
    const expected = boundsText(description).replace("a number", "a whole number");
    const parse = (raw) => typeof raw === "number" && Number.isInteger(raw) && raw >= min && raw <= max
        ? { value: raw }
        : { problem: { message: `found ${shown(raw)}`, expected, ...wholeNumber(raw, min, max) } };
    return field(parse, String, { type: "integer", minimum: min, maximum: max }, { example: min, ...description });
}
/** The fix where a whole number was expected: without quotes, rounded, or the nearest bound. */
function wholeNumber(raw, min, max) {
    const number = typeof raw === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(raw) ? Number(raw) : raw;
    if (typeof number !== "number" || Number.isNaN(number))
        return {};
    const nearest = Math.min(max, Math.max(min, Math.round(number)));
    return {
        fix: `write ${nearest}${number < min ? " or more" : number > max ? " or less" : typeof raw === "string" ? " without quotes" : ""}`,
    };
}
/** A number without a unit: a ratio, a shape. */
export function ratio(description) {
    const { min = 0, above, max } = description;
    const expected = boundsText({ ...description, min: above === undefined ? min : undefined });
    const parse = (raw) => typeof raw === "number" && raw >= min && raw <= max && (above === undefined || raw > above)
        ? { value: raw }
        : { problem: { message: `found ${shown(raw)}`, expected, ...(typeof raw === "number" ? { fix: bound(raw) } : {}) } };
    const bound = (raw) => raw > max
        ? `write ${max} or less`
        : above === undefined
            ? `write ${min} or more`
            : `write for example ${String(description.example ?? above + 1)}`;
    return field(parse, String, { type: "number", ...(above === undefined ? { minimum: min } : { exclusiveMinimum: above }), maximum: max }, description);
}
/** One of a few words. */
export function choice(words, description) {
    const parse = (raw) => {
        if (words.includes(raw))
            return { value: raw };
        return { problem: unknownWord(raw, words, description.noun) };
    };
    return field(parse, String, { type: "string", enum: words }, { example: words[0], ...description });
}
export function unknownWord(raw, words, what = "") {
    const guess = typeof raw === "string" ? nearest(raw, words) : undefined;
    const found = what === "" || typeof raw !== "string" ? `found ${shown(raw)}` : `unknown ${what} ${shown(raw)}`;
    return { message: found, expected: listed(words), ...(guess === undefined ? {} : { fix: `did you mean "${guess}"?` }) };
}
export function flag(description) {
    const parse = (raw) => typeof raw === "boolean"
        ? { value: raw }
        : { problem: { message: `found ${shown(raw)}`, expected: "true or false", fix: "write true or false" } };
    return field(parse, String, { type: "boolean" }, { example: true, ...description });
}
/** Any text that is not empty. */
export function text(description) {
    const parse = (raw) => typeof raw === "string" && raw.trim() !== "" ? { value: raw } : { problem: { message: `found ${shown(raw)}`, expected: "a text" } };
    return field(parse, (value) => value, { type: "string", minLength: 1 }, description);
}
/** A word with a meaning of its own, or else what `inner` reads. */
export function orWord(word, inner, description) {
    const parse = (raw) => {
        if (raw === word)
            return { value: word };
        const parsed = inner.parse(raw);
        if ("value" in parsed)
            return parsed;
        return { problem: { ...parsed.problem, expected: `the word "${word}", or ${parsed.problem.expected ?? "a value"}` } };
    };
    const json = { anyOf: [{ const: word }, toJsonSchema(inner.schema)] };
    return field(parse, (value) => (value === word ? word : inner.format(value)), withoutDialect(json), description);
}
function withoutDialect(json) {
    return {
        anyOf: json.anyOf.map((part) => Object.fromEntries(Object.entries(part).filter(([key]) => !["$schema", "description", "default", "examples"].includes(key)))),
    };
}
/** A field of a form all of its own. */
export const custom = field;
