/**
 * Quantities as text: `4 GiB`, `125 us`, `1 Gbit/s`. Case-sensitive, the unit is required, and a quantity of the wrong kind is refused.
 * A decimal unit shifts the decimal exponent of the text, so that `7 us` is the double nearest to 0.000007 and not 7 * 1e-6.
 */
import type { Parsed } from "./problem.ts";
export type Dimension = "time" | "size" | "rate" | "bandwidth" | "frequency" | "share" | "cores" | "speed" | "cycles";
export declare const unitsOf: (dimension: Dimension) => readonly string[];
export declare const nounOf: (dimension: Dimension) => string;
export declare const exampleOf: (dimension: Dimension) => string;
/** Regular expression (as text, for the JSON Schema) of the quantities of one dimension. */
export declare function patternOf(dimension: Dimension): string;
/** Reads `text` as a quantity of `dimension`, in SI units: seconds, bytes, 1/s, B/s, Hz; shares as fractions of one. */
export declare function parseQuantity(text: string, dimension: Dimension): Parsed<number>;
/** The canonical text of an SI value: the largest unit that keeps it short, and always exact: parsing it gives `value` again. */
export declare function formatQuantity(value: number, dimension: Dimension): string;
/** The text of an SI value in the unit that people use for it, where that is not the shortest: "0.75 ms". Exact, as `formatQuantity`. */
export declare function formatIn(symbol: string, value: number, dimension: Dimension): string;
