/** What is measured of hosts: counters of their stations at the borders of the slices, memory at regular instants. */
import { type Simulation, sumOf } from "../../engine/index.ts";
import type { PressureTimes } from "../os/cpu/pressure.ts";
import type { ReferenceCounts } from "../os/memory/references.ts";
import { InstanceObservation } from "./instance-observation.ts";
import type { ObservedHost } from "./observed-host.ts";
import type { HostRecord, HostSlice, InstanceSlice } from "./run-record.ts";
import { TimeLine, type TimeLineRecord } from "./time-line.ts";
import { SLICES, STRETCHES, STRETCHES_PER_SLICE, sliceEnd } from "./time-slices.ts";

/** Counters of one host at one border; of its stations in their order. */
interface Border {
  readonly busy: readonly number[];
  readonly capacity: readonly number[];
  readonly minorFaults: number;
  readonly majorFaults: number;
  readonly programFaults: number;
  readonly references: Readonly<ReferenceCounts>;
  readonly pressure: PressureTimes;
  readonly steal: number;
  readonly vcpuTime: number;
}

interface MemorySample {
  readonly resident: Float64Array;
  readonly swappedByKind: Float64Array;
  readonly swapped: number;
  readonly free: number;
  readonly instances: number;
}

/** The requests in the system as the observation sees them. */
export interface ObservedRequests {
  /** ∫ their number dt up to now [ns]. */
  readonly time: number;
}

export class Observation {
  readonly #hosts: readonly ObservedHost[];
  /** By host, then border or sample. */
  readonly #borders: readonly Border[][];
  readonly #memory: readonly MemorySample[][];
  readonly #duration: number;
  readonly #timeLine: TimeLine;
  readonly #instances: InstanceObservation;

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
    this.#instances = new InstanceObservation(hosts);
    const origin = simulation.now;
    const border = simulation.on("observation: slice border", (index) => {
      hosts.forEach((host, number) => this.#borders[number].push(readBorder(host)));
      this.#timeLine.border();
      this.#instances.border();
      if (index < SLICES) simulation.at(sliceEnd(origin, duration, index), border, index + 1);
    });
    const sample = simulation.on("observation: memory", (index) => {
      hosts.forEach((host, number) => this.#memory[number].push(readMemory(host)));
      this.#timeLine.middle();
      this.#instances.middle();
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

  /** The instances of an application in the first `slices` slices. */
  instancesOf(app: number, slices: number): InstanceSlice[] {
    return this.#instances.toSlices(app, slices);
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
        swappedByKind: Array.from(samples[0].swappedByKind, (_, kind) => average((sample) => sample.swappedByKind[kind]) * page),
        swapped: average((sample) => sample.swapped) * page,
        free: average((sample) => sample.free) * page,
      },
      instances: average((sample) => sample.instances),
      minorFaults: last.minorFaults - first.minorFaults,
      majorFaults: last.majorFaults - first.majorFaults,
      programFaults: last.programFaults - first.programFaults,
      references: {
        memory: last.references.memory - first.references.memory,
        memoryMisses: last.references.memoryMisses - first.references.memoryMisses,
        files: last.references.files - first.references.files,
        fileMisses: last.references.fileMisses - first.references.fileMisses,
      },
      pressure: {
        cpu: last.pressure.cpu - first.pressure.cpu,
        memory: last.pressure.memory - first.pressure.memory,
        io: last.pressure.io - first.pressure.io,
      },
      steal: last.steal - first.steal,
      vcpuTime: last.vcpuTime - first.vcpuTime,
    };
  }
}

function readBorder(host: ObservedHost): Border {
  const counters = host.stations().map(({ station }) => station.counters());
  const { minorFaults, majorFaults } = host.memoryEvents();
  const usage = host.usage();
  return {
    busy: counters.map(({ busyIntegral }) => busyIntegral),
    capacity: counters.map(({ capacityIntegral }) => capacityIntegral),
    minorFaults,
    majorFaults,
    programFaults: host.memory.majorFaults - host.memory.fileReads,
    references: { ...host.memory.references },
    pressure: host.pressure(),
    steal: sumOf(usage, ({ steal }) => steal),
    vcpuTime: sumOf(usage, ({ vcpuTime }) => vcpuTime),
  };
}

const readMemory = (host: ObservedHost): MemorySample => ({
  resident: host.memory.residentByKind.slice(),
  swappedByKind: host.memory.swappedByKind(),
  swapped: host.memory.swapped,
  free: host.memory.free,
  instances: host.readyInstances(),
});
