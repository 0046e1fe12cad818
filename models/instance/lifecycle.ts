/**
 * Starting and stopping instances. A start is work like any other: it runs on the cores, reads from the disk and waits for page frames beside
 * the requests of everybody else, so a boot storm slows what already serves, and a loaded host slows a boot.
 */
import { type HandlerId, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { Template, SegmentPlan } from "./template.ts";
import type { MemoryKind } from "../vocabulary.ts";
import { GONE, Instance, NO_JOB, READY } from "./instance.ts";
import type { Machine } from "../host/host.ts";
import type { Memory, SegmentId } from "../os/memory/memory.ts";
import { ROOT } from "../os/memory/memory-group.ts";
import { PageCache } from "../os/storage/page-cache.ts";
import { GuestMemory, type GuestPlan } from "../vm/guest-memory.ts";

const SECOND = nanoseconds(1);

/** What a memory limit counts: the application's own, not the engine's shim beside it. */
const CHARGED: ReadonlySet<MemoryKind> = new Set(["sharedCode", "code", "heap", "data"]);

export interface LifecycleEvents {
  /** The instance can serve from now on. */
  onReady(instance: Instance): void;
  /** A guest's kernel has run out of memory and ends its application: the instance has to go. */
  onGuestOutOfMemory(instance: Instance): void;
  /** Delay of an instance's first idle tick [ns]; a random phase keeps guests from ticking in step. */
  idlePhase(instance: Instance): number;
}

export class Lifecycle {
  readonly pageCache: PageCache;
  /** By id; undefined when gone. Ids are not used again, so a late event of a dead instance finds nothing. */
  readonly instances: (Instance | undefined)[] = [];
  /** Instances that exist, and those of them that can serve. */
  alive = 0;
  ready = 0;
  readonly #simulation: Simulation;
  readonly #machine: Machine;
  readonly #events: LifecycleEvents;
  readonly #workDone: HandlerId;
  readonly #imageRead: HandlerId;
  readonly #segmentFilled: HandlerId;
  readonly #idleTick: HandlerId;
  readonly #idleDone: HandlerId;

  constructor(simulation: Simulation, machine: Machine, events: LifecycleEvents) {
    this.#simulation = simulation;
    this.#machine = machine;
    this.#events = events;
    this.pageCache = new PageCache(simulation, machine.memory, machine.disk);
    const onInstance = (name: string, handle: (instance: Instance) => void): HandlerId =>
      simulation.on(name, (id) => {
        const instance = this.instances[id];
        if (instance !== undefined) handle(instance);
      });
    this.#workDone = onInstance("start: CPU work done", (instance) => {
      instance.startJob = NO_JOB;
      this.#nextStep(instance);
    });
    this.#imageRead = onInstance("start: image read", (instance) => this.#nextStep(instance));
    this.#segmentFilled = onInstance("start: segment filled", (instance) => this.#nextSegment(instance));
    this.#idleTick = onInstance("idle load", (instance) => this.#tickIdle(instance));
    this.#idleDone = onInstance("idle load done", (instance) => {
      instance.idleJob = NO_JOB;
    });
  }

  /** A new instance of `service` that begins to start now. */
  start(service: number, template: Template): Instance {
    // Engines and runtimes start at full speed: the quota holds for what the instance does afterwards.
    const { weight, vcpus, cpus } = template;
    const group = this.#machine.cores.addGroup({ weight, vcpus, cpus });
    const instance = new Instance(this.instances.length, service, template, group, this.#simulation.now);
    this.instances.push(instance);
    const { memoryLimit } = template;
    if (memoryLimit !== undefined) instance.memoryGroup = this.#machine.memory.addGroup(memoryLimit.memory, memoryLimit.swap);
    this.alive++;
    this.#nextStep(instance);
    return instance;
  }

  /** Ends an instance that has no request in service: its work stops, its memory is free. */
  end(instance: Instance): void {
    if (instance.state === READY) this.ready--;
    instance.state = GONE;
    this.instances[instance.id] = undefined;
    this.alive--;
    const { cores, memory } = this.#machine;
    if (instance.startJob !== NO_JOB) cores.withdraw(instance.startJob);
    if (instance.idleJob !== NO_JOB) cores.withdraw(instance.idleJob);
    this.#simulation.cancel(instance.expiry);
    cores.removeGroup(instance.group);
    for (const segment of instance.own) memory.destroy(segment);
    if (instance.memoryGroup !== ROOT) memory.removeGroup(instance.memoryGroup);
    if (instance.guest === undefined) return;
    instance.guest.end();
    this.#endedGuests.minorFaults += instance.guest.memory.minorFaults;
    this.#endedGuests.majorFaults += instance.guest.memory.majorFaults;
  }

  /** Faults of guests that are gone; kills of all, counted here because a kill ends the guest. */
  readonly #endedGuests = { minorFaults: 0, majorFaults: 0, kills: 0 };

  /** Memories of the guests that page by themselves. */
  guestMemories(): Memory[] {
    return this.instances.flatMap((instance) => instance?.guest?.memory ?? []);
  }

  /** Page faults and kills of the host and of all guests there have been [1]. */
  memoryEvents(): { readonly minorFaults: number; readonly majorFaults: number; readonly kills: number } {
    const sum = { ...this.#endedGuests };
    for (const { minorFaults, majorFaults } of [this.#machine.memory, ...this.guestMemories()]) {
      sum.minorFaults += minorFaults;
      sum.majorFaults += majorFaults;
    }
    return { ...sum, kills: sum.kills + this.#machine.memory.kills };
  }

  /** Bytes of its own that an instance has in frames and on swap. */
  usedBytes(instance: Instance): number {
    return instance.own.reduce((sum, segment) => sum + this.#machine.memory.usedBytes(segment), 0);
  }

  #nextStep(instance: Instance): void {
    const step = instance.template.start[instance.stepsBegun++];
    switch (step?.kind) {
      case undefined:
        return this.#becomeReady(instance);
      case "cpu":
        instance.startJob = this.#machine.cores.submit(instance.group, step.work, this.#workDone, instance.id);
        return;
      case "image":
        return this.pageCache.load({ content: step.file, kind: "imageCache", size: step.size, hot: 0 }, this.#imageRead, instance.id);
      case "fill":
        return this.#nextSegment(instance);
    }
  }

  #nextSegment(instance: Instance): void {
    const index = instance.segmentsBegun++;
    const { segments } = instance.template;
    if (index >= segments.length) return this.#nextGuestSegment(instance, index - segments.length);
    const plan = segments[index];
    const { memory } = this.#machine;
    const { kind, size, hot, content, onDemand } = plan;
    const group = CHARGED.has(kind) ? instance.memoryGroup : ROOT;
    if (content !== undefined) {
      const file = { content, kind, size, hot };
      this.#addHot(instance, memory, this.pageCache.segmentOf(file, group), plan);
      return this.pageCache.load(file, this.#segmentFilled, instance.id, group);
    }
    if (onDemand) {
      const segment = memory.createFile(kind, size, { group });
      instance.own.push(segment);
      instance.dataFile = { memory, segment };
      return this.#nextSegment(instance);
    }
    const segment = memory.create(kind, size, hot, { anonymous: true, group });
    instance.own.push(segment);
    this.#addHot(instance, memory, segment, plan);
    if (kind === "guest" && instance.template.guestMemory !== undefined) this.#addGuest(instance, segment, instance.template.guestMemory);
    memory.fill(segment, this.#segmentFilled, instance.id);
  }

  #addGuest(instance: Instance, ram: SegmentId, plan: GuestPlan): void {
    const { memory, disk } = this.#machine;
    const host = { memory, ram, disk };
    instance.guest = new GuestMemory(this.#simulation, plan, host, () => {
      this.#endedGuests.kills++;
      this.#events.onGuestOutOfMemory(instance);
    });
  }

  /** The guest's own kernel fills what it was given. */
  #nextGuestSegment(instance: Instance, index: number): void {
    const { guest } = instance;
    const plan = guest?.plan.segments[index];
    if (guest === undefined || plan === undefined) return this.#nextStep(instance);
    const { kind, size, hot, backing, onDemand } = plan;
    const { memory } = guest;
    if (onDemand) {
      const segment = memory.createFile(kind, size);
      guest.segments.push(segment);
      instance.dataFile = { memory, segment };
      return this.#nextSegment(instance);
    }
    const segment = memory.create(kind, size, hot, { anonymous: backing !== "file", pinned: backing === "none" });
    guest.segments.push(segment);
    this.#addHot(instance, memory, segment, { kind });
    memory.fill(segment, this.#segmentFilled, instance.id);
  }

  #addHot(instance: Instance, memory: Memory, segment: SegmentId, { kind, content }: Pick<SegmentPlan, "kind" | "content">): void {
    instance.addHot({
      segment,
      first: memory.firstPage(segment),
      count: memory.hotPages(segment),
      shared: content !== undefined,
      writable: content === undefined && kind !== "code",
      patterned: kind === "code" || kind === "sharedCode" || kind === "heap",
      inGuest: memory !== this.#machine.memory,
    });
  }

  #becomeReady(instance: Instance): void {
    const { weight, bandwidth } = instance.template;
    this.#machine.cores.changeGroup(instance.group, { weight, bandwidth });
    instance.state = READY;
    instance.readyAt = this.#simulation.now;
    this.ready++;
    if (instance.template.idleCpu > 0) this.#simulation.after(this.#events.idlePhase(instance), this.#idleTick, instance.id);
    this.#events.onReady(instance);
  }

  /** Timer ticks and services of an idle guest. A tick that finds the last one's work unfinished adds none: a busy guest coalesces them. */
  #tickIdle(instance: Instance): void {
    if (instance.idleJob === NO_JOB) {
      instance.idleJob = this.#machine.cores.submit(instance.group, instance.template.idleCpu, this.#idleDone, instance.id);
    }
    this.#simulation.after(SECOND, this.#idleTick, instance.id);
  }
}
