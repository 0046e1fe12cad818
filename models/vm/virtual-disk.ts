/**
 * Disk of a guest: a request in the queue of the host's disk, and the hypervisor's delay behind it. Who has asked is told even if the guest is gone by
 * then, since what it asked for went on without it. Leaves out: the image file's layers, a device thread with a ceiling of its own.
 */
import type { HandlerId, Nanoseconds, Simulation } from "../../engine/index.ts";
import type { BlockDevice } from "../os/storage/page-device.ts";

export class VirtualDisk implements BlockDevice {
  readonly #simulation: Simulation;
  readonly #disk: BlockDevice;
  readonly #readDelay: Nanoseconds;
  readonly #writeDelay: Nanoseconds;
  readonly #moved: HandlerId;
  // Transfers under way, by place; places are used again.
  readonly #done: HandlerId[] = [];
  readonly #arg: number[] = [];
  readonly #delay: Nanoseconds[] = [];
  readonly #free: number[] = [];

  /** `readDelay`, `writeDelay`: added by the hypervisor [ns]. */
  constructor(simulation: Simulation, disk: BlockDevice, readDelay: Nanoseconds, writeDelay: Nanoseconds) {
    this.#simulation = simulation;
    this.#disk = disk;
    this.#readDelay = readDelay;
    this.#writeDelay = writeDelay;
    this.#moved = simulation.on("virtual disk: transferred", (transfer) => this.#finish(transfer));
  }

  read(size: number, done: HandlerId, arg: number): void {
    if (this.#readDelay === 0) this.#disk.read(size, done, arg);
    else this.#disk.read(size, this.#moved, this.#open(this.#readDelay, done, arg));
  }

  write(size: number, done: HandlerId, arg: number): void {
    if (this.#writeDelay === 0) this.#disk.write(size, done, arg);
    else this.#disk.write(size, this.#moved, this.#open(this.#writeDelay, done, arg));
  }

  #open(delay: Nanoseconds, done: HandlerId, arg: number): number {
    const transfer = this.#free.pop() ?? this.#done.length;
    this.#delay[transfer] = delay;
    this.#done[transfer] = done;
    this.#arg[transfer] = arg;
    return transfer;
  }

  #finish(transfer: number): void {
    this.#free.push(transfer);
    this.#simulation.after(this.#delay[transfer], this.#done[transfer], this.#arg[transfer]);
  }
}
