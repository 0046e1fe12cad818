/**
 * All arrival processes, by kind: a plain specification in, a source that is asked for one arrival after the other out. A new process is a
 * file beside this one, a line in `ArrivalSpec` and a line in `KINDS`.
 */
import type { RandomStream } from "../stream.ts";
import type { ArrivalContext, ArrivalKind, ArrivalProcess } from "./arrival-process.ts";
import { batches, type BatchesSpec } from "./batches.ts";
import { bursts, type BurstsSpec } from "./bursts.ts";
import { mmpp, type MmppSpec } from "./mmpp.ts";
import { onOff, type OnOffSpec } from "./on-off.ts";
import { periodic, type PeriodicSpec } from "./periodic.ts";
import { poisson, type PoissonSpec } from "./poisson.ts";
import { renewal, type RenewalSpec } from "./renewal.ts";
import { trace, type TraceReplaySpec } from "./trace.ts";
import { varying, type VaryingSpec } from "./varying.ts";

/** When arrivals come. Times in seconds, rates per second. */
export type ArrivalSpec =
  | PoissonSpec
  | PeriodicSpec
  | BurstsSpec
  | TraceReplaySpec
  | RenewalSpec
  | VaryingSpec
  | MmppSpec
  | OnOffSpec
  | BatchesSpec;

const KINDS: { readonly [K in ArrivalSpec["kind"]]: ArrivalKind<Extract<ArrivalSpec, { kind: K }>> } = {
  poisson,
  periodic,
  bursts,
  trace,
  renewal,
  varying,
  mmpp,
  onOff,
  batches,
};

function kindOf(spec: ArrivalSpec): ArrivalKind<ArrivalSpec> {
  const found = (KINDS as Partial<Record<string, ArrivalKind<never>>>)[spec.kind];
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

/** Arrivals in the long run [1/s]. */
export function meanRate(spec: ArrivalSpec): number {
  return kindOf(spec).meanRate(spec, meanRate);
}
