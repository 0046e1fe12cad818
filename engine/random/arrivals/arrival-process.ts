/** What every arrival process is, and what the registry knows of its kind. */
import { SavedFields } from "../../kernel/saved-fields.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import type { RandomStream } from "../stream.ts";
import type { ArrivalSpec } from "./registry.ts";

/**
 * A source that a model asks for the next arrival, one at a time, so that only one is ever pending and nothing is preloaded. It remembers
 * where it is: `keep` it in a simulation that is saved.
 */
export abstract class ArrivalProcess extends SavedFields {
  /** Row of the trace behind the arrival given last; -1 if there is none. */
  readonly row: number = -1;

  /**
   * The next arrival [ns from the start], a whole number: never before the one given last, equal to it within a batch, Infinity when there
   * will be no more.
   */
  abstract next(): Nanoseconds;
}

/** What a process draws from, where it begins, and how it makes another process inside itself. */
export interface ArrivalContext {
  readonly stream: RandomStream;
  /** In 0..1: where in its trace a replay begins. */
  readonly traceStart: number;
  readonly create: (spec: ArrivalSpec) => ArrivalProcess;
}

/** How long arrivals take to go through all that they do [s]. */
export interface ArrivalCycle {
  readonly length: number;
  /** All sources go through it together, as through a recording or the hours of a day: only whole cycles average out, not many sources. */
  readonly isCommon: boolean;
}

/** One kind of arrival process: an entry of the registry. */
export interface ArrivalKind<Spec> {
  /** @throws RangeError if the parameters are impossible */
  create(spec: Spec, context: ArrivalContext): ArrivalProcess;
  /** Arrivals in the long run [1/s]; 0 for those that come to an end. `meanRateOf` is for kinds that contain another. */
  meanRate(spec: Spec, meanRateOf: (spec: ArrivalSpec) => number): number;
  /** Expected number in the first `duration` seconds, for kinds that may come to an end; others have the mean rate all the time. */
  within?(spec: Spec, duration: number, withinOf: (spec: ArrivalSpec) => number): number | undefined;
  /**
   * Variance of the number of arrivals in a long time by its mean [1]: 1 if they are independent, more if they come in bursts. Undefined where theory
   * has no closed form.
   */
  dispersion?(spec: Spec, dispersionOf: (spec: ArrivalSpec) => number | undefined): number | undefined;
  /** Undefined where each arrival stands for itself. `cycleOf` is for kinds that contain another. */
  cycle?(spec: Spec, cycleOf: (spec: ArrivalSpec) => ArrivalCycle | undefined): ArrivalCycle | undefined;
  /** One with round numbers. The tests hold it to the mean rate and the dispersion that its kind says. */
  readonly example: Spec;
}

/** @throws RangeError unless `value` is above 0 and finite */
export function requirePositive(kind: string, name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${kind} arrivals: ${name}: found ${value}, expected a finite number above 0`);
}

/** @throws RangeError unless `value` is at least 0 and finite */
export function requireNotNegative(kind: string, name: string, value: number): void {
  if (!(value >= 0 && value < Infinity))
    throw new RangeError(`${kind} arrivals: ${name}: found ${value}, expected a finite number of at least 0`);
}
