/**
 * One tenant's function: instances appear on demand, serve, idle out after the keep-alive, or are evicted.
 * The instance used last serves next, so that the others can expire. A waiting invocation is served by whichever instance is free or ready first.
 */
import { type HandlerId, HORIZON, nanoseconds, type Simulation } from "../../engine/index.ts";
import { NO_MEMORY } from "../vocabulary.ts";
import type { Execution } from "../request/execution.ts";
import type { Instance } from "../instance/instance.ts";
import type { Lifecycle } from "../instance/lifecycle.ts";
import { Service, type ServiceContext } from "../service/service.ts";
import type { RequestTable } from "../request/request-table.ts";
import type { Platform } from "./platform.ts";
import type { FunctionSpec } from "./spec.ts";

export class FunctionService extends Service {
  readonly #simulation: Simulation;
  readonly #spec: FunctionSpec;
  readonly #platform: Platform;
  readonly #lifecycle: Lifecycle;
  readonly #execution: Execution;
  readonly #requests: RequestTable;
  readonly #keepAlive: number;
  readonly #expire: HandlerId;
  /** Ready instances with a free place; the last one is used next. */
  readonly #free: Instance[] = [];
  #instances = 0;
  #starting = 0;

  constructor(
    context: ServiceContext,
    spec: FunctionSpec,
    platform: Platform,
    parts: { simulation: Simulation; lifecycle: Lifecycle; execution: Execution; requests: RequestTable; expire: HandlerId },
  ) {
    super(context);
    this.#spec = spec;
    this.#platform = platform;
    this.#simulation = parts.simulation;
    this.#lifecycle = parts.lifecycle;
    this.#execution = parts.execution;
    this.#requests = parts.requests;
    this.#expire = parts.expire;
    this.#keepAlive = nanoseconds(spec.keepAlive);
  }

  /** Configured size of an instance [B]. */
  get instanceMemory(): number {
    return this.#spec.memory;
  }

  /** Nothing starts before the first invocation. */
  begin(): void {}

  offer(row: number): void {
    this.#platform.dispatch(row);
  }

  /** The platform has passed an invocation on. */
  dispatched(row: number): void {
    const instance = this.#free.at(-1);
    if (instance !== undefined) return this.#serve(row, instance);
    if (this.queue.length >= this.#spec.backlog) return this.#execution.refuse(row);
    this.queue.push(row, this.#requests.next);
    this.startWanted();
  }

  /** Starts as many instances as the waiting invocations call for and the limits allow. */
  startWanted(): void {
    const perInstance = this.#spec.concurrency;
    while (this.#starting * perInstance < this.queue.length && this.#instances < this.#spec.maxInstances) {
      if (!this.#platform.admit(this, this.#spec.memory)) return;
      this.#instances++;
      this.#starting++;
      this.#lifecycle.start(this.context.id, this.context.template);
    }
    this.#platform.forget(this);
  }

  hasReadyInstance(): boolean {
    return this.#instances > this.#starting;
  }

  ready(instance: Instance): void {
    this.#starting--;
    this.#free.push(instance);
    this.#takeWaiting(instance);
    this.#platform.started();
  }

  freed(instance: Instance): void {
    if (instance.busy === this.#spec.concurrency - 1) this.#free.push(instance);
    this.#takeWaiting(instance);
  }

  /** Ends an idle instance: keep-alive over, or evicted. */
  remove(instance: Instance): void {
    this.#lifecycle.end(instance);
    this.#forgetInstance(instance);
  }

  /** A start that ends for lack of memory takes the invocation with it that waited longest: trying again at once would only kill the next. */
  ended(instance: Instance, failure: number): void {
    const starting = instance.readyAt === Number.POSITIVE_INFINITY;
    this.#forgetInstance(instance);
    if (starting && failure === NO_MEMORY && this.queue.length > 0) {
      this.#execution.fail(this.queue.shift(this.#requests.next), NO_MEMORY);
    }
    this.startWanted();
  }

  #serve(row: number, instance: Instance): void {
    if (instance.busy === 0) {
      this.#simulation.cancel(instance.expiry);
      instance.expiry = 0;
      this.#platform.becameBusy(instance);
    }
    if (instance.busy + 1 === this.#spec.concurrency) this.#leaveFree(instance);
    this.#execution.begin(row, instance);
  }

  /** Full, it is none of the free ones. Nearly always it was the last of them; `splice` would make an array. */
  #leaveFree(instance: Instance): void {
    if (this.#free.at(-1) === instance) this.#free.pop();
    else this.#free.splice(this.#free.lastIndexOf(instance), 1);
  }

  #takeWaiting(instance: Instance): void {
    while (this.queue.length > 0 && instance.busy < this.#spec.concurrency) this.#serve(this.queue.shift(this.#requests.next), instance);
    if (instance.busy > 0) return;
    const end = this.#simulation.now + this.#keepAlive;
    if (end <= HORIZON) instance.expiry = this.#simulation.at(end, this.#expire, instance.id);
    this.#platform.becameIdle(instance, this);
  }

  #forgetInstance(instance: Instance): void {
    const place = this.#free.indexOf(instance);
    if (place >= 0) this.#free.splice(place, 1);
    this.#instances--;
    const starting = instance.readyAt === Number.POSITIVE_INFINITY;
    if (starting) this.#starting--;
    this.#platform.left(instance, this.#spec.memory, starting);
  }
}
