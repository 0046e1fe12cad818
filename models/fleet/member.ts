/**
 * A host of a fleet with what runs on it.
 *
 *     host ------ cores, memory, disks, network, kernel
 *     lifecycle - its instances: starts, idle load, ends
 *     shared ---- what its services have in common: platforms
 *     residents - memory of its system, of engines' daemons and platforms
 */
import { nanoseconds, type Simulation } from "../../engine/index.ts";
import { Host } from "../host/host.ts";
import type { HostSpec } from "../host/spec.ts";
import type { Instance } from "../instance/instance.ts";
import type { Instances } from "../instance/instances.ts";
import { Lifecycle } from "../instance/lifecycle.ts";
import { type GroupId, ROOT, type SegmentId } from "../os/memory/memory.ts";
import type { Resident } from "../service/unit.ts";
import { NO_MEMORY } from "../vocabulary.ts";
import { largestOf, ownerOf } from "./out-of-memory.ts";

export interface MemberEvents {
  /** The instance can serve from now on. */
  onReady(instance: Instance): void;
  /** The instance has to go, with everything that it serves; `failure` says why. */
  kill(instance: Instance, failure: number): void;
  /** Begins the names of the random streams of a service. */
  nameOf(service: number): string;
}

export class Member {
  readonly host: Host;
  readonly lifecycle: Lifecycle;
  readonly #instances: Instances;
  readonly #events: MemberEvents;
  readonly #shared = new Map<string, unknown>();
  readonly #residents: SegmentId[] = [];

  /** `prefix` begins the names of its stations, where there are several hosts. */
  constructor(simulation: Simulation, spec: HostSpec, instances: Instances, events: MemberEvents, prefix = "") {
    this.#instances = instances;
    this.#events = events;
    this.host = new Host(simulation, spec, (group) => this.#freeMemory(group), prefix);
    this.lifecycle = new Lifecycle(simulation, this.host, instances, {
      onReady: (instance) => events.onReady(instance),
      onGuestOutOfMemory: (instance) => events.kill(instance, NO_MEMORY),
      idlePhase: ({ service }) => nanoseconds(simulation.stream(`${events.nameOf(service)} / idle phase`).next()),
    });
  }

  /** Takes memory for what is there before the first instance. What is in constant use is never reclaimed. */
  addResidents(simulation: Simulation, residents: readonly Resident[]): void {
    const { memory } = this.host;
    for (const { kind, memory: size, workingSet } of residents) {
      const filled = simulation.on(`memory of the ${kind} filled`, () => {});
      const inUse = memory.create(kind, workingSet, workingSet, { anonymous: true, pinned: true });
      const rest = memory.create(kind, size - workingSet, 0, { anonymous: true });
      for (const segment of [inUse, rest]) memory.fill(segment, filled, 0);
      this.#residents.push(inUse, rest);
    }
  }

  shared<Thing>(name: string, create: () => Thing): Thing {
    if (!this.#shared.has(name)) this.#shared.set(name, create());
    return this.#shared.get(name) as Thing;
  }

  /**
   * The host leaves, after its instances have ended and its devices have nothing under way: gives up what it held for all of them. A host of the same
   * name may come later.
   * @throws Error, RangeError or AuditError, see `Host.close`
   */
  close(): void {
    for (const segment of this.#residents) this.host.memory.destroy(segment);
    this.#residents.length = 0;
    this.host.close();
  }

  *instances(): Generator<Instance, void, undefined> {
    for (const instance of this.#instances) if (instance.host === this.host) yield instance;
  }

  #freeMemory(group: GroupId): boolean {
    const victim =
      group === ROOT ? largestOf(this.instances(), (instance) => this.lifecycle.usedBytes(instance)) : ownerOf(this.instances(), group);
    if (victim !== undefined) this.#events.kill(victim, NO_MEMORY);
    return victim !== undefined;
  }
}
