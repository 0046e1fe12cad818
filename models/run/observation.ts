/** What is measured of the stations of a host: counters at the borders of the slices, memory at regular instants. */
import type { Simulation, Station } from "../../engine/index.ts";
import { SLICES, STRETCHES_PER_SLICE } from "./measurement.ts";
import { OBSERVED_STATIONS, type ObservedStation, type SliceRecord } from "./run-record.ts";
import type { World } from "./world.ts";

const SAMPLES = SLICES * STRETCHES_PER_SLICE;

/** Instant at which slice `index` ends [ns]. */
export const sliceEnd = (origin: number, duration: number, index: number): number => origin + Math.floor(((index + 1) * duration) / SLICES);

interface Reading {
  readonly busy: number;
  readonly capacity: number;
}

/** Counters at one border. */
interface Border {
  readonly stations: Readonly<Record<ObservedStation, Reading>>;
  readonly minorFaults: number;
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
      this.#borders.push(this.#readBorder());
      if (index < SLICES) simulation.at(sliceEnd(origin, duration, index), border, index + 1);
    });
    const sample = simulation.on("observation: memory", (index) => {
      this.#memory.push(this.#readMemory());
      if (index + 1 < SAMPLES) simulation.at(origin + Math.floor(((index + 1.5) * duration) / SAMPLES), sample, index + 1);
    });
    simulation.at(origin, border, 0);
    simulation.at(origin + Math.floor((0.5 * duration) / SAMPLES), sample, 0);
  }

  /** What was seen in slice `index`; memory in bytes, averaged over time. */
  slice(index: number): Pick<SliceRecord, "busy" | "capacity" | "memory" | "instances" | "minorFaults" | "majorFaults"> {
    const [first, last] = [this.#borders[index], this.#borders[index + 1]];
    const samples = this.#memory.slice(index * STRETCHES_PER_SLICE, (index + 1) * STRETCHES_PER_SLICE);
    const page = this.#world.machine.memory.pageSize;
    const average = (value: (sample: MemorySample) => number): number =>
      samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
    const growth = (value: (reading: Reading) => number): Record<ObservedStation, number> =>
      byStation((station) => value(last.stations[station]) - value(first.stations[station]));
    return {
      busy: growth((reading) => reading.busy),
      capacity: growth((reading) => reading.capacity),
      memory: {
        resident: Array.from(samples[0].resident, (_, kind) => average((sample) => sample.resident[kind]) * page),
        swapped: average((sample) => sample.swapped) * page,
        free: average((sample) => sample.free) * page,
      },
      instances: average((sample) => sample.instances),
      minorFaults: last.minorFaults - first.minorFaults,
      majorFaults: last.majorFaults - first.majorFaults,
    };
  }

  #readBorder(): Border {
    const { cores, disk, swapDisk, nic } = this.#world.machine;
    const { minorFaults, majorFaults } = this.#world.lifecycle.memoryEvents();
    const stations: Record<ObservedStation, Station | undefined> = {
      cores,
      disk: disk.queue,
      swapDisk: swapDisk?.queue,
      nicIn: nic.inbound,
      nicOut: nic.outbound,
    };
    return { stations: byStation((station) => read(stations[station])), minorFaults, majorFaults };
  }

  #readMemory(): MemorySample {
    const { memory } = this.#world.machine;
    return {
      resident: memory.residentByKind.slice(),
      swapped: memory.swapped,
      free: memory.free,
      instances: this.#world.lifecycle.ready,
    };
  }
}

const byStation = <Value>(value: (station: ObservedStation) => Value): Record<ObservedStation, Value> =>
  Object.fromEntries(OBSERVED_STATIONS.map((station) => [station, value(station)])) as Record<ObservedStation, Value>;

/** A station that the host does not have is never busy and has no capacity. */
function read(station: Station | undefined): Reading {
  if (station === undefined) return { busy: 0, capacity: 0 };
  const { busyIntegral, capacityIntegral } = station.counters();
  return { busy: busyIntegral, capacity: capacityIntegral };
}
