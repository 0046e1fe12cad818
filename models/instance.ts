/** One virtual machine, container or function instance while it exists. */
import type { Blueprint } from "./blueprint.ts";
import type { GroupId, HotArea, Memory, SegmentId } from "./os/memory.ts";
import type { References } from "./os/references.ts";
import type { GuestMemory } from "./vm/guest-memory.ts";

export const STARTING = 0;
export const READY = 1;
export const GONE = 2;

export const NO_JOB = -1;

/** First in, first out, of request rows linked through `next`. */
export class RequestQueue {
  length = 0;
  #head = -1;
  #tail = -1;

  push(row: number, next: Int32Array): void {
    next[row] = -1;
    if (this.#tail < 0) this.#head = row;
    else next[this.#tail] = row;
    this.#tail = row;
    this.length++;
  }

  /** Puts a request that was in service already back in front. */
  unshift(row: number, next: Int32Array): void {
    next[row] = this.#head;
    this.#head = row;
    if (this.#tail < 0) this.#tail = row;
    this.length++;
  }

  shift(next: Int32Array): number {
    const row = this.#head;
    this.#head = next[row];
    if (this.#head < 0) this.#tail = -1;
    this.length--;
    return row;
  }
}

export class Instance {
  readonly id: number;
  readonly service: number;
  readonly blueprint: Blueprint;
  /** Its group on the host's cores. */
  readonly group: number;
  readonly startedAt: number;
  state = STARTING;
  readyAt = Number.POSITIVE_INFINITY;
  /** Requests in service. */
  busy = 0;
  /** Segments that go with it. */
  readonly own: SegmentId[] = [];
  /** Pages in constant use, which its requests refer to. */
  readonly hot: HotArea[] = [];
  /** Set up at the first reference that has to be looked up. */
  references: References | undefined;
  /** Group of its memory limit, 0 if it can't reach one. */
  memoryGroup: GroupId = 0;
  /** Its own memory management, if it is a guest that can come under pressure. */
  guest: GuestMemory | undefined;
  /** Where in them the next access begins. */
  dataPages: (() => number) | undefined;
  /** Its data files, and the memory that has their pages. */
  dataFile: { readonly memory: Memory; readonly segment: SegmentId } | undefined;
  /** Where its start is: steps begun, segments begun. */
  stepsBegun = 0;
  segmentsBegun = 0;
  /** CPU job of the start and of the idle load, or NO_JOB. */
  startJob = NO_JOB;
  idleJob = NO_JOB;
  /** Pending event that removes an idle instance, 0 if none. */
  expiry = 0;

  constructor(id: number, service: number, blueprint: Blueprint, group: number, now: number) {
    this.id = id;
    this.service = service;
    this.blueprint = blueprint;
    this.group = group;
    this.startedAt = now;
  }

  addHot(area: HotArea): void {
    if (area.count === 0) return;
    this.hot.push(area);
  }
}
