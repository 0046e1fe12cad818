/** Last instant that can be represented exactly: 2^53 - 1 ns, about 104 days. Scheduling beyond it is an error. */
export const HORIZON = Number.MAX_SAFE_INTEGER;
/** Rounds a duration in seconds [s] to the nearest nanosecond [ns]. */
export const nanoseconds = (seconds) => Math.round(seconds * 1e9);
/** A simulated time [ns] in seconds [s]. */
export const seconds = (time) => time / 1e9;
/** A time for people, in seconds without trailing zeros: `12.000000345 s`. */
export function formatTime(time) {
    const whole = Math.floor(time / 1e9);
    const fraction = String(Math.round(time - whole * 1e9)).padStart(9, "0");
    return `${`${whole}.${fraction}`.replace(/\.?0+$/, "")} s`;
}
