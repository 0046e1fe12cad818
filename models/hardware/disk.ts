/**
 * A disk: `parallel` units, each serving one command at a time, first come first served.
 * Service time = access + size / bandwidth. Covers random and sequential access, queueing, parallel units.
 * Leaves out reordering, caches in the device and the fall in write rate under sustained load.
 */
import { type HandlerId, MultiServerQueue, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { DiskSpec } from "./spec.ts";

export class Disk {
  readonly name: string;
  readonly spec: DiskSpec;
  readonly queue: MultiServerQueue;

  constructor(simulation: Simulation, name: string, spec: DiskSpec) {
    this.name = name;
    this.spec = spec;
    this.queue = new MultiServerQueue(simulation, { name: `disk ${name}`, servers: spec.parallel });
  }

  /** Reads `size` bytes at one place; `done(arg)` when the last byte is there. */
  read(size: number, done: HandlerId, arg: number): void {
    this.queue.submit(nanoseconds(this.spec.readAccess + size / this.spec.readBandwidth), done, arg);
  }

  /** Writes `size` bytes at one place; `done(arg)` when the device has them. */
  write(size: number, done: HandlerId, arg: number): void {
    this.queue.submit(nanoseconds(this.spec.writeAccess + size / this.spec.writeBandwidth), done, arg);
  }
}
