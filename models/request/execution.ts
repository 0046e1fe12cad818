/**
 * Carries out requests, step by step, on the stations of a machine, and keeps the books of where each one's time went.
 * The hot path of a simulation: rows in typed arrays, handlers, no allocation.
 */
import { type HandlerId, nanoseconds, sampler, type Simulation } from "../../engine/index.ts";
import { COLD_START, DISK, FAULTS, NETWORK, QUEUEING, REFUSED, RUNNING, STEAL, THROTTLED, TIMEOUT, WAITING } from "../vocabulary.ts";
import type { Instance } from "../instance/instance.ts";
import type { Machine } from "../host/host.ts";
import type { Measurement } from "../run/measurement.ts";
import { AccessPattern } from "../os/memory/access-pattern.ts";
import type { Service, ServiceContext } from "../service/service.ts";
import { BUFFERED_READ, BUFFERED_WRITE, CPU, PROTOCOL_WORK, READ, REPLY, TOUCH } from "./program.ts";
import { ARRIVING, DOOMED, IN_FAULT, IN_SHARED_FAULT, LEAVING, ON_CPU, ON_DISK, QUEUED, type RequestTable } from "./request-table.ts";

export interface ExecutionHooks {
  /** An invocation ran into the platform's time limit: its instance has to go. */
  onTimeout(instance: Instance): void;
}

const TOUCHES_NOT_DRAWN = -1;
const NO_PAGE = -1;
const UNIFORM = { kind: "uniform" } as const;

export class Execution {
  readonly #simulation: Simulation;
  readonly #machine: Machine;
  readonly #requests: RequestTable;
  readonly #services: readonly Service[];
  readonly #instances: readonly (Instance | undefined)[];
  readonly #measurement: Measurement;
  readonly #received: HandlerId;
  readonly #cpuDone: HandlerId;
  readonly #pageIn: HandlerId;
  readonly #diskDone: HandlerId;
  readonly #diskReturned: HandlerId;
  readonly #admitted: HandlerId;
  readonly #sent: HandlerId;
  readonly #timedOut: HandlerId;

  constructor(
    simulation: Simulation,
    machine: Machine,
    requests: RequestTable,
    services: readonly Service[],
    instances: readonly (Instance | undefined)[],
    measurement: Measurement,
    hooks: ExecutionHooks,
  ) {
    this.#simulation = simulation;
    this.#machine = machine;
    this.#requests = requests;
    this.#services = services;
    this.#instances = instances;
    this.#measurement = measurement;
    this.#received = simulation.on("request received", (row) => this.#onReceived(row));
    this.#cpuDone = simulation.on("request: CPU burst done", (row) => this.#onCpuDone(row));
    this.#pageIn = simulation.on("request: page in memory", (row) => this.#onPageIn(row));
    this.#diskDone = simulation.on("request: disk done", (row) => this.#onDiskDone(row));
    this.#admitted = simulation.on("request: may write on", (row) => this.#onDiskReturned(row));
    this.#diskReturned = simulation.on("request: back from virtual disk", (row) => this.#onDiskReturned(row));
    this.#sent = simulation.on("request: answer sent", (row) => this.#onSent(row));
    this.#timedOut = simulation.on("request: time limit", (row) => {
      this.#requests.timer[row] = 0;
      const instance = this.#instances[this.#requests.instance[row]];
      this.fail(row, TIMEOUT);
      if (instance !== undefined) hooks.onTimeout(instance);
    });
  }

  /** A message for `service` begins to arrive; its work is drawn now, so that it does not depend on what serves it. */
  arrive(service: Service, traceRow: number): void {
    const { id, app, appIndex, demands } = service.context;
    const requests = this.#requests;
    if (requests.isFull) {
      requests.overflowed = true;
      for (const draw of demands) draw(traceRow);
      this.#measurement.arrive(appIndex);
      this.#measurement.fail(appIndex, REFUSED, 0);
      return;
    }
    const row = requests.allocate(id, this.#simulation.now);
    for (let k = 0; k < demands.length; k++) requests.demands[row * requests.cpuSteps + k] = demands[k](traceRow);
    this.#measurement.arrive(appIndex);
    this.#machine.nic.receive(app.message, this.#received, row);
  }

  /** Puts a request that waits into the service of an instance with a free thread. */
  begin(row: number, instance: Instance): void {
    const { now } = this.#simulation;
    const requests = this.#requests;
    const { context } = this.#services[requests.service[row]];
    // Waiting for an instance to get ready is its cold start; what came after, and waiting for a busy one, is queueing.
    const waited = now - requests.mark[row];
    const coldStart = Math.min(waited, Math.max(0, instance.readyAt - requests.mark[row]));
    requests.addPart(row, COLD_START, coldStart);
    requests.addPart(row, QUEUEING, waited - coldStart);
    requests.mark[row] = now;
    requests.instance[row] = instance.id;
    requests.step[row] = 0;
    requests.extra[row] = context.receiveCpu;
    requests.touches[row] = TOUCHES_NOT_DRAWN;
    instance.busy++;
    const { timeout } = instance.template;
    if (timeout !== Number.POSITIVE_INFINITY) requests.timer[row] = this.#simulation.after(timeout, this.#timedOut, row);
    this.#advance(row, instance);
  }

  /** The request failed. What it still holds at a station is given back when the station is done with it. */
  fail(row: number, failure: number): void {
    const requests = this.#requests;
    this.#simulation.cancel(requests.timer[row]);
    const { appIndex } = this.#services[requests.service[row]].context;
    this.#measurement.fail(appIndex, failure, this.#simulation.now - requests.arrival[row]);
    const instance = this.#instances[requests.instance[row]];
    if (instance !== undefined) instance.busy--;
    requests.instance[row] = -1;
    switch (requests.phase[row]) {
      case ON_CPU:
        this.#machine.cores.withdraw(requests.task[row]);
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
      if (requests.instance[row] === instance.id) this.fail(row, failure);
    }
  }

  refuse(row: number): void {
    this.fail(row, REFUSED);
  }

  #onReceived(row: number): void {
    const requests = this.#requests;
    requests.account(row, NETWORK, this.#simulation.now);
    requests.phase[row] = QUEUED;
    this.#services[requests.service[row]].offer(row);
  }

  #advance(row: number, instance: Instance): void {
    const requests = this.#requests;
    const { context } = this.#services[requests.service[row]];
    const { program, extraCpu } = context;
    for (;;) {
      const step = requests.step[row];
      const amount = program.amounts[step];
      switch (program.operations[step]) {
        case CPU: {
          const demand = amount === PROTOCOL_WORK ? 0 : requests.demands[row * requests.cpuSteps + amount] * instance.template.slowdown;
          const burst = nanoseconds(demand) + Math.round(requests.extra[row] + extraCpu[step]);
          requests.extra[row] = 0;
          if (burst > 0) return this.#startBurst(row, instance, burst);
          break;
        }
        case TOUCH:
          if ((this.#machine.memory.pressured || instance.guest !== undefined) && !this.#touch(row, instance, amount)) return;
          break;
        case BUFFERED_READ:
          if (!this.#useDataFile(row, instance, amount, false)) return;
          break;
        case BUFFERED_WRITE:
          if (!this.#useDataFile(row, instance, amount, true)) return;
          break;
        case REPLY:
          return this.#reply(row, instance, amount);
        case READ:
          return this.#startDisk(row, extraCpu[step], amount, true);
        default:
          return this.#startDisk(row, extraCpu[step], amount, false);
      }
      requests.step[row]++;
    }
  }

  #startBurst(row: number, instance: Instance, burst: number): void {
    const requests = this.#requests;
    const { cores } = this.#machine;
    requests.phase[row] = ON_CPU;
    requests.task[row] = cores.submit(instance.group, burst, this.#cpuDone, row);
  }

  #onCpuDone(row: number): void {
    const requests = this.#requests;
    const { running, waiting, steal, throttled } = this.#machine.cores.stay;
    requests.addPart(row, RUNNING, running);
    requests.addPart(row, WAITING, waiting);
    requests.addPart(row, STEAL, steal);
    requests.addPart(row, THROTTLED, throttled);
    requests.mark[row] = this.#simulation.now;
    requests.step[row]++;
    this.#advance(row, this.#instances[requests.instance[row]] as Instance);
  }

  /** Refers to the pages of a touch step; false if one is not in memory and the request has to wait for it. */
  #touch(row: number, instance: Instance, pages: number): boolean {
    const requests = this.#requests;
    const { context } = this.#services[requests.service[row]];
    const pattern = (instance.accessPattern ??= this.#accessPatternOf(instance, context));
    if (requests.touches[row] === TOUCHES_NOT_DRAWN) requests.touches[row] = pattern.scaled(pages);
    const host = this.#machine.memory;
    const guest = instance.guest?.memory;
    const faults = host.minorFaults;
    const guestFaults = guest?.minorFaults ?? 0;
    const left = pattern.refer(requests.touches[row], this.#simulation.now);
    requests.extra[row] += (host.minorFaults - faults) * instance.template.minorFault;
    if (guest !== undefined) requests.extra[row] += (guest.minorFaults - guestFaults) * guest.minorFaultWork;
    const { missingMemory, missingPage } = pattern;
    if (missingMemory === undefined) {
      requests.touches[row] = TOUCHES_NOT_DRAWN;
      return true;
    }
    requests.touches[row] = left;
    requests.phase[row] = pattern.missingShared ? IN_SHARED_FAULT : IN_FAULT;
    requests.page[row] = pattern.missingWrite ? 2 * missingPage + (missingMemory === host ? 0 : 1) : NO_PAGE;
    requests.extra[row] += missingMemory.pageIn(pattern.missingSegment, missingPage, this.#pageIn, row);
    if (missingMemory === host) requests.extra[row] += instance.template.faultAdder;
    return false;
  }

  #accessPatternOf(instance: Instance, { app, pages }: ServiceContext): AccessPattern {
    const { access = UNIFORM, workingSet, dirtyShare } = app.memory;
    const host = this.#machine.memory;
    const { guest, hot } = instance;
    return new AccessPattern({
      areas: hot,
      access,
      workingSet: host.pagesOf(workingSet),
      writeShare: dirtyShare,
      stream: pages,
      host,
      guest,
    });
  }

  /** Reads or writes data files through the page cache; false if the request has to wait. */
  #useDataFile(row: number, instance: Instance, size: number, write: boolean): boolean {
    const requests = this.#requests;
    const { dataFile } = instance;
    if (dataFile === undefined) return true;
    const { memory, segment } = dataFile;
    const first = memory.firstPage(segment);
    if (requests.touches[row] === TOUCHES_NOT_DRAWN) {
      const { context } = this.#services[requests.service[row]];
      const pages = memory.pagesIn(segment);
      const wanted = Math.min(pages, memory.pagesOf(size));
      const start = (instance.dataPages ??= pagesOfFile(context, pages, wanted))();
      requests.touches[row] = wanted;
      requests.filePage[row] = first + Math.min(start, pages - wanted);
    }
    for (; requests.touches[row] > 0; requests.touches[row]--, requests.filePage[row]++) {
      const page = requests.filePage[row];
      if (memory.touch(page, write)) continue;
      requests.phase[row] = IN_FAULT;
      requests.page[row] = NO_PAGE;
      requests.extra[row] += memory.pageIn(segment, page, this.#pageIn, row, requests.touches[row]);
      return false;
    }
    requests.touches[row] = TOUCHES_NOT_DRAWN;
    if (!write || memory.writeBack.admit(this.#admitted, row)) return true;
    requests.phase[row] = ON_DISK;
    return false;
  }

  #onPageIn(row: number): void {
    const requests = this.#requests;
    const phase = requests.phase[row];
    if (phase === DOOMED) return requests.release(row);
    if (phase !== IN_FAULT && phase !== IN_SHARED_FAULT) return; // it failed at this very instant, after its page had come
    const instance = this.#instances[requests.instance[row]] as Instance;
    requests.account(row, FAULTS, this.#simulation.now);
    // The reference that missed is made now; if it writes, the copy on swap is no longer good.
    const written = requests.page[row];
    const memory = (written & 1) === 0 ? this.#machine.memory : instance.guest?.memory;
    if (written !== NO_PAGE) memory?.touch(written >> 1, true);
    this.#advance(row, instance);
  }

  #startDisk(row: number, cpu: number, size: number, read: boolean): void {
    const requests = this.#requests;
    requests.phase[row] = ON_DISK;
    requests.extra[row] += cpu;
    if (read) this.#machine.disk.read(size, this.#diskDone, row);
    else this.#machine.disk.write(size, this.#diskDone, row);
  }

  #onDiskDone(row: number): void {
    const requests = this.#requests;
    if (requests.phase[row] === DOOMED) return requests.release(row);
    const { template } = this.#instances[requests.instance[row]] as Instance;
    const { program } = this.#services[requests.service[row]].context;
    const adder = program.operations[requests.step[row]] === READ ? template.adders.read : template.adders.write;
    if (adder > 0) this.#simulation.after(adder, this.#diskReturned, row);
    else this.#onDiskReturned(row);
  }

  #onDiskReturned(row: number): void {
    const requests = this.#requests;
    if (requests.phase[row] === DOOMED) return requests.release(row);
    requests.account(row, DISK, this.#simulation.now);
    requests.step[row]++;
    this.#advance(row, this.#instances[requests.instance[row]] as Instance);
  }

  /** Hands the answer to the wire; the thread is free at once, the request ends when the last bit has left. */
  #reply(row: number, instance: Instance, size: number): void {
    const requests = this.#requests;
    this.#simulation.cancel(requests.timer[row]);
    requests.timer[row] = 0;
    requests.phase[row] = LEAVING;
    requests.instance[row] = -1;
    instance.busy--;
    this.#machine.nic.send(size, this.#sent, row);
    this.#services[requests.service[row]].freed(instance);
  }

  #onSent(row: number): void {
    const requests = this.#requests;
    requests.account(row, NETWORK, this.#simulation.now);
    const { context } = this.#services[requests.service[row]];
    requests.addPart(row, NETWORK, context.networkDelay);
    this.#measurement.complete(requests, row, context);
    requests.release(row);
  }
}

/** Where in a file of `pages` an access to `wanted` of them begins: by the application's access pattern. */
function pagesOfFile({ app, pages: stream }: ServiceContext, pages: number, wanted: number): () => number {
  const places = Math.max(1, pages - wanted + 1);
  const { access = UNIFORM } = app.memory;
  if (access.kind === "zipf") {
    const rank = sampler({ kind: "zipf", exponent: access.exponent, n: places }, stream);
    return () => rank() - 1;
  }
  let next = 0;
  if (access.kind === "scan")
    return () => {
      const place = next;
      next = next + wanted < places ? next + wanted : 0;
      return place;
    };
  return () => Math.floor(stream.next() * places);
}
