/**
 * What is measured of the requests of one run. Time is cut into slices with statistics of their own, so that the warm-up can be removed after
 * the run without keeping every request. The audit's own books (requests in the system) run over the whole time.
 */
import { Histogram, type Simulation } from "../../engine/index.ts";
import { COMPONENTS, FAILURES, LATE } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { ServiceContext } from "../service/service.ts";
import type { RequestTable } from "../request/request-table.ts";

/** A run has this many slices; the warm-up is a whole number of them. */
export const SLICES = 20;
/** Response times for the warm-up test are averaged over stretches. */
export const STRETCHES_PER_SLICE = 10;
const STRETCHES = SLICES * STRETCHES_PER_SLICE;

const WIDTH = COMPONENTS.length;

export class Slice {
  arrivals = 0;
  completed = 0;
  readonly failures = new Float64Array(FAILURES.length);
  /** Response times [ns]. */
  readonly latency = new Histogram();
  latencySum = 0;
  readonly profile = new LatencyProfile();
}

export class Measurement {
  readonly slices: readonly Slice[] = Array.from({ length: SLICES }, () => new Slice());
  /** Sum and number of response times in each stretch. */
  readonly #seriesSum = new Float64Array(STRETCHES);
  readonly #seriesCount = new Float64Array(STRETCHES);
  readonly #simulation: Simulation;
  /** Instant from which requests come [ns]. */
  origin = 0;
  #duration = 1;
  /** Books for the audit: the same quantity along the time axis and request by request. */
  arrivals = 0;
  completions = 0;
  failures = 0;
  inSystem = 0;
  numberIntegral = 0;
  residence = 0;
  #changedAt = 0;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Requests come from now on, for `duration` [ns]. */
  open(duration: number): void {
    this.#duration = duration;
    this.origin = this.#simulation.now;
    this.#changedAt = this.origin;
  }

  arrive(): void {
    this.#advance(1);
    this.arrivals++;
    this.#slice().arrivals++;
  }

  /** `requests.parts` of `row` sum to its response time, or its bookkeeping is broken. */
  complete(requests: RequestTable, row: number, context: ServiceContext): void {
    this.#advance(-1);
    this.completions++;
    const stay = this.#simulation.now - requests.arrival[row];
    this.residence += stay;
    const response = stay + context.networkDelay;
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) sum += requests.parts[row * WIDTH + k];
    if (sum !== response)
      throw new Error(`request of ${context.app.name}: its parts sum to ${sum} ns, its response time is ${response} ns`);
    const slice = this.#slice();
    slice.completed++;
    slice.latency.add(response);
    slice.latencySum += response;
    slice.profile.add(response, requests.parts, row * WIDTH);
    if (response > context.app.patience * 1e9) slice.failures[LATE]++;
    const stretch = Math.min(STRETCHES - 1, Math.floor(((this.#simulation.now - this.origin) * STRETCHES) / this.#duration));
    this.#seriesSum[stretch] += response;
    this.#seriesCount[stretch]++;
  }

  fail(failure: number, stay: number): void {
    this.#advance(-1);
    this.failures++;
    this.residence += stay;
    this.#slice().failures[failure]++;
  }

  /** Mean response time [s] of the first `count` stretches; one without completions repeats the one before. */
  series(count: number): number[] {
    const means: number[] = [];
    for (let k = 0; k < count; k++)
      means.push(this.#seriesCount[k] > 0 ? this.#seriesSum[k] / this.#seriesCount[k] / 1e9 : (means[k - 1] ?? 0));
    return means;
  }

  /** Brings the books up to now. */
  settle(): void {
    this.#advance(0);
  }

  #advance(change: number): void {
    const { now } = this.#simulation;
    this.numberIntegral += this.inSystem * (now - this.#changedAt);
    this.#changedAt = now;
    this.inSystem += change;
  }

  #slice(): Slice {
    return this.slices[Math.min(SLICES - 1, Math.floor(((this.#simulation.now - this.origin) * SLICES) / this.#duration))];
  }
}
