/**
 * c servers in parallel with one queue: M/M/c, M/G/1 and all their relatives, depending on what is submitted.
 *
 * Disciplines: first come, first served; last come, first served; priority (smaller number first, first come within a priority), which
 * lets service in progress finish; and preemptive-resume priority, where an urgent customer takes the server of the least urgent one,
 * who later goes on where it was stopped. With `capacity` the station is finite and who finds it full is lost.
 *
 * Order at one instant: completions and submissions take effect in the order of their events; `done` is scheduled, behind what is already
 * due at that instant.
 */
import { Wait } from "../kernel/process.ts";
import type { HandlerId, Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { HORIZON, type Nanoseconds } from "../kernel/time.ts";
import { HeapIndex, IndexedHeap } from "./indexed-heap.ts";
import { capacityIntegral } from "./occupancy.ts";
import { Population } from "./population.ts";

export type Discipline = "fifo" | "lifo" | "priority" | "preemptive-resume";

export interface MultiServerQueueOptions {
  readonly name: string;
  /** Servers, an integer >= 1, or Infinity. */
  readonly servers: number;
  /** Default: fifo. */
  readonly discipline?: Discipline;
  /** Customers at most, waiting or in service; an integer >= servers. Default: no limit. */
  readonly capacity?: number;
}

/** A customer of one station; used again once it has left. -1 is nobody. */
export type CustomerId = number;

const NOBODY = -1;
/** `started` of a customer that is not in service. */
const WAITING = -1;
/** `done` of a customer that is a process. */
const PROCESS = -1;

export class MultiServerQueue implements Station {
  readonly name: string;
  readonly kind: string = "multi-server-queue";
  readonly servers: number;
  readonly discipline: Discipline;
  readonly capacity: number;

  private readonly simulation: Simulation;
  private readonly completion: HandlerId;
  private readonly population: Population;
  private serving = 0;
  private busyIntegral = 0;
  private busyClock: Nanoseconds = 0;
  private workOfDeparted = 0;

  // Customers, by slot. Waiting ones form a list (fifo, lifo) or a heap (priorities).
  private demands = new Float64Array(0);
  private remaining = new Float64Array(0);
  private started = new Float64Array(0);
  private events = new Float64Array(0);
  private doneOf = new Int32Array(0);
  private argOf = new Int32Array(0);
  private next = new Int32Array(0);
  private readonly processes: (Service | undefined)[] = [];
  private firstFree = NOBODY;
  private head = NOBODY;
  private tail = NOBODY;
  private sequence = 0;
  private readonly byPriority: boolean;
  private readonly preemptive: boolean;
  private readonly waitingIndex = new HeapIndex();
  private readonly waiting = new IndexedHeap(this.waitingIndex);
  private readonly serviceIndex = new HeapIndex();
  /** In service, preemptive only: keys and ranks are negative, so that the least urgent, among those the last to come, is on top. */
  private readonly inService = new IndexedHeap(this.serviceIndex);

  /** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
  constructor(simulation: Simulation, options: MultiServerQueueOptions) {
    const { name, servers, discipline = "fifo", capacity = Infinity } = options;
    if (!((Number.isInteger(servers) || servers === Infinity) && servers >= 1 && capacity >= servers)) {
      throw new RangeError(
        `queue "${name}": found ${servers} servers and capacity ${capacity}, expected integers with 1 <= servers <= capacity`,
      );
    }
    this.name = name;
    this.servers = servers;
    this.discipline = discipline;
    this.capacity = capacity;
    this.preemptive = discipline === "preemptive-resume";
    this.byPriority = this.preemptive || discipline === "priority";
    this.simulation = simulation;
    this.population = new Population(simulation);
    this.completion = simulation.on(`${name}: completion`, (customer) => this.complete(customer));
    simulation.register(this);
  }

  /**
   * A customer with `service` time [ns] comes; `done(arg)` is scheduled when it has been served. False: lost, the station is full.
   * @throws RangeError if `service` is not an integer >= 0
   */
  submit(service: Nanoseconds, done: HandlerId, arg: number, priority = 0): boolean {
    return this.enter(service, done, arg, priority) !== NOBODY;
  }

  /** `const served = yield* queue.serve(service)`: waits, is served; false if the station was full. */
  serve(service: Nanoseconds, priority = 0): Wait<boolean> {
    return new Service(this, service, priority);
  }

  /** As `submit`, but returns the customer, to be able to `withdraw` it; -1 when lost. */
  enter(service: Nanoseconds, done: HandlerId, arg: number, priority = 0): CustomerId {
    if (!(service >= 0 && service <= HORIZON && Math.floor(service) === service)) this.refuse(service);
    if (this.population.present >= this.capacity) {
      this.population.refuse();
      return NOBODY;
    }
    const customer = this.newSlot();
    this.demands[customer] = service;
    this.remaining[customer] = service;
    this.doneOf[customer] = done;
    this.argOf[customer] = arg;
    this.population.enter(customer);
    if (this.byPriority) this.admitByPriority(customer, priority);
    else if (this.serving < this.servers) this.start(customer);
    else this.append(customer);
    return customer;
  }

  /** For `Service`: a process comes as a customer. */
  enterProcess(wait: Service, service: Nanoseconds, priority: number): CustomerId {
    const customer = this.enter(service, PROCESS, 0, priority);
    if (customer !== NOBODY) this.processes[customer] = wait;
    return customer;
  }

  /** Takes out a customer that has not been served yet (it gave up, or was killed); its `done` never comes. It departs with the service it attained. */
  withdraw(customer: CustomerId): void {
    if (this.started[customer] === WAITING) {
      if (this.byPriority) this.waiting.remove(customer);
      else this.unlink(customer);
      this.depart(customer);
      return;
    }
    this.simulation.cancel(this.events[customer]);
    this.stop(customer);
    this.depart(customer);
    this.startNext();
  }

  /** Customers waiting [1]. */
  get queueLength(): number {
    return this.population.present - this.serving;
  }

  /** Busy servers [1]. */
  get busy(): number {
    return this.serving;
  }

  counters(): StationCounters {
    const { now } = this.simulation;
    let workDone = this.workOfDeparted;
    for (let customer = 0; customer < this.demands.length; customer++) {
      if (!this.population.isPresent(customer)) continue;
      workDone += this.demands[customer] - this.remaining[customer];
      if (this.started[customer] !== WAITING) workDone += now - this.started[customer];
    }
    return {
      ...this.population.counters(),
      busyIntegral: this.busyIntegral + this.serving * (now - this.busyClock),
      workDone,
      capacityIntegral: capacityIntegral(this.servers, now),
    };
  }

  private complete(customer: CustomerId): void {
    this.stop(customer);
    this.depart(customer);
    const done = this.doneOf[customer];
    if (done === PROCESS) this.resume(customer);
    else this.simulation.after(0, done, this.argOf[customer]);
    this.startNext();
  }

  private resume(customer: CustomerId): void {
    const service = this.processes[customer] as Service;
    this.processes[customer] = undefined;
    service.grant(true);
  }

  private start(customer: CustomerId): void {
    const now = this.simulation.now;
    this.busyIntegral += this.serving * (now - this.busyClock);
    this.busyClock = now;
    this.serving++;
    this.started[customer] = now;
    this.events[customer] = this.simulation.after(this.remaining[customer], this.completion, customer);
    if (this.preemptive) this.inService.push(customer);
  }

  /** Takes a customer off its server and notes the service it has had. */
  private stop(customer: CustomerId): void {
    const now = this.simulation.now;
    this.busyIntegral += this.serving * (now - this.busyClock);
    this.busyClock = now;
    this.serving--;
    this.remaining[customer] -= now - this.started[customer];
    this.started[customer] = WAITING;
    if (this.preemptive) this.inService.remove(customer);
  }

  private startNext(): void {
    if (this.byPriority) {
      if (this.waiting.size > 0) this.start(this.waiting.pop());
    } else if (this.head !== NOBODY) {
      const customer = this.head;
      this.head = this.next[customer];
      if (this.head === NOBODY) this.tail = NOBODY;
      this.next[customer] = NOBODY;
      this.start(customer);
    }
  }

  private admitByPriority(customer: CustomerId, priority: number): void {
    const rank = this.sequence++;
    this.waitingIndex.rank[customer] = rank;
    this.waitingIndex.key[customer] = priority;
    this.serviceIndex.rank[customer] = -rank;
    this.serviceIndex.key[customer] = -priority;
    if (this.serving < this.servers) {
      this.start(customer);
      return;
    }
    const leastUrgent = this.preemptive ? this.inService.top : NOBODY;
    if (leastUrgent !== NOBODY && priority < this.waitingIndex.key[leastUrgent]) {
      this.simulation.cancel(this.events[leastUrgent]);
      this.stop(leastUrgent);
      this.waiting.push(leastUrgent);
      this.start(customer);
    } else {
      this.waiting.push(customer);
    }
  }

  private append(customer: CustomerId): void {
    if (this.head === NOBODY) {
      this.head = customer;
      this.tail = customer;
    } else if (this.discipline === "fifo") {
      this.next[this.tail] = customer;
      this.tail = customer;
    } else {
      this.next[customer] = this.head;
      this.head = customer;
    }
  }

  /** Removes a waiting customer from the list: O(waiting), as only withdrawals need it. */
  private unlink(customer: CustomerId): void {
    let before = NOBODY;
    for (let other = this.head; other !== customer; other = this.next[other]) before = other;
    if (before === NOBODY) this.head = this.next[customer];
    else this.next[before] = this.next[customer];
    if (this.tail === customer) this.tail = before;
  }

  private depart(customer: CustomerId): void {
    this.population.leave(customer);
    this.workOfDeparted += this.demands[customer] - this.remaining[customer];
    this.next[customer] = this.firstFree;
    this.firstFree = customer;
  }

  private newSlot(): CustomerId {
    if (this.firstFree === NOBODY) this.grow();
    const customer = this.firstFree;
    this.firstFree = this.next[customer];
    this.next[customer] = NOBODY;
    this.started[customer] = WAITING;
    return customer;
  }

  private grow(): void {
    const old = this.next.length;
    const length = Math.max(16, 2 * old);
    const doubles = (from: Float64Array) => {
      const to = new Float64Array(length);
      to.set(from);
      return to;
    };
    const integers = (from: Int32Array) => {
      const to = new Int32Array(length);
      to.set(from);
      return to;
    };
    this.population.reserve(length);
    this.demands = doubles(this.demands);
    this.remaining = doubles(this.remaining);
    this.started = doubles(this.started);
    this.events = doubles(this.events);
    this.doneOf = integers(this.doneOf);
    this.argOf = integers(this.argOf);
    this.next = integers(this.next);
    this.waitingIndex.reserve(length);
    this.serviceIndex.reserve(length);
    for (let customer = length - 1; customer >= old; customer--) {
      this.next[customer] = this.firstFree;
      this.firstFree = customer;
    }
  }

  private refuse(service: number): never {
    throw new RangeError(
      `queue "${this.name}": found a service time of ${service} ns, expected an integer >= 0; round once, with nanoseconds(seconds)`,
    );
  }
}

class Service extends Wait<boolean> {
  private readonly queue: MultiServerQueue;
  private readonly service: Nanoseconds;
  private readonly priority: number;
  private customer: CustomerId = NOBODY;

  constructor(queue: MultiServerQueue, service: Nanoseconds, priority: number) {
    super();
    this.queue = queue;
    this.service = service;
    this.priority = priority;
  }

  protected override begin(): boolean {
    this.customer = this.queue.enterProcess(this, this.service, this.priority);
    this.result = false;
    return this.customer === NOBODY;
  }

  protected override cancel(granted: boolean): void {
    if (!granted) this.queue.withdraw(this.customer);
  }

  override describe(): string {
    return `service at queue "${this.queue.name}"`;
  }
}
