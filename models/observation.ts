/** What is measured of the stations of a host: counters at the borders of the slices, memory at regular instants. */
import type { Simulation, Station } from "../engine/index.ts";
import { SERIES_LENGTH, SLICES } from "./measurement.ts";
import type { World } from "./world.ts";

/** Instant at which slice `index` ends [ns]. */
export const sliceEnd = (origin: number, duration: number, index: number): number => origin + Math.floor(((index + 1) * duration) / SLICES);

interface Reading {
  readonly busy: number;
  readonly capacity: number;
}

/** Station readings at one border. */
interface Border {
  readonly cores: Reading;
  readonly disk: Reading;
  readonly swapDisk: Reading | undefined;
  readonly nicIn: Reading;
  readonly nicOut: Reading;
  readonly majorFaults: number;
}

interface MemorySample {
  readonly resident: Float64Array;
  readonly swapped: number;
  readonly free: number;
  readonly instances: number;
}

export class Observation {
  readonly #world: World;
  readonly #borders: Border[] = [];
  readonly #memory: MemorySample[] = [];

  /** Begins now and lasts `duration` [ns]. */
  constructor(simulation: Simulation, world: World, duration: number) {
    this.#world = world;
    const origin = simulation.now;
    const border = simulation.on("observation: slice border", (index) => {
      this.#borders.push(this.#readStations());
      if (index < SLICES) simulation.at(sliceEnd(origin, duration, index), border, index + 1);
    });
    const sample = simulation.on("observation: memory", (index) => {
      this.#memory.push(this.#readMemory());
      if (index + 1 < SERIES_LENGTH) simulation.at(origin + Math.floor(((index + 1.5) * duration) / SERIES_LENGTH), sample, index + 1);
    });
    simulation.at(origin, border, 0);
    simulation.at(origin + Math.floor((0.5 * duration) / SERIES_LENGTH), sample, 0);
  }

  /** Utilizations between the beginning of slice `from` and the end of the last one observed. */
  utilizationFrom(from: number): { cores: number; disk: number; swapDisk: number; nicIn: number; nicOut: number } {
    const first = this.#borders[from];
    const last = this.#borders[this.#borders.length - 1];
    const share = (a: Reading | undefined, b: Reading | undefined): number =>
      a === undefined || b === undefined || b.capacity === a.capacity ? 0 : (b.busy - a.busy) / (b.capacity - a.capacity);
    return {
      cores: share(first.cores, last.cores),
      disk: share(first.disk, last.disk),
      swapDisk: share(first.swapDisk, last.swapDisk),
      nicIn: share(first.nicIn, last.nicIn),
      nicOut: share(first.nicOut, last.nicOut),
    };
  }

  majorFaultsFrom(from: number): number {
    return this.#borders[this.#borders.length - 1].majorFaults - this.#borders[from].majorFaults;
  }

  /** Time averages from the beginning of slice `from` [B, B, B, 1]. */
  memoryFrom(from: number): { resident: number[]; swapped: number; free: number; instances: number } {
    const samples = this.#memory.slice((from * SERIES_LENGTH) / SLICES);
    const page = this.#world.machine.memory.pageSize;
    const average = (value: (sample: MemorySample) => number): number =>
      samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
    return {
      resident: Array.from(samples[0].resident, (_, kind) => average((sample) => sample.resident[kind]) * page),
      swapped: average((sample) => sample.swapped) * page,
      free: average((sample) => sample.free) * page,
      instances: average((sample) => sample.instances),
    };
  }

  #readStations(): Border {
    const { cores, disk, swapDisk, nic, memory } = this.#world.machine;
    return {
      cores: read(cores),
      disk: read(disk.queue),
      swapDisk: swapDisk && read(swapDisk.queue),
      nicIn: read(nic.inbound),
      nicOut: read(nic.outbound),
      majorFaults: memory.majorFaults,
    };
  }

  #readMemory(): MemorySample {
    const { memory } = this.#world.machine;
    return {
      resident: memory.residentByKind.slice(),
      swapped: memory.swapped,
      free: memory.frames.free,
      instances: this.#world.lifecycle.ready,
    };
  }
}

function read(station: Station): Reading {
  const { busyIntegral, capacityIntegral } = station.counters();
  return { busy: busyIntegral, capacity: capacityIntegral };
}
