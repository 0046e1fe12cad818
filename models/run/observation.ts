/** What is measured of hosts: counters of their stations at the borders of the slices, memory at regular instants. */
import type { Simulation } from "../../engine/index.ts";
import type { ObservedHost } from "./observed-host.ts";
import type { HostRecord, HostSlice } from "./run-record.ts";
import { TimeLine, type TimeLineRecord } from "./time-line.ts";
import { SLICES, STRETCHES, STRETCHES_PER_SLICE, sliceEnd } from "./time-slices.ts";

/** Counters of one host at one border; of its stations in their order. */
interface Border {
  readonly busy: readonly number[];
  readonly capacity: readonly number[];
  readonly minorFaults: number;
  readonly majorFaults: number;
}

interface MemorySample {
  readonly resident: Float64Array;
  readonly swapped: number;
  readonly free: number;
  readonly instances: number;
}

/** The requests in the system as the observation sees them. */
export interface ObservedRequests {
  /** ∫ their number dt up to now [ns]. */
  readonly time: number;
}

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number => items.reduce((sum, item) => sum + value(item), 0);

export class Observation {
  readonly #hosts: readonly ObservedHost[];
  /** By host, then border or sample. */
  readonly #borders: readonly Border[][];
  readonly #memory: readonly MemorySample[][];
  readonly #duration: number;
  readonly #timeLine: TimeLine;

  /** Begins now and lasts `duration` [ns]. `requests`: all that are in the system. */
  constructor(simulation: Simulation, hosts: readonly ObservedHost[], requests: ObservedRequests, duration: number) {
    this.#hosts = hosts;
    this.#duration = duration;
    this.#timeLine = new TimeLine(() => ({
      majorFaults: sumOf(hosts, (host) => host.memoryEvents().majorFaults),
      requestTime: requests.time,
      instances: sumOf(hosts, (host) => host.readyInstances()),
      swapped: sumOf(hosts, ({ memory }) => memory.swapped * memory.pageSize),
    }));
    this.#borders = hosts.map(() => []);
    this.#memory = hosts.map(() => []);
    const origin = simulation.now;
    const border = simulation.on("observation: slice border", (index) => {
      hosts.forEach((host, number) => this.#borders[number].push(readBorder(host)));
      this.#timeLine.border();
      if (index < SLICES) simulation.at(sliceEnd(origin, duration, index), border, index + 1);
    });
    const sample = simulation.on("observation: memory", (index) => {
      hosts.forEach((host, number) => this.#memory[number].push(readMemory(host)));
      this.#timeLine.middle();
      if (index + 1 < STRETCHES) simulation.at(origin + Math.floor(((index + 1.5) * duration) / STRETCHES), sample, index + 1);
    });
    simulation.at(origin, border, 0);
    simulation.at(origin + Math.floor((0.5 * duration) / STRETCHES), sample, 0);
  }

  /** What was seen of each host in the first `slices` slices, and what it counted since the beginning of the run. */
  toRecords(slices: number): HostRecord[] {
    return this.#hosts.map((host, number) => ({
      name: host.name,
      stations: host.stations().map(({ role, name }) => ({ role, name })),
      slices: Array.from({ length: slices }, (_, index) => this.#slice(number, index)),
      outOfMemoryKills: host.memoryEvents().kills,
      evictions: host.evictions(),
      scheduler: host.schedulerUsage(),
    }));
  }

  /** How the first `slices` slices went along. */
  timeLine(slices: number): TimeLineRecord {
    return this.#timeLine.toRecord(slices, this.#duration / STRETCHES);
  }

  /** Memory in bytes, averaged over time. */
  #slice(host: number, index: number): HostSlice {
    const [first, last] = [this.#borders[host][index], this.#borders[host][index + 1]];
    const samples = this.#memory[host].slice(index * STRETCHES_PER_SLICE, (index + 1) * STRETCHES_PER_SLICE);
    const page = this.#hosts[host].memory.pageSize;
    const average = (value: (sample: MemorySample) => number): number =>
      samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
    return {
      busy: last.busy.map((busy, station) => busy - first.busy[station]),
      capacity: last.capacity.map((capacity, station) => capacity - first.capacity[station]),
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
}

function readBorder(host: ObservedHost): Border {
  const counters = host.stations().map(({ station }) => station.counters());
  const { minorFaults, majorFaults } = host.memoryEvents();
  return {
    busy: counters.map(({ busyIntegral }) => busyIntegral),
    capacity: counters.map(({ capacityIntegral }) => capacityIntegral),
    minorFaults,
    majorFaults,
  };
}

const readMemory = (host: ObservedHost): MemorySample => ({
  resident: host.memory.residentByKind.slice(),
  swapped: host.memory.swapped,
  free: host.memory.free,
  instances: host.readyInstances(),
});
