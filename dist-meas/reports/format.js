const SCALES = {
    duration: [
        { factor: 1e-9, unit: "ns" },
        { factor: 1e-6, unit: "µs" },
        { factor: 1e-3, unit: "ms" },
        { factor: 1, unit: "s" },
        { factor: 60, unit: "min" },
        { factor: 3600, unit: "h" },
    ],
    bytes: [
        { factor: 1, unit: "B" },
        { factor: 1024, unit: "KiB" },
        { factor: 1024 * 1024, unit: "MiB" },
        { factor: 1024 * 1024 * 1024, unit: "GiB" },
        { factor: 1024 * 1024 * 1024 * 1024, unit: "TiB" },
    ],
    rate: [{ factor: 1, unit: "/s" }],
    share: [{ factor: 0.01, unit: "%" }],
    count: [{ factor: 1, unit: "" }],
};
/** Minutes and hours only from here on: "90 s" reads better than "1.5 min". */
const KEEP_SMALLER = { min: 120, h: 7200 };
function scaleOf(value, quantity) {
    const scales = SCALES[quantity];
    const size = Math.abs(value);
    if (size === 0)
        return scales.find((scale) => scale.factor === 1) ?? scales[0];
    let chosen = scales[0];
    for (const scale of scales)
        if (size >= (KEEP_SMALLER[scale.unit] ?? scale.factor) * 0.9995)
            chosen = scale;
    return chosen;
}
/** Exponent of the leading digit of |x|: 0 for 1 to 9.99; exact, from the shortest decimal form. */
const exponentOf = (x) => Number(x.toExponential().split("e")[1]);
const powerOfTen = (exponent) => Number(`1e${exponent}`);
/** `x` with `decimals` digits after the point; a negative count rounds to tens, hundreds ... `direction` rounds an interval outwards. */
function roundTo(x, decimals, direction = "nearest") {
    const round = direction === "down" ? Math.floor : direction === "up" ? Math.ceil : Math.round;
    const places = Math.min(Math.max(decimals, 0), 12);
    const scaled = decimals >= 0 ? x * powerOfTen(places) : x / powerOfTen(-decimals);
    // A value that already lies on the grid must not be pushed off it by the rounding of the multiplication.
    const onGrid = Math.abs(scaled - Math.round(scaled)) <= Math.abs(scaled) * 1e-12;
    const whole = onGrid ? Math.round(scaled) : round(scaled);
    const rounded = decimals >= 0 ? whole / powerOfTen(places) : whole * powerOfTen(-decimals);
    return signed((rounded === 0 ? 0 : rounded).toFixed(places));
}
const signed = (digits) => digits.replace("-", "−");
/** Digits after the point that a half-width supports: its first significant digit, one more where that is 1 or 2. */
function decimalsFor(halfWidth) {
    const exponent = exponentOf(halfWidth);
    const leading = halfWidth / powerOfTen(exponent);
    return leading < 3 ? 1 - exponent : -exponent;
}
const significant = (x, digits) => (x === 0 ? 0 : digits - 1 - exponentOf(x));
const withUnit = (digits, unit) => unit === "" ? digits : unit.startsWith("/") ? `${digits}${unit}` : `${digits} ${unit}`;
/** A number without an interval, to `digits` significant digits (whole numbers are never cut). */
function formatPlain(value, quantity, digits = 3) {
    const scale = scaleOf(value, quantity);
    const number = value / scale.factor;
    if (Math.abs(number - Math.round(number)) < 1e-9)
        return withUnit(signed(String(Math.round(number))), scale.unit);
    const decimals = Math.max(0, significant(number, digits));
    const text = roundTo(number, decimals);
    return withUnit(text.includes(".") ? text.replace(/\.?0+$/, "") : text, scale.unit);
}
/** A measured number: all its digits are kept, "1.0 s" is not "1 s". For numbers that come without an interval. */
export function formatMeasured(value, quantity, digits = 2) {
    const scale = scaleOf(value, quantity);
    const number = value / scale.factor;
    return withUnit(number === 0 ? "0" : roundTo(number, Math.max(0, significant(number, digits))), scale.unit);
}
/** "250 ms", "1.5 s", "10 min"; three significant digits unless told. @param value [s] */
export const formatDuration = (value, digits = 3) => formatPlain(value, "duration", digits);
/** "64 MiB", "1.5 GiB"; binary units. @param value [B] */
export const formatBytes = (value, digits = 3) => formatPlain(value, "bytes", digits);
/** "1 %", "0.3 %". @param value fraction of one */
export const formatShare = (value, digits = 2) => formatPlain(value, "share", digits);
/** "12 /s" written "12/s". @param value [1/s] */
export const formatRate = (value, digits = 3) => formatPlain(value, "rate", digits);
/** A whole number, digits in groups of three from 10 000 on. */
export function formatCount(value) {
    const digits = String(Math.round(value));
    const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return signed(grouped);
}
/** "p99", "p99.9". @param percentile [%] */
export const formatPercentile = (percentile) => `p${percentile}`;
const MISSING = "n/a";
const MOST_DIGITS = 4;
/**
 * Rounds to the digits that the interval supports; the limits are rounded outwards, so the printed interval covers the computed one.
 * Without an interval (one replication) two significant digits are printed, though whole units stay: nobody knows what more are worth.
 */
export function formatEstimate(estimate, quantity) {
    const { value, low, high } = estimate;
    if (value === null) {
        return { value: MISSING, interval: "", full: `${MISSING}: ${estimate.reason ?? "not enough samples"}`, compact: MISSING };
    }
    if (low === null || high === null) {
        const text = formatMeasured(value, quantity);
        const runs = estimate.n === 1 ? "1 replication" : `${estimate.n} replications`;
        return { value: text, interval: "", full: `${text} (no interval from ${runs})`, compact: text };
    }
    const scale = scaleOf(value, quantity);
    const number = value / scale.factor;
    const halfWidth = (high - low) / 2 / scale.factor;
    if (halfWidth <= Math.abs(number) * 1e-9) {
        const text = formatPlain(value, quantity, 3);
        return { value: text, interval: "", full: text, compact: text };
    }
    // At least one significant digit of the value, however wide the interval; and no more than people read, however narrow it is.
    const decimals = Math.min(Math.max(decimalsFor(halfWidth), significant(number, 1)), significant(number, MOST_DIGITS));
    const text = roundTo(number, decimals);
    const lowText = roundTo(low / scale.factor, decimals, "down");
    const highText = roundTo(high / scale.factor, decimals, "up");
    const full = `${withUnit(text, scale.unit)} (${lowText} to ${highText})`;
    const above = (high - value) / scale.factor;
    const below = (value - low) / scale.factor;
    const margin = roundTo(Math.max(above, below), decimals, "up");
    const symmetric = Math.abs(above - below) < powerOfTen(-decimals);
    return {
        value: withUnit(text, scale.unit),
        interval: withUnit(`${lowText} to ${highText}`, scale.unit),
        full,
        compact: symmetric ? `${text} ± ${margin}${scale.unit === "" ? "" : ` ${scale.unit}`}` : full,
    };
}
const UNITS = "ns|µs|us|ms|s|min|h|B|KiB|MiB|GiB|TiB|MB/s|GB/s|Mbit/s|Gbit/s|MHz|GHz|%|/s|points|cycles|tenants?|cores?";
/** Ties numbers to their units, and signs such as "≤" to their numbers, with no-break spaces: no line ends between them. */
export const glue = (text) => text
    .replace(new RegExp(`(\\d) (?=(?:${UNITS})(?![\\p{L}]))`, "gu"), "$1\u00a0")
    .replace(/(\d) to (?=\d)/g, "$1\u00a0to\u00a0")
    .replace(/ ?([≤≥]|<=|>=) /g, "\u00a0$1\u00a0")
    .replace(/(±|\+\/-) /g, "$1\u00a0");
const ASCII = {
    "≤": "<=",
    "≥": ">=",
    "−": "-",
    "–": "-",
    "—": "-",
    µ: "u",
    "×": "x",
    "·": "|",
    "…": "...",
    "’": "'",
    "±": "+/-",
    "\u202f": " ",
};
/** The same text for a terminal that has ASCII only. */
export const toAscii = (text) => text.replace(/[≤≥−–—µ×·…’±\u202f]/g, (sign) => ASCII[sign]);
