/** Ways to put fields together: groups, exactly one of several keys, one or many, a map from names. */
import { z } from "zod";
import { type Fields } from "./tables.ts";
interface GroupOptions {
    /** A preset can supply the values: none of them is required. */
    readonly presettable?: boolean;
}
/** A map with these fields. A field is required if it has no default, unless a preset can supply it. */
export declare function group(fields: Fields, about: string, more?: Record<string, z.ZodType>, options?: GroupOptions): z.ZodType;
/** A map with exactly one of `shapes`, and `others` beside it. */
export declare function exactlyOne(shapes: Record<string, z.ZodType>, about: string, others?: Record<string, z.ZodType>): z.ZodType;
/** One, or a list of them. */
export declare function oneOrMany(schema: z.ZodType, about: string): z.ZodType;
/** A map from names, chosen by the author, to one thing each. */
export declare function named(value: z.ZodType, about: string): z.ZodType;
export declare const isMap: (value: unknown) => value is Readonly<Record<string, unknown>>;
/** Whether the map `value` has something under `key`. */
export declare const given: (value: unknown, key: string) => boolean;
export {};
