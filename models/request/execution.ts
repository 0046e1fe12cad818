/**
 * Carries out requests, step by step, on the systems of the instances that serve them, and accounts for where each one's time went.
 * The hot path of a simulation: rows in typed arrays, handlers, no allocation.
 *
 *     arrive --> ARRIVING --> offered to its service --> QUEUED --> begin
 *                port in      (or refused)                            |
 *                              .--> ON_CPU ----------------> core ----.
 *                              |--> IN_FAULT, IN_SHARED_FAULT --> page|
 *        next step of program--+--> ON_DISK ---------------> disk ----+--> next step
 *                              \--> reply: the thread is free --> LEAVING (port out) --> complete
 *
 *     fail: gives back what it can at once; what a station still holds is DOOMED until the station is done with it
 */
import { type HandlerId, type Nanoseconds, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import type { Instances } from "../instance/instances.ts";
import { FOR_IO } from "../os/cpu/pressure.ts";
import { COLD_START, DISK, FAULTS, NETWORK, QUEUEING, REFUSED, RUNNING, STEAL, THROTTLED, TIMEOUT, WAITING } from "../vocabulary.ts";
import type { Destination, RequestCounts, ServiceContext } from "./destination.ts";
import { PageUse } from "./page-use.ts";
import { BUFFERED_READ, BUFFERED_WRITE, CPU, PROTOCOL_WORK, READ, REPLY, TOUCH } from "./program.ts";
import {
  ARRIVING,
  DOOMED,
  FOR_START,
  FOR_THREAD,
  IN_FAULT,
  IN_SHARED_FAULT,
  LEAVING,
  ON_CPU,
  ON_DISK,
  QUEUED,
  type RequestTable,
} from "./request-table.ts";

export interface ExecutionHooks {
  /** An invocation ran into the platform's time limit: its instance has to go. */
  onTimeout(instance: Instance): void;
  /** The request in `row` has been answered or has failed: for those who wait for it, if there are any. */
  onEnded?(row: number, failed: boolean): void;
}

export class Execution {
  readonly #simulation: Simulation;
  readonly #requests: RequestTable;
  /** By service. */
  readonly #destinations: readonly Destination[];
  /** By slot. */
  readonly #instances: readonly (Instance | undefined)[];
  readonly #counts: RequestCounts;
  readonly #onEnded: ExecutionHooks["onEnded"];
  readonly #pages: PageUse;
  readonly #received: HandlerId;
  readonly #cpuDone: HandlerId;
  readonly #diskDone: HandlerId;
  readonly #sent: HandlerId;
  readonly #timedOut: HandlerId;

  constructor(
    simulation: Simulation,
    requests: RequestTable,
    destinations: readonly Destination[],
    instances: Instances,
    counts: RequestCounts,
    hooks: ExecutionHooks,
  ) {
    this.#simulation = simulation;
    this.#requests = requests;
    this.#destinations = destinations;
    this.#instances = instances.bySlot;
    this.#counts = counts;
    this.#onEnded = hooks.onEnded;
    this.#received = simulation.on("request received", (row) => this.#onReceived(row));
    this.#cpuDone = simulation.on("request: CPU burst done", (row) => this.#onCpuDone(row));
    const pageIn = simulation.on("request: page in memory", (row) => this.#onPageIn(row));
    this.#diskDone = simulation.on("request: disk done", (row) => this.#onDiskDone(row));
    const admitted = simulation.on("request: may write on", (row) => this.#onDiskDone(row));
    this.#pages = new PageUse(simulation, requests, pageIn, admitted);
    this.#sent = simulation.on("request: answer sent", (row) => this.#onSent(row));
    this.#timedOut = simulation.on("request: time limit", (row) => {
      this.#requests.timer[row] = 0;
      const instance = this.#instances[this.#requests.instance[row]];
      this.fail(row, TIMEOUT);
      if (instance !== undefined) hooks.onTimeout(instance);
    });
  }

  /**
   * A message for `destination` begins to arrive; its work is drawn now, so that it does not depend on what serves it. Returns its row; -1 if it was
   * refused, because the table is full.
   */
  arrive({ context }: Destination, traceRow: number): number {
    const { id, app, appIndex, demands, host } = context;
    const requests = this.#requests;
    if (requests.isFull) {
      requests.overflowed = true;
      for (const draw of demands) draw(traceRow);
      this.#counts.arrive(appIndex);
      this.#counts.fail(appIndex, REFUSED, 0);
      return -1;
    }
    const row = requests.allocate(id, this.#simulation.now);
    for (let k = 0; k < demands.length; k++) requests.demands[row * requests.cpuSteps + k] = demands[k](traceRow);
    this.#counts.arrive(appIndex);
    host.port.receive(app.message, this.#received, row);
    return row;
  }

  /** Puts a request that waits into the service of an instance with a free thread. */
  begin(row: number, instance: Instance): void {
    const { now } = this.#simulation;
    const requests = this.#requests;
    const context = this.#contextOf(row);
    // Waiting for an instance to get ready is its cold start; what came after, and waiting for a busy one, is queueing.
    const waited = now - requests.mark[row];
    const coldStart = Math.min(waited, Math.max(0, instance.readyAt - requests.mark[row]));
    requests.addPart(row, COLD_START, coldStart);
    requests.addPart(row, QUEUEING, waited - coldStart);
    requests.waited[row] = (waited > coldStart ? FOR_THREAD : 0) | (coldStart > 0 ? FOR_START : 0);
    requests.mark[row] = now;
    requests.instance[row] = instance.slot;
    requests.step[row] = 0;
    requests.extra[row] = context.receiveCpu;
    this.#pages.begin(row);
    instance.busy++;
    const { timeout } = instance.template;
    if (timeout !== Number.POSITIVE_INFINITY) requests.timer[row] = this.#simulation.after(timeout, this.#timedOut, row);
    this.#advance(row, instance);
  }

  /** The request failed. What it still holds at a station is given back when the station is done with it. */
  fail(row: number, failure: number): void {
    const requests = this.#requests;
    this.#simulation.cancel(requests.timer[row]);
    this.#counts.fail(this.#contextOf(row).appIndex, failure, this.#simulation.now - requests.arrival[row]);
    this.#onEnded?.(row, true);
    const instance = this.#instances[requests.instance[row]];
    if (instance !== undefined) {
      instance.busy--;
      this.#pages.resume(row, instance);
    }
    requests.instance[row] = -1;
    switch (requests.phase[row]) {
      case ON_CPU:
        instance?.system.cpu.withdraw(requests.task[row]);
        return requests.release(row);
      case ARRIVING:
      case IN_SHARED_FAULT:
      case ON_DISK:
      case LEAVING:
        requests.phase[row] = DOOMED;
        return;
      default:
        return requests.release(row);
    }
  }

  /** Fails every request that the instance serves. To be followed by the end of the instance. */
  failAllOf(instance: Instance, failure: number): void {
    const requests = this.#requests;
    for (let row = 0; row < requests.capacity && instance.busy > 0; row++) {
      if (requests.instance[row] === instance.slot) this.fail(row, failure);
    }
  }

  refuse(row: number): void {
    this.fail(row, REFUSED);
  }

  #contextOf(row: number): ServiceContext {
    return this.#destinations[this.#requests.service[row]].context;
  }

  #onReceived(row: number): void {
    const requests = this.#requests;
    requests.account(row, NETWORK, this.#simulation.now);
    requests.phase[row] = QUEUED;
    this.#destinations[requests.service[row]].offer(row);
  }

  #advance(row: number, instance: Instance): void {
    const requests = this.#requests;
    const context = this.#contextOf(row);
    const { program, extraCpu } = context;
    for (;;) {
      const step = requests.step[row];
      const amount = program.amounts[step];
      switch (program.operations[step]) {
        case CPU: {
          // Scaled only now, because only now it is known on what it runs.
          const work =
            amount === PROTOCOL_WORK
              ? 0
              : requests.demands[row * requests.cpuSteps + amount] * (program.speeds[amount] / instance.system.speed);
          const burst = nanoseconds(work * instance.template.slowdown) + Math.round(requests.extra[row] + extraCpu[step]);
          requests.extra[row] = 0;
          if (burst > 0) return this.#startBurst(row, instance, burst);
          break;
        }
        case TOUCH:
          if (!this.#pages.touch(row, instance, amount, context)) return;
          break;
        case BUFFERED_READ:
          if (!this.#pages.useDataFile(row, instance, amount, false, context)) return;
          break;
        case BUFFERED_WRITE:
          if (!this.#pages.useDataFile(row, instance, amount, true, context)) return;
          break;
        case REPLY:
          return this.#reply(row, instance, amount);
        default:
          requests.phase[row] = ON_DISK;
          this.#pages.stall(row, instance, FOR_IO);
          requests.extra[row] += extraCpu[step];
          if (program.operations[step] === READ) instance.system.disk.read(amount, this.#diskDone, row);
          else instance.system.disk.write(amount, this.#diskDone, row);
          return;
      }
      requests.step[row]++;
    }
  }

  #startBurst(row: number, instance: Instance, burst: Nanoseconds): void {
    const requests = this.#requests;
    requests.phase[row] = ON_CPU;
    requests.task[row] = instance.system.cpu.submit(instance.group, burst, this.#cpuDone, row);
  }

  #onCpuDone(row: number): void {
    const requests = this.#requests;
    const instance = this.#instances[requests.instance[row]] as Instance;
    const { running, waiting, steal, throttled } = instance.system.cpu.finished;
    requests.addPart(row, RUNNING, running);
    requests.addPart(row, WAITING, waiting);
    requests.addPart(row, STEAL, steal);
    requests.addPart(row, THROTTLED, throttled);
    requests.mark[row] = this.#simulation.now;
    requests.step[row]++;
    this.#advance(row, instance);
  }

  #onPageIn(row: number): void {
    const requests = this.#requests;
    const phase = requests.phase[row];
    if (phase === DOOMED) return requests.release(row);
    if (phase !== IN_FAULT && phase !== IN_SHARED_FAULT) return; // it failed at this very instant, after its page had come
    const instance = this.#instances[requests.instance[row]] as Instance;
    requests.account(row, FAULTS, this.#simulation.now);
    this.#pages.resume(row, instance);
    this.#pages.finishTouch(row, instance);
    this.#advance(row, instance);
  }

  #onDiskDone(row: number): void {
    const requests = this.#requests;
    if (requests.phase[row] === DOOMED) return requests.release(row);
    requests.account(row, DISK, this.#simulation.now);
    requests.step[row]++;
    const instance = this.#instances[requests.instance[row]] as Instance;
    this.#pages.resume(row, instance);
    this.#advance(row, instance);
  }

  /** Hands the answer to the wire; the thread is free at once, the request ends when the last bit has left. */
  #reply(row: number, instance: Instance, size: number): void {
    const requests = this.#requests;
    this.#simulation.cancel(requests.timer[row]);
    requests.timer[row] = 0;
    requests.phase[row] = LEAVING;
    requests.instance[row] = -1;
    instance.busy--;
    instance.system.port.send(size, this.#sent, row);
    this.#destinations[requests.service[row]].freed(instance);
  }

  #onSent(row: number): void {
    const requests = this.#requests;
    requests.account(row, NETWORK, this.#simulation.now);
    const context = this.#contextOf(row);
    requests.addPart(row, NETWORK, context.networkDelay);
    this.#counts.complete(requests, row, context);
    this.#onEnded?.(row, false);
    requests.release(row);
  }
}
