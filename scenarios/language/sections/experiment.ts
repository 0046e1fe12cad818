/** The experiment: how a scenario is simulated. */
import type { DeploymentSpec } from "../../../models/fleet/deployment.ts";
import { ALL_AT_ONCE, type StartSpec } from "../../../models/fleet/start-order.ts";
import { type AppSpec, meanRateWithin } from "../../../models/workload/spec.ts";
import type { Experiment } from "../../scenario.ts";
import type { Path } from "../text/document.ts";
import { choice, count, custom, orWord, quantity, shown, time } from "../text/fields.ts";
import { group } from "../text/maps.ts";
import type { Parsed } from "../text/problem.ts";
import { formatIn, formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { nested } from "../text/tables.ts";

export const MAX_TENANTS = 100_000;

/** More simulated requests than this in one run take minutes. */
const MANY_REQUESTS = 20_000_000;

/** A day of starting [s]. */
const LONGEST_START = 86_400;

interface TenantRange {
  readonly min: number;
  readonly max: number;
}

const parseTenants = (raw: unknown): Parsed<TenantRange> => {
  const expected = `a number of tenants or a range of them, 1 to ${MAX_TENANTS}, for example "1..200"`;
  const match = /^\s*(\d+)\s*\.\.\s*(\d+)\s*$/.exec(typeof raw === "number" ? `${raw}..${raw}` : typeof raw === "string" ? raw : "");
  if (match === null) return { problem: { message: `found ${shown(raw)}`, expected } };
  const [min, max] = [Number(match[1]), Number(match[2])];
  if (min < 1 || max > MAX_TENANTS) return { problem: { message: `${shown(raw)} is out of bounds`, expected } };
  if (min > max) return { problem: { message: `${shown(raw)} ends before it begins`, expected, fix: `write "${max}..${min}"` } };
  return { value: { min, max } };
};

const parseSeed = (raw: unknown): Parsed<number | string> => {
  const expected = "a whole number of at most 9007199254740991, or a text";
  if (typeof raw === "string" && raw !== "") return { value: raw };
  if (typeof raw === "number" && Number.isSafeInteger(raw)) return { value: raw };
  if (typeof raw === "number" && Number.isInteger(raw)) {
    return { problem: { message: "this seed is too large to be kept exactly as a number", expected, fix: "put it in quotes" } };
  }
  return { problem: { message: `found ${shown(raw)}`, expected } };
};

const horizon = "the simulated clock counts nanoseconds exactly up to 104 days";

const experimentFields = {
  seed: custom(
    parseSeed,
    String,
    { type: ["integer", "string"] },
    { about: "Start of all random streams. The same seed gives the same results, bit for bit.", fallback: 1, example: 1 },
  ),
  tenants: custom(
    parseTenants,
    ({ min, max }) => (min === max ? String(min) : `${min}..${max}`),
    {
      anyOf: [
        { type: "integer", minimum: 1, maximum: MAX_TENANTS },
        { type: "string", pattern: "^\\s*\\d+\\s*\\.\\.\\s*\\d+\\s*$" },
      ],
    },
    { about: "Range in which the load line is searched; one number: that load alone.", fallback: "1..200", example: "1..200" },
  ),
  duration: time({
    about: "Simulated time of one run, warm-up included.",
    min: "1 s",
    max: "2400 h",
    because: horizon,
    fallback: "10 min",
    example: "10 min",
  }),
  warmup: orWord("auto", time({ about: "", max: "2400 h", because: horizon }), {
    about: "Time at the start that is not counted; `auto`: found by the MSER-5 rule, and not before every instance has started.",
    fallback: "auto",
    example: "auto",
  }),
  replications: nested("How many runs.", {
    min: count({
      about: "Independent runs of each point at least.",
      min: 2,
      max: 10000,
      because: "an interval needs two",
      fallback: 5,
      example: 5,
    }),
    max: count({ about: "And at most.", min: 2, max: 10000, because: "an interval needs two", fallback: 30, example: 30 }),
    until: quantity("share", {
      about: "Stop when the interval's half-width is this share of its mean.",
      above: "0 %",
      max: "100 %",
      fallback: "5 %",
      example: "5 %",
    }),
  }),
  start: nested("How a run begins.", {
    every: time({
      about: "Tenants begin their starts this long after one another; `0 s`: all at once, as after a power failure.",
      fallback: "0 s",
      example: "2 s",
      max: "1 h",
      because: "every run waits for the last one",
    }),
    requests: choice(["when ready", "at once"], {
      about: "Requests come `when ready`: when all that runs all the time has started; or `at once`, while it starts.",
      fallback: "when ready",
    }),
  }),
  confidence: quantity("share", {
    about: "Confidence of every interval and decision.",
    min: "50 %",
    max: "99.99 %",
    because: "below it is a guess, above it takes forever",
    fallback: "95 %",
    example: "95 %",
  }),
} as const;

export const experimentSchema = group(experimentFields, "How it is simulated.");

/** The experiment, and how runs of every deployment begin where that is not as usual. */
export function compileExperiment(into: Compilation): { readonly experiment: Experiment; readonly start: Pick<DeploymentSpec, "start"> } {
  const path: Path = ["experiment"];
  const { seed, tenants, duration, warmup, replications, start, confidence } = into.resolve(experimentFields, { path });
  checkLastStart([...path, "start", "every"], start, tenants.max, duration, into);
  if (replications.min > replications.max) {
    const message = `at least ${replications.min} replications, but at most ${replications.max}`;
    into.error([...path, "replications", into.raw([...path, "replications", "max"]) === undefined ? "min" : "max"], {
      message,
      expected: "min of at most max",
    });
  }
  if (warmup !== "auto" && warmup >= duration) {
    const message = `the warm-up (${formatQuantity(warmup, "time")}) leaves nothing of the run (${formatQuantity(duration, "time")})`;
    into.error([...path, "warmup"], { message, expected: "less than the duration", fix: 'write "auto"' });
  }
  const isUsual = start.every === ALL_AT_ONCE.every && start.requests === ALL_AT_ONCE.requests;
  return {
    experiment: { seed, minTenants: tenants.min, maxTenants: tenants.max, duration, warmup, replications, confidence },
    start: isUsual ? {} : { start },
  };
}

/** Tenants that start one by one all have to get their turn. */
function checkLastStart(path: Path, { every, requests }: StartSpec, tenants: number, duration: number, into: Compilation): void {
  const last = every * (tenants - 1);
  const longest = requests === "at once" ? duration : LONGEST_START;
  if (last <= longest) return;
  const message = `the start of tenant ${tenants} would begin after ${formatIn("s", last, "time")}`;
  const of = requests === "at once" ? "the run, in which requests come at once" : "the day that a run waits for starts";
  into.error(path, {
    message,
    expected: `a start within ${formatQuantity(longest, "time")}, ${of}`,
    fix: `write "${formatIn("s", Math.floor((longest / (tenants - 1)) * 1000) / 1000, "time")}" or less, or fewer tenants`,
  });
}

/** Warns before a study that would take very long. */
export function checkSize({ duration, maxTenants }: Experiment, apps: readonly (AppSpec | undefined)[], into: Compilation): void {
  const rate = apps.reduce((sum, app) => sum + (app === undefined ? 0 : meanRateWithin(app, duration)), 0);
  const requests = rate * duration * maxTenants;
  if (requests < MANY_REQUESTS) return;
  into.warn(["experiment", "tenants"], {
    message: `one run of ${maxTenants} tenants has ${(requests / 1e6).toFixed(0)} million requests`,
    expected: `fewer than ${MANY_REQUESTS / 1e6} million, to be done in minutes`,
    fix: "shorten the duration, or lower the largest number of tenants",
  });
}
