/**
 * A serverless platform on one host: passes invocations on, and decides when an instance may start and which one has to go for it.
 * Policies: at most `parallelStarts` starts at a time; instances together at most `poolMemory` by configured size; a start that finds the pool full
 * evicts the instance that has been idle longest, of whichever tenant; if none is idle, invocations wait.
 */
import { type HandlerId, nanoseconds, type Simulation } from "../../engine/index.ts";
import { QUEUEING, RUNNING, WAITING } from "../vocabulary.ts";
import type { Instance } from "../instance/instance.ts";
import type { Machine } from "../host/host.ts";
import { QUEUED, type RequestTable } from "../request/request-table.ts";
import type { FunctionService } from "./function-service.ts";
import type { PlatformSpec } from "./spec.ts";

export class Platform {
  readonly spec: PlatformSpec;
  readonly #simulation: Simulation;
  readonly #machine: Machine;
  readonly #requests: RequestTable;
  readonly #serviceOf: (id: number) => FunctionService;
  readonly #group: number;
  readonly #dispatchWork: number;
  readonly #workDone: HandlerId;
  readonly #dispatched: HandlerId;
  /** Idle instances, the one idle longest first. */
  readonly #idle = new Map<Instance, FunctionService>();
  /** Services that want to start an instance and may not yet, first come first served. */
  readonly #wanting = new Set<FunctionService>();
  /** Configured memory of all instances [B]. */
  #poolUsed = 0;
  #starting = 0;
  evictions = 0;

  constructor(
    simulation: Simulation,
    machine: Machine,
    requests: RequestTable,
    spec: PlatformSpec,
    serviceOf: (id: number) => FunctionService,
  ) {
    this.spec = spec;
    this.#simulation = simulation;
    this.#machine = machine;
    this.#requests = requests;
    this.#serviceOf = serviceOf;
    this.#group = machine.cores.addGroup({ weight: machine.spec.cpu.cores, name: spec.name });
    this.#dispatchWork = machine.work(spec.dispatchCpu, spec.dispatchSpeed);
    this.#workDone = simulation.on(`${spec.name}: dispatch work done`, (row) => this.#onWorkDone(row));
    this.#dispatched = simulation.on(`${spec.name}: dispatched`, (row) => this.#onDispatched(row));
  }

  /** Takes an invocation on its way to an instance: work on the cores, then a wait that uses none. */
  dispatch(row: number): void {
    if (this.#dispatchWork > 0) this.#machine.cores.submit(this.#group, this.#dispatchWork, this.#workDone, row);
    else this.#wait(row);
  }

  #onWorkDone(row: number): void {
    const stay = this.#simulation.now - this.#requests.mark[row];
    const running = Math.min(stay, this.#dispatchWork);
    this.#requests.addPart(row, RUNNING, running);
    this.#requests.addPart(row, WAITING, stay - running);
    this.#requests.mark[row] = this.#simulation.now;
    this.#wait(row);
  }

  #wait(row: number): void {
    this.#simulation.after(nanoseconds(this.spec.dispatchLatency), this.#dispatched, row);
  }

  #onDispatched(row: number): void {
    this.#requests.account(row, QUEUEING, this.#simulation.now);
    this.#requests.phase[row] = QUEUED;
    this.#serviceOf(this.#requests.service[row]).dispatched(row);
  }

  /** Asks for room for one more instance; if there is none now, `service.startWanted()` is called again when that may have changed. */
  admit(service: FunctionService, memory: number): boolean {
    if (this.#starting < this.spec.parallelStarts && this.#makeRoom(memory)) {
      this.#starting++;
      this.#poolUsed += memory;
      return true;
    }
    this.#wanting.add(service);
    return false;
  }

  /** The service no longer waits for an admission. */
  forget(service: FunctionService): void {
    this.#wanting.delete(service);
  }

  started(): void {
    this.#starting--;
    this.#askAgain();
  }

  /** An instance is gone; `starting` if it never became ready. */
  left(instance: Instance, memory: number, starting: boolean): void {
    this.#idle.delete(instance);
    this.#poolUsed -= memory;
    if (starting) this.#starting--;
    this.#askAgain();
  }

  becameIdle(instance: Instance, service: FunctionService): void {
    this.#idle.set(instance, service);
    if (this.#wanting.size > 0) this.#askAgain();
  }

  becameBusy(instance: Instance): void {
    this.#idle.delete(instance);
  }

  #makeRoom(memory: number): boolean {
    let evictable = 0;
    for (const owner of this.#idle.values()) evictable += owner.instanceMemory;
    // Where all idle instances together would not do, none has to go.
    if (this.#poolUsed - evictable + memory > this.spec.poolMemory) return false;
    for (const [instance, owner] of this.#idle) {
      if (this.#poolUsed + memory <= this.spec.poolMemory) break;
      this.evictions++;
      owner.remove(instance);
    }
    return this.#poolUsed + memory <= this.spec.poolMemory;
  }

  #askAgain(): void {
    if (this.#asking) return; // an eviction inside an admission: the caller is asking already
    this.#asking = true;
    // While it is asked a service may leave the set or stay where it is. Nobody is asked in vain: a boot storm has thousands waiting.
    for (const service of this.#wanting) {
      if (this.#starting >= this.spec.parallelStarts) break;
      service.startWanted();
    }
    this.#asking = false;
  }
  #asking = false;
}
