/**
 * The leaves of the scenario language. A field reads a value as it is written (in a scenario, a preset, or as its default),
 * formats it back, and has a zod schema that checks it and describes itself in the JSON Schema.
 */
import { z } from "zod";
import { type JsonSchema } from "./json-schema.ts";
import type { Parsed, Problem } from "./problem.ts";
import { type Dimension } from "./quantities.ts";
export interface Field<Value> {
    readonly schema: z.ZodType;
    /** Value to use when neither scenario nor preset has one, as it would be written. */
    readonly fallback: unknown;
    parse(raw: unknown): Parsed<Value>;
    format(value: Value): string;
}
interface Description {
    /** One sentence for the reference page and the editor. */
    readonly about: string;
    readonly example?: unknown;
    readonly fallback?: unknown;
}
export interface Bounds {
    readonly min?: string | number;
    readonly max?: string | number;
    /** The bound itself is not allowed. */
    readonly above?: string | number;
    /** Why there is a bound. */
    readonly because?: string;
}
/** Found: a text of a value for a message. */
export declare function shown(raw: unknown): string;
declare function field<Value>(parse: (raw: unknown) => Parsed<Value>, format: (value: Value) => string, json: JsonSchema, description: Description): Field<Value>;
/** A quantity with its unit. */
export declare function quantity(dimension: Dimension, description: Description & Bounds): Field<number>;
export declare const time: (description: Description & Bounds) => Field<number>;
export declare const size: (description: Description & Bounds) => Field<number>;
export declare const share: (description: Description & Bounds) => Field<number>;
/** A whole number without a unit. */
export declare function count(description: Description & Bounds & {
    min: number;
    max: number;
}): Field<number>;
/** A number without a unit: a ratio, a shape. */
export declare function ratio(description: Description & {
    min?: number;
    above?: number;
    max: number;
    because?: string;
}): Field<number>;
/** One of a few words. */
export declare function choice<Word extends string>(words: readonly Word[], description: Description & {
    noun?: string;
}): Field<Word>;
export declare function unknownWord(raw: unknown, words: readonly string[], what?: string): Problem;
export declare function flag(description: Description): Field<boolean>;
/** Any text that is not empty. */
export declare function text(description: Description): Field<string>;
/** A word with a meaning of its own, or else what `inner` reads. */
export declare function orWord<Word extends string, Value>(word: Word, inner: Field<Value>, description: Description): Field<Word | Value>;
/** A field of a form all of its own. */
export declare const custom: typeof field;
export {};
