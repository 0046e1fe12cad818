/**
 * One tenant's function: instances appear on demand, serve, idle out after the keep-alive, or are evicted. Which free one serves next, and how long an
 * idle one stays, are policies. A waiting invocation is served by whichever instance is free or ready first.
 */
import { type HandlerId, HORIZON, type Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import type { ServiceContext } from "../request/destination.ts";
import { Service, type ServiceTools } from "../service/service.ts";
import { NO_MEMORY } from "../vocabulary.ts";
import { type Platform, platformOn } from "./platform.ts";
import { type FreeInstances, IDLE_INSTANCE_POLICIES } from "./policies/idle-instance/idle-instance.ts";
import { type KeepAlive, keepAlivePolicy } from "./policies/keep-alive/keep-alive.ts";
import type { FunctionSpec } from "./spec.ts";

/** How many instances there are, in words. */
export const SCALING = "one more instance for each invocation that waits, as far as the limits allow";

/** What it does with invocations that nobody is free for, in words. */
export const BACKLOG = "first come, first served; a request that finds the backlog full is refused and not retried";

export class FunctionService extends Service {
  readonly isResident = false;
  readonly #simulation: Simulation;
  readonly #spec: FunctionSpec;
  readonly #platform: Platform;
  readonly #keepAlive: KeepAlive;
  readonly #expire: HandlerId;
  /** Ready instances with a free place. */
  readonly #free: FreeInstances;
  /** All of them, in the order of their starts. */
  readonly #instances = new Set<Instance>();
  #starting = 0;

  constructor(context: ServiceContext, spec: FunctionSpec, tools: ServiceTools) {
    super(context, tools);
    this.#simulation = tools.simulation;
    this.#spec = spec;
    this.#platform = platformOn(context.host, spec.platform, tools);
    this.#free = IDLE_INSTANCE_POLICIES[spec.idleInstance].create();
    this.#keepAlive = keepAlivePolicy(spec.keepAlive).create(spec.keepAlive);
    this.#expire = tools.shared("keep-alive over", () => tools.simulation.on("keep-alive over", (id) => expire(tools, id)));
  }

  /** Configured size of an instance [B]. */
  get instanceMemory(): number {
    return this.#spec.memory;
  }

  /** Nothing starts before the first invocation. */
  begin(): void {}

  offer(row: number): void {
    this.#keepAlive.invoked(this.#simulation.now);
    this.#platform.dispatch(row);
  }

  /** The platform has passed an invocation on. */
  dispatched(row: number): void {
    const instance = this.#free.next();
    if (instance !== undefined) return this.#serve(row, instance);
    if (this.queue.length >= this.#spec.backlog) return this.execution.refuse(row);
    this.queue.push(row, this.requests.next);
    this.startWanted();
  }

  /** Starts as many instances as the waiting invocations call for and the limits allow. */
  startWanted(): void {
    const perInstance = this.#spec.concurrency;
    while (this.#starting * perInstance < this.queue.length && this.#instances.size < this.#spec.maxInstances) {
      if (!this.#platform.admit(this, this.#spec.memory)) return;
      this.#starting++;
      this.#instances.add(this.lifecycle.start(this.context.id, this.context.template));
    }
    this.#platform.forget(this);
  }

  hasReadyInstance(): boolean {
    return this.#instances.size > this.#starting;
  }

  ready(instance: Instance): void {
    this.#starting--;
    this.#free.add(instance);
    this.#takeWaiting(instance);
    this.#platform.started();
  }

  freed(instance: Instance): void {
    if (instance.busy === this.#spec.concurrency - 1) this.#free.add(instance);
    this.#takeWaiting(instance);
  }

  /** Ends an idle instance whose keep-alive is over. */
  remove(instance: Instance): void {
    this.lifecycle.end(instance);
    this.#forgetInstance(instance);
  }

  /** Ends an idle instance to make room for another. */
  evict(instance: Instance): void {
    this.lifecycle.evictions++;
    this.remove(instance);
  }

  /** A start that ends for lack of memory takes the invocation with it that waited longest: trying again at once would only kill the next. */
  ended(instance: Instance, failure: number): void {
    const wasStarting = this.#forgetInstance(instance);
    if (wasStarting && failure === NO_MEMORY && this.queue.length > 0) {
      this.execution.fail(this.queue.shift(this.requests.next), NO_MEMORY);
    }
    this.startWanted();
  }

  oldest(): Instance | undefined {
    for (const instance of this.#instances) return instance;
    return undefined;
  }

  #serve(row: number, instance: Instance): void {
    if (instance.busy === 0) {
      this.#simulation.cancel(instance.expiry);
      instance.expiry = 0;
      this.#platform.becameBusy(instance);
    }
    if (instance.busy + 1 === this.#spec.concurrency) this.#free.remove(instance);
    this.execution.begin(row, instance);
  }

  #takeWaiting(instance: Instance): void {
    while (this.queue.length > 0 && instance.busy < this.#spec.concurrency) this.#serve(this.queue.shift(this.requests.next), instance);
    if (instance.busy > 0) return;
    const { now } = this.#simulation;
    const end = now + this.#keepAlive.idleTime(now);
    if (end <= HORIZON) instance.expiry = this.#simulation.at(end, this.#expire, instance.id);
    this.#platform.becameIdle(instance, this);
  }

  /** Returns whether it was still starting. */
  #forgetInstance(instance: Instance): boolean {
    this.#simulation.cancel(instance.expiry);
    this.#free.remove(instance);
    this.#instances.delete(instance);
    const wasStarting = instance.readyAt === Number.POSITIVE_INFINITY;
    if (wasStarting) this.#starting--;
    this.#platform.left(instance, this.#spec.memory, wasStarting);
    return wasStarting;
  }
}

function expire({ instances, services }: ServiceTools, id: number): void {
  const instance = instances.of(id);
  if (instance !== undefined) (services[instance.service] as FunctionService).remove(instance);
}
