/**
 * c servers in parallel with one queue: M/M/c, M/G/1 and all their relatives, depending on what is submitted.
 *
 * Disciplines: first come, first served; last come, first served; priority (smaller number first, first come within a priority), which
 * lets service in progress finish; and preemptive-resume priority, where an urgent customer takes the server of the least urgent one,
 * who later goes on where it was stopped. With `capacity` the station is finite and who finds it full is lost.
 *
 * Order at one instant: completions and submissions take effect in the order of their events. `done` is the last act of a completion,
 * after the next customer has been let in; it is part of that event.
 */
import type { Place, Wait } from "../../kernel/process.ts";
import { refuseWaits } from "../../kernel/saved-fields.ts";
import type { HandlerId, Simulation } from "../../kernel/simulation.ts";
import type { Station, StationCounters } from "../../kernel/station.ts";
import { HORIZON, type Nanoseconds } from "../../kernel/time.ts";
import { HeapIndex, IndexedHeap } from "../indexed-heap.ts";
import { capacityIntegral } from "../occupancy.ts";
import { type CustomerId, CustomerTable, LAYOUT } from "./customers.ts";
import { checkOptions, type Discipline, type MultiServerQueueOptions, refuseHold, refuseService } from "./options.ts";
import { Service } from "./service.ts";

const { NOBODY, SINCE, DEMAND, ATTAINED, STARTED, EVENT, DONE, ARG, NEXT } = LAYOUT; // an imported name would be looked up each time
const LATEST = HORIZON;
/** `done` of a customer that is a process: one that waits by `serve`, and one that came by `hold`. */
const PROCESS = -1;
const HOLDER = -2;

export class MultiServerQueue extends CustomerTable implements Station, Place {
  readonly name: string;
  readonly kind: string = "multi-server-queue";
  readonly servers: number;
  readonly discipline: Discipline;
  readonly capacity: number;

  private readonly simulation: Simulation;
  private readonly completion: HandlerId;
  private readonly isLifo: boolean;
  private readonly byPriority: boolean;
  private readonly preemptive: boolean;

  private arrivals = 0;
  private departures = 0;
  private losses = 0;
  private present = 0;
  private serving = 0;
  private clock: Nanoseconds = 0;
  private numberIntegral = 0;
  private busyIntegral = 0;
  private residenceOfDeparted = 0;
  private workOfDeparted = 0;

  private readonly processes: (Service | undefined)[] = [];
  // Waiting customers by priority; without priorities they are a list of the table.
  private sequence = 0;
  private readonly waitingIndex = new HeapIndex();
  private readonly waiting = new IndexedHeap(this.waitingIndex);
  private readonly serviceIndex = new HeapIndex();
  /** In service, preemptive only: keys and ranks are negative, so that the least urgent, among those the last to come, is on top. */
  private readonly inService = new IndexedHeap(this.serviceIndex);

  /** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
  constructor(simulation: Simulation, options: MultiServerQueueOptions) {
    super();
    const { name, servers, discipline = "fifo", capacity = Infinity } = options;
    checkOptions(options);
    this.name = name;
    this.servers = servers;
    this.discipline = discipline;
    this.capacity = capacity;
    this.isLifo = discipline === "lifo";
    this.preemptive = discipline === "preemptive-resume";
    this.byPriority = this.preemptive || discipline === "priority";
    this.simulation = simulation;
    this.completion = simulation.on(`${name}: completion`, (customer) => this.complete(customer));
    simulation.register(this);
  }

  /**
   * A customer with `service` time [ns] comes; `done(arg)` is called when it has been served. False: lost, the station is full.
   * @throws RangeError if `service` is not an integer >= 0
   */
  submit(service: Nanoseconds, done: HandlerId, arg: number, priority = 0): boolean {
    return this.enter(service, done, arg, priority) !== NOBODY;
  }

  /** `const served = yield* queue.serve(service)`: waits, is served; false if the station was full. */
  serve(service: Nanoseconds, priority = 0): Wait<boolean> {
    return new Service(this, service, priority);
  }

  /**
   * `yield queue.hold(service)`: waits and is served, the fastest way for a process, but not to be combined with other waits.
   * @throws SimulationError at a station with a capacity, where `serve` tells who was lost
   */
  hold(service: Nanoseconds, priority = 0): undefined {
    if (this.capacity !== Infinity) refuseHold(this.name);
    const process = this.simulation.runningProcess("hold");
    this.simulation.occupy(this, this.enter(service, HOLDER, process, priority));
  }

  /** As `submit`, but returns the customer, to be able to `withdraw` it; -1 when lost. */
  enter(service: Nanoseconds, done: HandlerId, arg: number, priority = 0): CustomerId {
    if (!(service >= 0 && service <= LATEST && Math.floor(service) === service && priority === priority))
      refuseService(this.name, service, priority);
    this.arrivals++;
    if (this.present >= this.capacity) {
      this.losses++;
      return NOBODY;
    }
    this.integrate();
    this.present++;
    if (this.firstFree === NOBODY) this.grow();
    const { floats, words } = this;
    const customer = this.firstFree;
    this.firstFree = words[(customer << 4) | NEXT];
    floats[customer << 3] = this.clock;
    floats[(customer << 3) | DEMAND] = service;
    floats[(customer << 3) | ATTAINED] = 0;
    floats[(customer << 3) | STARTED] = -1;
    words[(customer << 4) | DONE] = done | 0; // integers for V8, not numbers that might be objects
    words[(customer << 4) | ARG] = arg | 0;
    words[(customer << 4) | NEXT] = NOBODY;
    const id = this.idOf(customer);
    if (this.byPriority) this.admitByPriority(customer, priority);
    else if (this.serving < this.servers) this.start(customer);
    else if (this.isLifo) this.prepend(customer);
    else this.append(customer);
    return id;
  }

  /** For `Service`: a process comes as a customer. */
  enterProcess(wait: Service, service: Nanoseconds, priority: number): CustomerId {
    const customer = this.enter(service, PROCESS, 0, priority);
    if (customer !== NOBODY) this.processes[this.slotOf(customer)] = wait;
    return customer;
  }

  /**
   * Takes out a customer that has not been served yet (it gave up, or was killed); its `done` never comes. It departs with the service it
   * attained. False, and harmless, for one that has left, and for nobody.
   */
  withdraw(id: CustomerId): boolean {
    if (!this.isPresent(id)) return false;
    const customer = this.slotOf(id);
    this.processes[customer] = undefined;
    this.integrate();
    if (this.floats[(customer << 3) | STARTED] < 0) {
      if (this.byPriority) this.waiting.remove(customer);
      else this.unlink(customer);
      this.depart(customer);
    } else {
      this.simulation.cancel(this.floats[(customer << 3) | EVENT]);
      this.stop(customer);
      this.depart(customer);
      this.startNext();
    }
    return true;
  }

  describeService(): string {
    return `service at queue "${this.name}"`;
  }

  /** Customers waiting [1]. */
  get queueLength(): number {
    return this.present - this.serving;
  }

  /** Busy servers [1]. */
  get busy(): number {
    return this.serving;
  }

  counters(): StationCounters {
    const { floats } = this;
    const { now } = this.simulation;
    let residence = this.residenceOfDeparted;
    let workDone = this.workOfDeparted;
    for (let record = 0; record < floats.length; record += 8) {
      if (floats[record | SINCE] < 0) continue;
      residence += now - floats[record | SINCE];
      workDone += floats[record | ATTAINED];
      if (floats[record | STARTED] >= 0) workDone += now - floats[record | STARTED];
    }
    return {
      arrivals: this.arrivals,
      departures: this.departures,
      losses: this.losses,
      inStation: this.present,
      numberIntegral: this.numberIntegral + this.present * (now - this.clock),
      residence,
      busyIntegral: this.busyIntegral + this.serving * (now - this.clock),
      workDone,
      capacityIntegral: capacityIntegral(this.servers, now),
    };
  }

  protected override get unsaved(): readonly string[] {
    return ["words", "processes"];
  }

  /** @throws SimulationError if a customer is a process, or waited for by `notify` */
  override save(): unknown {
    refuseWaits(this.name, this.processes);
    return super.save();
  }

  /** Brings the integrals up to now; first of all in everything that changes the number present or in service. */
  private integrate(): void {
    const { now } = this.simulation;
    const elapsed = now - this.clock;
    this.numberIntegral += this.present * elapsed;
    this.busyIntegral += this.serving * elapsed;
    this.clock = now;
  }

  private complete(customer: CustomerId): void {
    this.integrate();
    const done = this.words[(customer << 4) | DONE];
    const arg = this.words[(customer << 4) | ARG];
    this.stop(customer);
    this.depart(customer);
    this.startNext();
    if (done >= 0) this.simulation.call(done, arg);
    else if (done === HOLDER) this.simulation.proceed(arg);
    else this.resume(customer);
  }

  private resume(customer: CustomerId): void {
    const service = this.processes[customer] as Service;
    this.processes[customer] = undefined;
    service.grantLast(true);
  }

  private start(customer: CustomerId): void {
    const { floats, simulation } = this;
    this.serving++;
    floats[(customer << 3) | STARTED] = this.clock;
    const left = floats[(customer << 3) | DEMAND] - floats[(customer << 3) | ATTAINED];
    floats[(customer << 3) | EVENT] = simulation.after(left, this.completion, customer);
    if (this.preemptive) this.inService.push(customer);
  }

  /** Takes a customer off its server and notes the service it has had. */
  private stop(customer: CustomerId): void {
    const { floats } = this;
    this.serving--;
    floats[(customer << 3) | ATTAINED] += this.clock - floats[(customer << 3) | STARTED];
    floats[(customer << 3) | STARTED] = -1;
    if (this.preemptive) this.inService.remove(customer);
  }

  private startNext(): void {
    if (this.byPriority) {
      if (this.waiting.size > 0) this.start(this.waiting.pop());
    } else if (this.head !== NOBODY) {
      const customer = this.head;
      this.head = this.words[(customer << 4) | NEXT];
      this.start(customer);
    }
  }

  private admitByPriority(customer: CustomerId, priority: number): void {
    const rank = this.sequence++;
    this.waitingIndex.key[customer] = priority;
    this.waitingIndex.rank[customer] = rank;
    this.serviceIndex.key[customer] = -priority;
    this.serviceIndex.rank[customer] = -rank;
    const leastUrgent = this.inService.top;
    if (this.serving < this.servers) {
      this.start(customer);
    } else if (this.preemptive && priority < this.waitingIndex.key[leastUrgent]) {
      this.simulation.cancel(this.floats[(leastUrgent << 3) | EVENT]);
      this.stop(leastUrgent);
      this.waiting.push(leastUrgent);
      this.start(customer);
    } else {
      this.waiting.push(customer);
    }
  }

  private depart(customer: CustomerId): void {
    const { floats } = this;
    this.present--;
    this.departures++;
    this.residenceOfDeparted += this.clock - floats[customer << 3];
    this.workOfDeparted += floats[(customer << 3) | ATTAINED];
    this.release(customer);
  }

  private grow(): void {
    const count = this.growRecords(this.name);
    if (!this.byPriority) return;
    this.waitingIndex.reserve(count);
    this.serviceIndex.reserve(count);
  }
}
