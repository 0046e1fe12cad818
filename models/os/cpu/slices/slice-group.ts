import type { Nanoseconds } from "../../../../engine/index.ts";
import { QuotaPool } from "./quota-pools.ts";
import type { TaskGroupId } from "../scheduler.ts";
import { type EntityId, NONE, type QueueId } from "./fair-queues.ts";

/** A task group of the scheduler by slices. What it has on each CPU is an entity in that CPU's queue, with a queue of its own below. */
export class SliceGroup {
  readonly id: TaskGroupId;
  readonly name: string;
  weight: number;
  /** By CPU; NONE where it has never been. */
  readonly entities: Int32Array;
  readonly queues: Int32Array;
  /** 1 for CPUs that it may use; undefined: all. */
  readonly allowed: Uint8Array | undefined;
  /** Virtual CPUs; none if its tasks run on the host's own. */
  readonly vcpus: EntityId[] = [];
  /** Tasks, and threads or vCPUs that want a CPU. */
  tasks = 0;
  runnable = 0;
  lastCpu = 0;

  /** Core time used as far as booked, switches included; and steal of its vCPUs [ns]. */
  used = 0;
  steal = 0;

  // cpu.max
  readonly pool = new QuotaPool();
  isThrottled = false;
  throttledSince: Nanoseconds = 0;
  throttledBefore: Nanoseconds = 0;

  constructor(id: TaskGroupId, name: string, weight: number, cpus: number, allowed: readonly number[] | undefined) {
    this.id = id;
    this.name = name;
    this.weight = weight;
    this.entities = new Int32Array(cpus).fill(NONE);
    this.queues = new Int32Array(cpus).fill(NONE);
    if (allowed !== undefined) {
      this.allowed = new Uint8Array(cpus);
      for (const cpu of allowed) this.allowed[cpu] = 1;
      this.lastCpu = allowed[0];
    } else this.allowed = undefined;
  }

  mayUse(cpu: number): boolean {
    return this.allowed === undefined || this.allowed[cpu] === 1;
  }

  queueOn(cpu: number): QueueId {
    return this.queues[cpu];
  }

  /** Time throttled with work up to `now` [ns]. */
  throttledTime(now: Nanoseconds): Nanoseconds {
    return this.throttledBefore + (this.isThrottled && this.tasks > 0 ? now - this.throttledSince : 0);
  }
}
