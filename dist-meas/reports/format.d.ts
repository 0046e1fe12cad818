/**
 * Numbers for people: every one with its unit, and no more digits than its interval supports. Nothing here depends on the locale.
 * Plain spaces and typographic signs (≤, −, µ); `toAscii` gives the same text for terminals without them.
 */
import type { Estimate } from "../scenarios/study/record.ts";
/** What a number measures, which decides its units. */
export type Quantity = "duration" | "bytes" | "rate" | "share" | "count";
/** A measured number: all its digits are kept, "1.0 s" is not "1 s". For numbers that come without an interval. */
export declare function formatMeasured(value: number, quantity: Quantity, digits?: number): string;
/** "250 ms", "1.5 s", "10 min"; three significant digits unless told. @param value [s] */
export declare const formatDuration: (value: number, digits?: number) => string;
/** "64 MiB", "1.5 GiB"; binary units. @param value [B] */
export declare const formatBytes: (value: number, digits?: number) => string;
/** "1 %", "0.3 %". @param value fraction of one */
export declare const formatShare: (value: number, digits?: number) => string;
/** "12 /s" written "12/s". @param value [1/s] */
export declare const formatRate: (value: number, digits?: number) => string;
/** A whole number, digits in groups of three from 10 000 on. */
export declare function formatCount(value: number): string;
/** "p99", "p99.9". @param percentile [%] */
export declare const formatPercentile: (percentile: number) => string;
/** An estimate in parts, for tables that put the interval on its own. */
export interface FormattedEstimate {
    /** "244 ms"; "n/a" where it must not be quoted. */
    readonly value: string;
    /** "232 to 256 ms"; empty where there is no interval. */
    readonly interval: string;
    /** "244 ms (232 to 256)"; "n/a: not enough samples". */
    readonly full: string;
    /** "244 ± 12 ms" where the interval is symmetric to the digits shown, else as `full`. */
    readonly compact: string;
}
/**
 * Rounds to the digits that the interval supports; the limits are rounded outwards, so the printed interval covers the computed one.
 * Without an interval (one replication) two significant digits are printed, though whole units stay: nobody knows what more are worth.
 */
export declare function formatEstimate(estimate: Estimate, quantity: Quantity): FormattedEstimate;
/** Ties numbers to their units, and signs such as "≤" to their numbers, with no-break spaces: no line ends between them. */
export declare const glue: (text: string) => string;
/** The same text for a terminal that has ASCII only. */
export declare const toAscii: (text: string) => string;
