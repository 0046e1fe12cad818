/**
 * The virtual disk of a guest that pages by itself, as a device for its pages. Before the transfer the host has to have the guest's frames in memory:
 * one that the host has swapped out comes back first, even to be overwritten.
 * Leaves out: processor time of the traps for pages that the guest writes out.
 * Source: Amit, Tsafrir, Schuster, VSwapper, ASPLOS 2014 (uncooperative swapping).
 */
import type { HandlerId, Simulation } from "../../engine/index.ts";
import type { Memory, SegmentId } from "../os/memory/memory.ts";
import type { BlockDevice, PageDevice } from "../os/storage/page-device.ts";

interface Transfer {
  frames: Int32Array;
  count: number;
  isRead: boolean;
  done: HandlerId;
  arg: number;
  /** Frames that the host is known to have. */
  backed: number;
}

export interface GuestPagesOptions {
  readonly host: Memory;
  /** The guest's memory in the host. */
  readonly ram: SegmentId;
  /** The guest's. */
  readonly disk: BlockDevice;
}

export class GuestPages implements PageDevice {
  readonly #simulation: Simulation;
  readonly #options: GuestPagesOptions;
  readonly #transfers: Transfer[] = [];
  readonly #free: number[] = [];
  readonly #backed: HandlerId;
  readonly #moved: HandlerId;
  #isAttached = true;
  /** Frames that the host had to get from a device first [1]. */
  majorFaults = 0;

  constructor(simulation: Simulation, options: GuestPagesOptions) {
    this.#simulation = simulation;
    this.#options = options;
    this.#backed = simulation.on("guest memory: backed", (transfer) => this.#continue(transfer));
    this.#moved = simulation.on("guest memory: transferred", (transfer) => this.#finish(transfer));
  }

  /** The guest is gone: what it asks for is not done any more. */
  detach(): void {
    this.#isAttached = false;
  }

  read(frames: Int32Array, count: number, done: HandlerId, arg: number): void {
    this.#begin({ frames, count, isRead: true, done, arg, backed: 0 });
  }

  write(frames: Int32Array, count: number, done: HandlerId, arg: number): void {
    this.#begin({ frames, count, isRead: false, done, arg, backed: 0 });
  }

  #begin(transfer: Transfer): void {
    const free = this.#free.pop();
    if (free === undefined) return this.#continue(this.#transfers.push(transfer) - 1);
    this.#transfers[free] = transfer;
    this.#continue(free);
  }

  #continue(index: number): void {
    if (!this.#isAttached) return;
    const transfer = this.#transfers[index];
    const { host, ram, disk } = this.#options;
    const first = host.firstPage(ram);
    for (; transfer.backed < transfer.count; transfer.backed++) {
      const page = first + transfer.frames[transfer.backed];
      if (host.touch(page, transfer.isRead)) continue;
      const before = host.majorFaults;
      host.pageIn(ram, page, this.#backed, index);
      this.majorFaults += host.majorFaults - before;
      return;
    }
    const size = transfer.count * host.pageSize;
    if (transfer.isRead) disk.read(size, this.#moved, index);
    else disk.write(size, this.#moved, index);
  }

  #finish(index: number): void {
    if (!this.#isAttached) return;
    const { done, arg } = this.#transfers[index];
    this.#free.push(index);
    this.#simulation.call(done, arg);
  }
}
