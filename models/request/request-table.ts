/** All requests in the system, one row each in typed arrays; rows are used again. */
import { grown } from "../../engine/index.ts";
import { COMPONENTS } from "../vocabulary.ts";

const WIDTH = COMPONENTS.length;

/** What a request is doing, so that whoever stops it knows what to undo. */
export const FREE = 0;
export const ARRIVING = 1; // on the wire or in the platform
export const QUEUED = 2; // for a thread
export const ON_CPU = 3;
export const IN_FAULT = 4; // for a page of its own instance
export const IN_SHARED_FAULT = 5; // for a page that outlives the instance
export const ON_DISK = 6;
export const LEAVING = 7; // answer on the wire
export const DOOMED = 8; // failed already; the row is freed when the station gives it back

/** Bits of `waited`: for a free thread or the platform, and for an instance to start. */
export const FOR_THREAD = 1;
export const FOR_START = 2;

/**
 * Requests in a system at most; one more is refused. A host that holds so many has collapsed, and its table of connections is full.
 * Source: Linux, Documentation/networking/nf_conntrack-sysctl.rst: 262144 connections are tracked by default on hosts with more than 4 GiB.
 */
export const MOST_REQUESTS = 262_144;

export class RequestTable {
  readonly cpuSteps: number;
  readonly limit: number;
  /** A request was refused because the table was full. */
  overflowed = false;
  arrival = new Float64Array(0);
  /** Start of what it does now [ns]. */
  mark = new Float64Array(0);
  /** CPU work to be added to the next burst [ns]. */
  extra = new Float64Array(0);
  service = new Int32Array(0);
  /** Slot of the instance that serves it, or -1. */
  instance = new Int32Array(0);
  step = new Int32Array(0);
  phase = new Uint8Array(0);
  /** Task on the cores. */
  task = new Int32Array(0);
  timer = new Float64Array(0);
  touches = new Int32Array(0);
  /** Next page of a data file that it reads or writes. */
  filePage = new Int32Array(0);
  /** What it waits for while it is in a fault or on a disk, a set of FOR_MEMORY and FOR_IO; 0: nothing that counts as a stall. */
  stall = new Uint8Array(0);
  /** What it waited for before an instance served it, a set of FOR_THREAD and FOR_START. */
  waited = new Uint8Array(0);
  /** Page to be written when it is there, times 2, and 1 more if it is a guest's; or -1. */
  page = new Int32Array(0);
  next = new Int32Array(0);
  /** CPU demands [s on a core of the step's speed], `cpuSteps` a row. */
  demands = new Float64Array(0);
  /** Time by component [ns], one row of COMPONENTS each. */
  parts = new Float64Array(0);
  active = 0;
  #free = -1;

  constructor(cpuSteps: number, limit = MOST_REQUESTS) {
    this.cpuSteps = Math.max(1, cpuSteps);
    this.limit = limit;
  }

  /** One more request has to be refused. */
  get isFull(): boolean {
    return this.active >= this.limit;
  }

  get capacity(): number {
    return this.arrival.length;
  }

  allocate(service: number, now: number): number {
    if (this.#free < 0) this.#grow();
    const row = this.#free;
    this.#free = this.next[row];
    this.active++;
    this.arrival[row] = now;
    this.mark[row] = now;
    this.extra[row] = 0;
    this.service[row] = service;
    this.instance[row] = -1;
    this.step[row] = 0;
    this.phase[row] = ARRIVING;
    this.waited[row] = 0;
    this.timer[row] = 0;
    this.next[row] = -1;
    for (let k = row * WIDTH; k < (row + 1) * WIDTH; k++) this.parts[k] = 0;
    return row;
  }

  release(row: number): void {
    this.phase[row] = FREE;
    this.next[row] = this.#free;
    this.#free = row;
    this.active--;
  }

  /** Adds the time since the row's mark to a component, and marks again. */
  account(row: number, component: number, now: number): void {
    this.parts[row * WIDTH + component] += now - this.mark[row];
    this.mark[row] = now;
  }

  addPart(row: number, component: number, time: number): void {
    this.parts[row * WIDTH + component] += time;
  }

  #grow(): void {
    const old = this.capacity;
    const size = Math.max(256, 2 * old);
    this.arrival = grown(this.arrival, size);
    this.mark = grown(this.mark, size);
    this.extra = grown(this.extra, size);
    this.service = grown(this.service, size);
    this.instance = grown(this.instance, size);
    this.step = grown(this.step, size);
    this.phase = grown(this.phase, size);
    this.task = grown(this.task, size);
    this.timer = grown(this.timer, size);
    this.touches = grown(this.touches, size);
    this.stall = grown(this.stall, size);
    this.waited = grown(this.waited, size);
    this.page = grown(this.page, size);
    this.filePage = grown(this.filePage, size);
    this.next = grown(this.next, size);
    this.demands = grown(this.demands, size * this.cpuSteps);
    this.parts = grown(this.parts, size * WIDTH);
    for (let row = size - 1; row >= old; row--) {
      this.next[row] = this.#free;
      this.#free = row;
    }
  }
}
