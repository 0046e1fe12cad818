/**
 * Simulated time [ns]: an integer in a JavaScript number. Integers up to 2^53 - 1 are exact, so sums of times are exact and
 * equal instants are equal. A model computes in floating-point seconds and rounds once, where it schedules.
 */
export type Nanoseconds = number;
/** Last instant that can be represented exactly: 2^53 - 1 ns, about 104 days. Scheduling beyond it is an error. */
export declare const HORIZON: Nanoseconds;
/** Rounds a duration in seconds [s] to the nearest nanosecond [ns]. */
export declare const nanoseconds: (seconds: number) => Nanoseconds;
/** A simulated time [ns] in seconds [s]. */
export declare const seconds: (time: Nanoseconds) => number;
/** A time for people, in seconds without trailing zeros: `12.000000345 s`. */
export declare function formatTime(time: Nanoseconds): string;
