/**
 * Numbers for people: every one with its unit, and no more digits than its interval supports. Nothing here depends on the locale.
 * Plain spaces and typographic signs (≤, −, µ); `toAscii` gives the same text for terminals without them.
 */
import type { Estimate } from "../scenarios/study/record.ts";

/** A unit to print in: the value in SI is `factor` times the printed number. */
interface Scale {
  readonly factor: number;
  readonly unit: string;
}

/** What a number measures, which decides its units. */
export type Quantity = "duration" | "bytes" | "rate" | "share" | "count";

const SCALES: Readonly<Record<Quantity, readonly Scale[]>> = {
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
const KEEP_SMALLER: Readonly<Record<string, number>> = { min: 120, h: 7200 };

function scaleOf(value: number, quantity: Quantity): Scale {
  const scales = SCALES[quantity];
  const size = Math.abs(value);
  if (size === 0) return scales.find((scale) => scale.factor === 1) ?? scales[0];
  let chosen = scales[0];
  for (const scale of scales) if (size >= (KEEP_SMALLER[scale.unit] ?? scale.factor) * 0.9995) chosen = scale;
  return chosen;
}

/** Exponent of the leading digit of |x|: 0 for 1 to 9.99; exact, from the shortest decimal form. */
const exponentOf = (x: number): number => Number(x.toExponential().split("e")[1]);

const powerOfTen = (exponent: number): number => Number(`1e${exponent}`);

/** `x` with `decimals` digits after the point; a negative count rounds to tens, hundreds ... `direction` rounds an interval outwards. */
function roundTo(x: number, decimals: number, direction: "nearest" | "down" | "up" = "nearest"): string {
  const round = direction === "down" ? Math.floor : direction === "up" ? Math.ceil : Math.round;
  const places = Math.min(Math.max(decimals, 0), 12);
  const scaled = decimals >= 0 ? x * powerOfTen(places) : x / powerOfTen(-decimals);
  // A value that already lies on the grid must not be pushed off it by the rounding of the multiplication.
  const onGrid = Math.abs(scaled - Math.round(scaled)) <= Math.abs(scaled) * 1e-12;
  const whole = onGrid ? Math.round(scaled) : round(scaled);
  const rounded = decimals >= 0 ? whole / powerOfTen(places) : whole * powerOfTen(-decimals);
  return signed((rounded === 0 ? 0 : rounded).toFixed(places));
}

const signed = (digits: string): string => digits.replace("-", "−");

/** Digits after the point that a half-width supports: its first significant digit, one more where that is 1 or 2. */
function decimalsFor(halfWidth: number): number {
  const exponent = exponentOf(halfWidth);
  const leading = halfWidth / powerOfTen(exponent);
  return leading < 3 ? 1 - exponent : -exponent;
}

const significant = (x: number, digits: number): number => (x === 0 ? 0 : digits - 1 - exponentOf(x));

const withUnit = (digits: string, unit: string): string =>
  unit === "" ? digits : unit.startsWith("/") ? `${digits}${unit}` : `${digits} ${unit}`;

/** A number without an interval, to `digits` significant digits (whole numbers are never cut). */
function formatPlain(value: number, quantity: Quantity, digits = 3): string {
  const scale = scaleOf(value, quantity);
  const number = value / scale.factor;
  if (Math.abs(number - Math.round(number)) < 1e-9) return withUnit(signed(String(Math.round(number))), scale.unit);
  const decimals = Math.max(0, significant(number, digits));
  const text = roundTo(number, decimals);
  return withUnit(text.includes(".") ? text.replace(/\.?0+$/, "") : text, scale.unit);
}

/** A measured number: all its digits are kept, "1.0 s" is not "1 s". For numbers that come without an interval. */
export function formatMeasured(value: number, quantity: Quantity, digits = 2): string {
  const scale = scaleOf(value, quantity);
  const number = value / scale.factor;
  return withUnit(number === 0 ? "0" : roundTo(number, Math.max(0, significant(number, digits))), scale.unit);
}

/** "250 ms", "1.5 s", "10 min"; three significant digits unless told. @param value [s] */
export const formatDuration = (value: number, digits = 3): string => formatPlain(value, "duration", digits);

/** "64 MiB", "1.5 GiB"; binary units. @param value [B] */
export const formatBytes = (value: number, digits = 3): string => formatPlain(value, "bytes", digits);

/** "1 %", "0.3 %". @param value fraction of one */
export const formatShare = (value: number, digits = 2): string => formatPlain(value, "share", digits);

/** "12 /s" written "12/s". @param value [1/s] */
export const formatRate = (value: number, digits = 3): string => formatPlain(value, "rate", digits);

/** A whole number, digits in groups of three from 10 000 on. */
export function formatCount(value: number): string {
  const digits = String(Math.round(value));
  const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, "\u202f");
  return signed(grouped);
}

/** "p99", "p99.9". @param percentile [%] */
export const formatPercentile = (percentile: number): string => `p${percentile}`;

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

const MISSING = "n/a";
const MOST_DIGITS = 4;

/**
 * Rounds to the digits that the interval supports; the limits are rounded outwards, so the printed interval covers the computed one.
 * Without an interval (one replication) two significant digits are printed, though whole units stay: nobody knows what more are worth.
 */
export function formatEstimate(estimate: Estimate, quantity: Quantity): FormattedEstimate {
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
  // Few runs that scatter much: the margin reads better in a unit of its own, "3 ms ± 9.9 s".
  const wide = halfWidth > 10 * Math.abs(number);
  const around = wide
    ? `${withUnit(text, scale.unit)} ± ${formatMeasured(halfWidth * scale.factor, quantity)}`
    : `${text} ± ${margin}${scale.unit === "" ? "" : ` ${scale.unit}`}`;
  return {
    value: withUnit(text, scale.unit),
    interval: withUnit(`${lowText} to ${highText}`, scale.unit),
    full,
    compact: symmetric ? around : full,
  };
}

const UNITS = "ns|µs|us|ms|s|min|h|B|KiB|MiB|GiB|TiB|MB/s|GB/s|Mbit/s|Gbit/s|MHz|GHz|%|/s|points|cycles|tenants?|cores?";

/** Ties numbers to their units, and signs such as "≤" to their numbers, with no-break spaces: no line ends between them. */
export const glue = (text: string): string =>
  text
    .replace(new RegExp(`(\\d) (?=(?:${UNITS})(?![\\p{L}]))`, "gu"), "$1\u00a0")
    .replace(/(\d) to (?=\d)/g, "$1\u00a0to\u00a0")
    .replace(/([≤≥]|<=|>=) /g, "$1\u00a0")
    .replace(/ (?=[≤≥]|<=|>=)/g, "\u00a0")
    .replace(/(±|\+\/-) /g, "$1\u00a0");

const ASCII: Readonly<Record<string, string>> = {
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
export const toAscii = (text: string): string => text.replace(/[≤≥−–—µ×·…’±\u202f]/g, (sign) => ASCII[sign]);
