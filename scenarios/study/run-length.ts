/**
 * How long a run is. The scenario's `duration` is the least; what is simulated decides: a percentile needs its requests, a pattern of arrivals whole
 * cycles, a keep-alive of ten minutes more than ten minutes. Else the answer would be about the beginning.
 */
import { cycleOf, meanRate as meanRateOf, samplesNeeded } from "../../engine/index.ts";
import type { DeploymentSpec, PartSpec } from "../../models/fleet/deployment.ts";
import { unitOf } from "../../models/fleet/units.ts";
import { type AppSpec, meanRate } from "../../models/workload/spec.ts";
import { percentileOf } from "../objective.ts";
import type { Scenario } from "../scenario.ts";

export interface RunPlan {
  /** Simulated time in which requests come [s]. */
  readonly duration: number;
  /** Rule for the part that is not counted: MSER-5, or a fixed time [s]. */
  readonly warmup: "auto" | number;
  /** Why it is longer than the scenario says; undefined if it is not. */
  readonly lengthened?: string;
}

/** A run is not lengthened beyond so many requests, nor so much simulated time [s]: a study has many runs. */
const MOST_REQUESTS = 1_000_000;
const LONGEST = 24 * 3600;

/** Of samples that a percentile needs, so many times come: half of a run may be cut as warm-up. */
const SPARE = 2.5;
/** Cycles of independent sources in a run: of all tenants together, and of each. */
const CYCLES = 20;
const OWN_CYCLES = 2;
/** A run is so many times as long as what its slowest mechanism remembers. */
const MEMORIES = 3;
/** Crashes in a run. */
const CRASHES = 10;
/** Share of a run that is cut before whole cycles of a common pattern. */
const LEAD = 0.2;

/** A length [s] that something asks for. */
interface Wish {
  readonly time: number;
  readonly because: string;
}

/**
 * What is asked is how a run goes from its beginning to its end, and not what it comes to: requests that come while everything starts, or that are
 * played once. Then no part of it is cut off, it is as long as the scenario says, and a drift is part of the answer.
 */
export const isTransient = ({ start, parts }: DeploymentSpec): boolean =>
  start?.requests === "at once" || parts.some(({ app }) => app.arrivals.some((arrivals) => meanRateOf(arrivals) === 0));

export function planRun(scenario: Scenario, deployment: DeploymentSpec, tenants: number): RunPlan {
  const { duration, warmup } = scenario.experiment;
  if (isTransient(deployment)) return { duration, warmup: warmup === "auto" ? 0 : warmup };
  const { parts } = deployment;
  const rate = tenants * parts.reduce((sum, { app }) => sum + meanRate(app), 0);
  const most = Math.max(duration, Math.min(LONGEST, MOST_REQUESTS / rate));
  const wishes = [...parts.flatMap((part) => wishesOf(part, scenario, tenants)), ...crashes(deployment, tenants)];
  // What is beyond reach is not reached by half: a keep-alive of a week, requests that come once a month.
  const reachable = wishes.filter(({ time }) => time <= most);
  const longest = reachable.reduce((a, b) => (b.time > a.time ? b : a), { time: 0, because: "" });
  const wanted = Math.ceil(longest.time);
  const pattern = Math.max(0, ...parts.map(({ app }) => patternOf(app)));
  const plan: RunPlan = wanted > duration ? { duration: wanted, warmup, lengthened: longest.because } : { duration, warmup };
  if (pattern === 0) return plan;
  return overCycles(plan, pattern, most);
}

/** Whole cycles of a common pattern after the part that is cut, as far as they are affordable. */
function overCycles({ duration, warmup, ...rest }: RunPlan, pattern: number, most: number): RunPlan {
  const lead = warmup === "auto" ? undefined : warmup;
  const cycles = Math.max(1, Math.ceil((duration * (1 - LEAD)) / pattern));
  const whole =
    lead === undefined ? (cycles * pattern) / (1 - LEAD) : Math.ceil(lead + Math.max(1, Math.round((duration - lead) / pattern)) * pattern);
  if (whole > most) return { duration, warmup, ...rest };
  const lengthened = whole > duration ? { lengthened: "whole cycles of the pattern of arrivals" } : {};
  return { duration: whole, warmup: lead ?? LEAD * whole, ...rest, ...lengthened };
}

function wishesOf({ app, unit }: PartSpec, { objectives }: Scenario, tenants: number): Wish[] {
  const objective = objectives.get(app.name);
  const percentile = objective && percentileOf(objective.statistic);
  const memory = unitOf(unit).memory?.(unit);
  const { access } = app.memory;
  const rate = tenants * meanRate(app);
  return [
    // Of what is played once, waiting brings no more.
    ...(percentile === undefined || rate === 0
      ? []
      : [
          {
            time: (SPARE * samplesNeeded(percentile)) / rate,
            because: `requests for the ${objective?.statistic} of ${app.name}`,
          },
        ]),
    ...app.arrivals.flatMap((spec): Wish[] => {
      const cycle = cycleOf(spec);
      if (cycle === undefined || cycle.isCommon) return [];
      return [{ time: cycle.length * Math.max(OWN_CYCLES, CYCLES / tenants), because: `cycles of the arrivals of ${app.name}` }];
    }),
    ...(memory === undefined ? [] : [{ time: MEMORIES * memory.time, because: `the ${memory.of} of ${app.name}` }]),
    ...(access?.kind === "phases"
      ? [{ time: (MEMORIES * access.every) / access.share, because: `phases of the working set of ${app.name}` }]
      : []),
  ];
}

function crashes({ restartEvery, parts }: DeploymentSpec, tenants: number): Wish[] {
  if (restartEvery === undefined) return [];
  return [{ time: (CRASHES * restartEvery) / (tenants * parts.length), because: "crashes and restarts" }];
}

/** Length of the longest pattern that all tenants go through together [s]; 0 if there is none. */
function patternOf({ arrivals }: AppSpec): number {
  const lengths = arrivals.map((spec) => cycleOf(spec)).flatMap((cycle) => (cycle?.isCommon ? [cycle.length] : []));
  return Math.max(0, ...lengths);
}

/** The same run, twice as long; undefined where that would be too long. */
export function twiceAsLong(plan: RunPlan, deployment: DeploymentSpec, tenants: number, because: string): RunPlan | undefined {
  const rate = tenants * deployment.parts.reduce((sum, { app }) => sum + meanRate(app), 0);
  const duration = 2 * plan.duration;
  if (duration > 4 * LONGEST || duration * rate > 4 * MOST_REQUESTS) return undefined;
  return { duration, warmup: plan.warmup === "auto" ? "auto" : plan.warmup, lengthened: because };
}
