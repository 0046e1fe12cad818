/** One virtual machine, container or function instance while it exists. */
import type { Template } from "./template.ts";
import type { GroupId, HotArea, Memory, SegmentId } from "../os/memory/memory.ts";
import type { AccessPattern } from "../os/memory/access-pattern.ts";
import type { GuestMemory } from "../vm/guest-memory.ts";

export const STARTING = 0;
export const READY = 1;
export const GONE = 2;

export const NO_JOB = -1;

export class Instance {
  readonly id: number;
  readonly service: number;
  readonly template: Template;
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
  accessPattern: AccessPattern | undefined;
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

  constructor(id: number, service: number, template: Template, group: number, now: number) {
    this.id = id;
    this.service = service;
    this.template = template;
    this.group = group;
    this.startedAt = now;
  }

  addHot(area: HotArea): void {
    if (area.count === 0) return;
    this.hot.push(area);
  }
}
