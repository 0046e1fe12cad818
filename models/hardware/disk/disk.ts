/** A disk as the operating system sees it: reads and writes of any length; rotating or flash, as its specification says. */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
import type { DiskSpec } from "../spec.ts";
import { type AccessStream, type Device, RANDOM } from "./device.ts";
import { FlashDevice } from "./flash.ts";
import { RotatingDevice } from "./rotating.ts";

/** In which order it serves, in words. */
export const DISK_QUEUE =
  "requests, page faults, swap and image reads in one queue, first come, first served; inside a disk with moving parts the nearest first";

export class Disk {
  readonly name: string;
  readonly spec: DiskSpec;
  /** Station of the commands. */
  readonly queue: Device;

  readonly #simulation: Simulation;

  /** `prefix` begins the name of its station. */
  constructor(simulation: Simulation, name: string, spec: DiskSpec, prefix = "") {
    this.name = name;
    this.#simulation = simulation;
    this.spec = spec;
    const station = `${prefix}disk ${name}`;
    const { mechanics } = spec;
    this.queue = mechanics ? new RotatingDevice(simulation, station, { ...spec, mechanics }) : new FlashDevice(simulation, station, spec);
  }

  /** Reads `size` bytes at a random place, or where the stream has come to; `done(arg)` when the last byte is there. */
  read(size: number, done: HandlerId, arg: number, stream: AccessStream = RANDOM): void {
    this.queue.submit(size, false, stream, done, arg);
  }

  /** Writes `size` bytes at a random place, or where the stream has come to; `done(arg)` when the device has them. */
  write(size: number, done: HandlerId, arg: number, stream: AccessStream = RANDOM): void {
    this.queue.submit(size, true, stream, done, arg);
  }

  /** Its host leaves, with no command under way: the station is audited for the last time, and its name is free again. */
  close(): void {
    this.#simulation.unregister(this.queue);
  }

  /** A sequence of adjoining places, for a file that is read or written from its beginning: a rotating disk goes on without a seek. */
  openStream(): AccessStream {
    return this.queue.openStream();
  }

  /** The stream begins again at its first place. */
  rewind(stream: AccessStream): void {
    this.queue.rewind(stream);
  }
}
