/**
 * What is measured of the requests of one run, by application, along the slices of its time. The audit's own books (requests in the system) run
 * over the whole time and over all applications.
 */
import type { Simulation } from "../../engine/index.ts";
import { COMPONENTS, LATE } from "../vocabulary.ts";
import { AppMeasurement } from "./app-measurement.ts";
import { SLICES, STRETCHES } from "./time-slices.ts";
import type { RequestCounts, ServiceContext } from "../request/destination.ts";
import { FOR_START, FOR_THREAD, type RequestTable } from "../request/request-table.ts";

const WIDTH = COMPONENTS.length;

export class Measurement implements RequestCounts {
  /** In the order of the deployment's parts; an application is named by its index. */
  readonly apps: readonly AppMeasurement[];
  readonly #simulation: Simulation;
  /** Instant from which requests come [ns]. */
  origin = 0;
  #isOpen = false;
  #duration = 1;
  /** Books for the audit: the same quantity along the time axis and request by request. */
  arrivals = 0;
  completions = 0;
  failures = 0;
  inSystem = 0;
  numberIntegral = 0;
  residence = 0;
  #changedAt = 0;

  /** @param apps number of applications */
  constructor(simulation: Simulation, apps: number) {
    this.#simulation = simulation;
    this.apps = Array.from({ length: apps }, () => new AppMeasurement());
  }

  /** Requests come from now on, for `duration` [ns]. */
  open(duration: number): void {
    this.#duration = duration;
    this.origin = this.#simulation.now;
    this.#changedAt = this.origin;
    this.#isOpen = true;
  }

  arrive(app: number): void {
    this.#advance(1);
    this.arrivals++;
    this.apps[app].slices[this.#sliceAt(this.#simulation.now)].arrivals++;
  }

  /** `requests.parts` of `row` sum to its response time, or its bookkeeping is broken. */
  complete(requests: RequestTable, row: number, context: ServiceContext): void {
    this.#advance(-1);
    this.completions++;
    const { now } = this.#simulation;
    const stay = now - requests.arrival[row];
    this.residence += stay;
    const response = stay + context.networkDelay;
    let sum = 0;
    for (let k = 0; k < WIDTH; k++) sum += requests.parts[row * WIDTH + k];
    if (sum !== response)
      throw new Error(`request of ${context.app.name}: its parts sum to ${sum} ns, its response time is ${response} ns`);
    const app = this.apps[context.appIndex];
    const slice = app.slices[this.#sliceAt(now)];
    slice.completed++;
    const waited = requests.waited[row];
    if ((waited & FOR_THREAD) !== 0) slice.waited++;
    if ((waited & FOR_START) !== 0) slice.coldStarts++;
    slice.latency.add(response);
    slice.latencySum += response;
    slice.profile.add(response, requests.parts, row * WIDTH);
    if (response > context.app.patience * 1e9) slice.failures[LATE]++;
    const stretch = Math.min(STRETCHES - 1, Math.floor(((now - this.origin) * STRETCHES) / this.#duration));
    app.seriesSum[stretch] += response;
    app.seriesCount[stretch]++;
  }

  /** A request that has been in the system for `stay` [ns] leaves it unanswered. */
  fail(app: number, failure: number, stay: number): void {
    this.#advance(-1);
    this.failures++;
    this.residence += stay;
    this.apps[app].slices[this.#sliceAt(this.#simulation.now)].failures[failure]++;
  }

  /** An instance that began to start at `startedAt` is ready at `readyAt` [ns]; it counts in the slice in which it began. */
  started(app: number, startedAt: number, readyAt: number): void {
    const measured = this.apps[app];
    measured.starts.add(readyAt - startedAt);
    if (!this.#isOpen || startedAt < this.origin) return;
    const slice = Math.floor(((startedAt - this.origin) * SLICES) / this.#duration);
    if (slice < SLICES) measured.slices[slice].starts++;
  }

  /** ∫ requests in the system dt up to now [ns]. Changes nothing. */
  get time(): number {
    return this.numberIntegral + this.inSystem * (this.#simulation.now - this.#changedAt);
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

  /** What happens at the very end belongs to the last slice. */
  #sliceAt(instant: number): number {
    return Math.min(SLICES - 1, Math.floor(((instant - this.origin) * SLICES) / this.#duration));
  }
}
