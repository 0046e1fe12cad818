/**
 * All arrival processes, by kind: a plain specification in, a source that is asked for one arrival after the other out. A new process is a
 * file beside this one and a word in `KINDS`.
 */
import type { RandomStream } from "../stream.ts";
import type { ArrivalContext, ArrivalCycle, ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
import { batches } from "./batches.ts";
import { bursts } from "./bursts.ts";
import { instants } from "./instants.ts";
import { mmpp } from "./mmpp.ts";
import { onOff } from "./on-off.ts";
import { periodic } from "./periodic.ts";
import { poisson } from "./poisson.ts";
import { renewal } from "./renewal.ts";
import { trace } from "./trace.ts";
import { varying } from "./varying.ts";

const KINDS = { poisson, periodic, bursts, trace, renewal, varying, mmpp, onOff, batches, instants } as const;

/** When arrivals come. Times in seconds, rates per second. */
export type ArrivalSpec = {
  [K in keyof typeof KINDS]: (typeof KINDS)[K] extends ArrivalKind<infer Spec> ? Spec : never;
}[keyof typeof KINDS];

function kindOf(spec: ArrivalSpec): ArrivalKind<ArrivalSpec> {
  const found = (KINDS as Partial<Record<string, unknown>>)[spec.kind];
  if (found === undefined) throw new RangeError(`${spec.kind}: unknown kind of arrivals; expected one of ${Object.keys(KINDS).join(", ")}`);
  return found as ArrivalKind<ArrivalSpec>;
}

/**
 * The process draws from `stream` alone. `traceStart` in 0..1 says where in its trace a replay begins; given alike to all who replay one
 * trace, its busy times come to all of them at once, as they were recorded.
 * @throws RangeError if the parameters are impossible
 */
export function createArrivals(spec: ArrivalSpec, stream: RandomStream, traceStart = 0): ArrivalProcess {
  const context: ArrivalContext = { stream, traceStart, create: (inner) => kindOf(inner).create(inner, context) };
  return context.create(spec);
}

/** Arrivals in the long run [1/s]; 0 for those that come to an end. */
export function meanRate(spec: ArrivalSpec): number {
  return kindOf(spec).meanRate(spec, meanRate);
}

/** How long arrivals take to go through all that they do; undefined where each stands for itself. */
export function cycleOf(spec: ArrivalSpec): ArrivalCycle | undefined {
  return kindOf(spec).cycle?.(spec, cycleOf);
}

/** Mean rate over the first `duration` seconds [1/s]. */
export function meanRateWithin(spec: ArrivalSpec, duration: number): number {
  const found = kindOf(spec).within?.(spec, duration, (inner) => meanRateWithin(inner, duration) * duration);
  return found === undefined ? meanRate(spec) : found / duration;
}

/** Variance of the number of arrivals in a long time by its mean [1]; undefined where theory has no closed form. */
export function dispersion(spec: ArrivalSpec): number | undefined {
  return kindOf(spec).dispersion?.(spec, dispersion);
}

/** One of each kind. */
export const ARRIVAL_EXAMPLES: readonly ArrivalSpec[] = Object.values(KINDS).map(({ example }) => example);
