/** One virtual machine, container or function instance while it exists. */
import type { Nanoseconds, ProcessId } from "../../engine/index.ts";
import type { TaskGroupId, TaskId } from "../os/cpu/scheduler.ts";
import type { AccessPattern } from "../os/memory/access-pattern.ts";
import { type GroupId, type HotArea, ROOT, type SegmentId } from "../os/memory/memory.ts";
import type { DataFile } from "../os/storage/data-file.ts";
import type { NestedSystem, System } from "../os/system.ts";
import type { Template } from "./template.ts";

const STARTING = 0;
export const READY = 1;
export const GONE = 2;

export const NO_TASK: TaskId = -1;

export interface InstanceOptions {
  /** Numbers instances in the order of their starts; never used for another one. */
  readonly id: number;
  /** Its place among those that exist, used again when it is gone. */
  readonly slot: number;
  readonly service: number;
  readonly template: Template;
  readonly host: System;
  readonly now: Nanoseconds;
}

export class Instance {
  readonly id: number;
  readonly slot: number;
  /** Whose requests it serves. */
  service: number;
  readonly template: Template;
  /** What it stands on, and what its software runs on: the same, or a guest's kernel. */
  readonly host: System;
  readonly system: System;
  readonly guest: NestedSystem | undefined;
  /** Its group on the host's cores. */
  readonly group: TaskGroupId;
  /** Group of its memory limit, ROOT if it can't reach one. */
  readonly memoryGroup: GroupId;
  readonly startedAt: Nanoseconds;
  readyAt = Number.POSITIVE_INFINITY;
  state = STARTING;
  /** Its start, while that goes on. */
  start: ProcessId | undefined;
  /** Requests in service. */
  busy = 0;
  /** Page faults of its requests that needed a device, reads of data files excluded [1]. */
  majorFaults = 0;
  /** Those of its segments that are charged to it: what `docker stats`, or the size of a virtual machine's process, shows. */
  readonly charged: SegmentId[] = [];
  /** Segments of the host's memory, and of the guest's own, that go with it. */
  readonly segments: SegmentId[] = [];
  readonly guestSegments: SegmentId[] = [];
  /** Pages in constant use, which its requests refer to. */
  readonly hot: HotArea[] = [];
  /** Set up at the first reference that has to be looked up. */
  accessPattern: AccessPattern | undefined;
  /** Where in its data files the next access begins. */
  dataPages: (() => number) | undefined;
  /** Its data files, as one. */
  dataFile: DataFile | undefined;
  /** For its service: the event that will end it if it stays idle, 0 if none. */
  expiry = 0;
  /** Its idle load's task, or NO_TASK, and the next tick. */
  idleTask = NO_TASK;
  idleTick = 0;

  constructor({ id, slot, service, template, host, now }: InstanceOptions) {
    this.id = id;
    this.slot = slot;
    this.service = service;
    this.template = template;
    this.host = host;
    this.guest = template.guest?.create(id);
    this.system = this.guest ?? host;
    // Engines and runtimes start at full speed: the quota holds for what the instance does afterwards.
    const { weight, vcpus, cpus, memoryLimit } = template;
    this.group = host.cpu.addGroup({ weight, vcpus, cpus });
    this.memoryGroup = memoryLimit === undefined ? ROOT : host.memory.addGroup(memoryLimit.memory, memoryLimit.swap);
    this.startedAt = now;
  }
}
