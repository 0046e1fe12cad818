/** Scales for drawings that are laid out by hand: from a value to its place in pixels, and the ticks that people read. */

export interface Scale {
  readonly logarithmic: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** Place of a value [px], to a tenth: the last bits of a logarithm differ between JavaScript engines. Values outside end at the border. */
  readonly place: (value: number) => number;
}

/** Ratio of the largest to the smallest value from which on a linear axis would hide the small ones. */
const LARGE_RANGE = 12;

export const spansDecades = (values: readonly number[], ratio = LARGE_RANGE): boolean => {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  return positive.length > 0 && Math.max(...positive) / Math.min(...positive) >= ratio;
};

const EXPONENTS = Array.from({ length: 30 }, (_, index) => index - 12);
const decimals = (steps: readonly number[]): readonly number[] =>
  EXPONENTS.flatMap((exponent) => steps.map((step) => Number(`${step}e${exponent}`)));

/** 1, 2, 5, 10, 20 ... or only 1, 10, 100 where that gives too many. */
export function logTicks(low: number, high: number, most = 9): readonly number[] {
  const within = (steps: readonly number[]) => decimals(steps).filter((tick) => tick >= low && tick <= high);
  const fine = [within([1, 2, 5]), within([1, 3]), within([1])].find(({ length }) => length <= most);
  if (fine !== undefined) return fine;
  const whole = within([1]);
  const every = Math.ceil(whole.length / most);
  return whole.filter((_, index) => index % every === 0);
}

/** Sizes of steps that people count in, ascending. */
type Steps = readonly number[];

const NUMBERS: Steps = decimals([1, 2, 5]);
const SECONDS: Steps = [
  ...decimals([1, 2, 5]).filter((step) => step < 60),
  ...[1, 2, 5, 10, 20, 30, 60, 120, 240, 720].map((minutes) => minutes * 60),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((days) => days * 86_400),
];
const BYTES: Steps = Array.from({ length: 60 }, (_, exponent) => 2 ** exponent);

/** From 0 on; at least one tick above 0. @param smallest step: 1 for what is counted */
function ticksBy(steps: Steps, high: number, most: number, smallest = 0): readonly number[] {
  const allowed = steps.filter((size) => size >= smallest);
  const fits = allowed.find((size) => high / size <= most - 1) ?? high;
  const step = fits <= high ? fits : (allowed.findLast((size) => size <= high) ?? high);
  return Array.from({ length: Math.floor(high / step + 1e-9) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

export const linearTicks = (high: number, most = 7, smallest = 0): readonly number[] => ticksBy(NUMBERS, high, most, smallest);
/** @param high [s] */
export const timeTicks = (high: number, most = 7): readonly number[] => ticksBy(SECONDS, high, most);
/** Powers of two. @param high [B] */
export const byteTicks = (high: number, most = 9): readonly number[] => ticksBy(BYTES, high, most);

const tenth = (x: number): number => Math.round(x * 10) / 10;

export interface ScaleOptions {
  readonly mostTicks?: number;
  readonly smallestStep?: number;
  /** Of a linear scale, where its unit has steps of its own. */
  readonly ticks?: (high: number, most: number) => readonly number[];
}

export function linearScale(high: number, [from, to]: readonly [number, number], options: ScaleOptions = {}): Scale {
  const place = (value: number) => tenth(from + ((to - from) * Math.min(high, Math.max(0, value))) / high);
  const most = options.mostTicks ?? 7;
  const ticks = options.ticks?.(high, most) ?? linearTicks(high, most, options.smallestStep);
  return { logarithmic: false, domain: [0, high], ticks, place };
}

export function logScale([low, high]: readonly [number, number], [from, to]: readonly [number, number], options: ScaleOptions = {}): Scale {
  const [bottom, top] = [Math.log(low), Math.log(high)];
  const place = (value: number) => tenth(from + ((to - from) * (Math.log(Math.min(high, Math.max(low, value))) - bottom)) / (top - bottom));
  return { logarithmic: true, domain: [low, high], ticks: logTicks(low, high, options.mostTicks), place };
}
