/** Starting and ending the instances of one host, and what they do when they have nothing to do. */
import { type HandlerId, type Nanoseconds, nanoseconds, type Simulation } from "../../engine/index.ts";
import { Completions } from "../os/completions.ts";
import { type Memory, ROOT } from "../os/memory/memory.ts";
import type { System } from "../os/system.ts";
import { GONE, type Instance, NO_TASK, READY } from "./instance.ts";
import type { Instances } from "./instances.ts";
import { Start } from "./start.ts";
import type { Template } from "./template.ts";
import { addUsage, type InstanceUsage, noUsage } from "./usage.ts";

const SECOND = nanoseconds(1);

export interface LifecycleEvents {
  /** The instance can serve from now on. */
  onReady(instance: Instance): void;
  /** A guest's kernel has run out of memory and ends its application: the instance has to go. */
  onGuestOutOfMemory(instance: Instance): void;
  /** Delay of an instance's first idle tick [ns]; a random phase keeps guests from ticking in step. */
  idlePhase(instance: Instance): Nanoseconds;
}

export class Lifecycle {
  /** Idle instances of platforms that had to go for others. */
  evictions = 0;
  /** Instances of this host that can serve. */
  ready = 0;
  readonly #simulation: Simulation;
  readonly #host: System;
  readonly #instances: Instances;
  readonly #events: LifecycleEvents;
  readonly #start: Start;
  readonly #idleTick: HandlerId;
  readonly #idleDone: HandlerId;
  /** What instances that are gone have used, by their template. */
  readonly #endedUsage = new Map<Template, InstanceUsage>();
  /** Faults of guests that are gone; kills of all, counted here because a kill ends the guest. */
  readonly #endedGuests = { minorFaults: 0, majorFaults: 0, kills: 0 };

  constructor(simulation: Simulation, host: System, instances: Instances, events: LifecycleEvents) {
    this.#simulation = simulation;
    this.#host = host;
    this.#instances = instances;
    this.#events = events;
    this.#start = new Start(new Completions(simulation, "start goes on"), (instance) => {
      this.#endedGuests.kills++;
      this.#events.onGuestOutOfMemory(instance);
    });
    const onInstance = (name: string, handle: (instance: Instance) => void): HandlerId =>
      simulation.on(name, (id) => {
        const instance = instances.of(id);
        if (instance !== undefined) handle(instance);
      });
    this.#idleTick = onInstance("idle load", (instance) => this.#tickIdle(instance));
    this.#idleDone = onInstance("idle load done", (instance) => {
      instance.idleTask = NO_TASK;
    });
  }

  /** A new instance of `service`, which begins to start when the present event is over. */
  start(service: number, template: Template): Instance {
    const instance = this.#instances.create(service, template, this.#host, this.#simulation.now);
    instance.start = this.#simulation.spawn(template.startKind, this.#startUp(instance));
    return instance;
  }

  *#startUp(instance: Instance) {
    yield* this.#start.run(instance);
    this.#becomeReady(instance);
  }

  /** Ends an instance that has no request in service: its work stops, its memory is free. */
  end(instance: Instance): void {
    if (instance.state === READY) this.ready--;
    instance.state = GONE;
    this.#instances.remove(instance);
    addUsage(this.#usageOfEnded(instance.template), instance, this.#simulation.now);
    const { cpu, memory } = this.#host;
    if (instance.start !== undefined) this.#simulation.kill(instance.start);
    if (instance.idleTask !== NO_TASK) cpu.withdraw(instance.idleTask);
    this.#simulation.cancel(instance.idleTick);
    cpu.removeGroup(instance.group);
    for (const segment of instance.segments) memory.destroy(segment);
    if (instance.memoryGroup !== ROOT) memory.removeGroup(instance.memoryGroup);
    this.#endGuest(instance);
  }

  #endGuest({ guest, guestSegments }: Instance): void {
    if (guest === undefined) return;
    guest.end();
    for (const segment of guestSegments) guest.memory.destroy(segment);
    if (guest.memory === this.#host.memory) return;
    this.#endedGuests.minorFaults += guest.memory.minorFaults;
    this.#endedGuests.majorFaults += guest.memory.majorFaults;
  }

  /** Memories of the guests that page by themselves. */
  guestMemories(): Memory[] {
    const own: Memory[] = [];
    for (const { host, system } of this.#instances) if (host === this.#host && system.memory !== host.memory) own.push(system.memory);
    return own;
  }

  /** Page faults and kills of the host and of all guests there have been [1]. */
  memoryEvents(): { readonly minorFaults: number; readonly majorFaults: number; readonly kills: number } {
    const sum = { ...this.#endedGuests };
    for (const { minorFaults, majorFaults } of [this.#host.memory, ...this.guestMemories()]) {
      sum.minorFaults += minorFaults;
      sum.majorFaults += majorFaults;
    }
    return { ...sum, kills: sum.kills + this.#host.memory.kills };
  }

  /** What all instances of these templates that there have been on the host have used up to now, in their order. */
  usage(templates: readonly Template[]): InstanceUsage[] {
    const sums = new Map(templates.map((template) => [template, { ...(this.#endedUsage.get(template) ?? noUsage()) }]));
    for (const instance of this.#instances) {
      const sum = sums.get(instance.template);
      if (sum !== undefined) addUsage(sum, instance, this.#simulation.now);
    }
    return [...sums.values()];
  }

  #usageOfEnded(template: Template): InstanceUsage {
    let usage = this.#endedUsage.get(template);
    if (usage === undefined) this.#endedUsage.set(template, (usage = noUsage()));
    return usage;
  }

  /** How many instances of these templates exist on the host, and what is charged to them and in frames [B]; in the order of the templates. */
  chargedMemory(templates: readonly Template[]): { count: number; bytes: number }[] {
    const sums = new Map(templates.map((template) => [template, { count: 0, bytes: 0 }]));
    for (const { template, charged } of this.#instances) {
      const sum = sums.get(template);
      if (sum === undefined) continue;
      sum.count++;
      for (const segment of charged) sum.bytes += this.#host.memory.residentBytes(segment);
    }
    return [...sums.values()];
  }

  /** Bytes of its own that an instance has in frames and on swap. */
  usedBytes({ segments }: Instance): number {
    return segments.reduce((sum, segment) => sum + this.#host.memory.usedBytes(segment), 0);
  }

  #becomeReady(instance: Instance): void {
    const { weight, bandwidth, idleCpu } = instance.template;
    this.#host.cpu.changeGroup(instance.group, { weight, bandwidth });
    instance.start = undefined;
    instance.state = READY;
    instance.readyAt = this.#simulation.now;
    this.ready++;
    if (idleCpu > 0) instance.idleTick = this.#simulation.after(this.#events.idlePhase(instance), this.#idleTick, instance.id);
    this.#events.onReady(instance);
  }

  /** Timer ticks and services of an idle guest. A tick that finds the last one's work unfinished adds none: a busy guest coalesces them. */
  #tickIdle(instance: Instance): void {
    if (instance.idleTask === NO_TASK) {
      instance.idleTask = this.#host.cpu.submit(instance.group, instance.template.idleCpu, this.#idleDone, instance.id);
    }
    instance.idleTick = this.#simulation.after(SECOND, this.#idleTick, instance.id);
  }
}
