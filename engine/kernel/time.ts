/**
 * Simulated time [ns]: an integer in a JavaScript number. Integers up to 2^53 - 1 are exact, so sums of times are exact and
 * equal instants are equal. A model computes in floating-point seconds and rounds once, where it schedules.
 */
export type Nanoseconds = number;

/** Last instant that can be represented exactly: 2^53 - 1 ns, about 104 days. Scheduling beyond it is an error. */
export const HORIZON: Nanoseconds = Number.MAX_SAFE_INTEGER;

/** Rounds a duration in seconds [s] to the nearest nanosecond [ns]. */
export const nanoseconds = (seconds: number): Nanoseconds => Math.round(seconds * 1e9);

/** A simulated time [ns] in seconds [s]. */
export const seconds = (time: Nanoseconds): number => time / 1e9;

/** A time for people, in seconds without trailing zeros: `12.000000345 s`. */
export function formatTime(time: Nanoseconds): string {
  const whole = Math.floor(time / 1e9);
  const fraction = String(Math.round(time - whole * 1e9)).padStart(9, "0");
  return `${`${whole}.${fraction}`.replace(/\.?0+$/, "")} s`;
}
