import { expect, test } from "vitest";
import { nanoseconds, Simulation, type Station } from "../../engine/index.ts";
import { MEMORY_KINDS } from "../vocabulary.ts";
import { Observation } from "./observation.ts";
import type { ObservedHost } from "./observed-host.ts";
import { SLICES } from "./time-slices.ts";

const DURATION = nanoseconds(40);
const SLICE = DURATION / SLICES;

/** A host whose numbers grow evenly with time: a busy share of its station, faults a second, pages of one kind. */
function hostWith(simulation: Simulation, name: string, busy: number, faults: number, pages: number): ObservedHost {
  const station: Station = {
    name: `${name} / disk`,
    kind: "fake",
    counters: () => ({ busyIntegral: busy * simulation.now, capacityIntegral: simulation.now }) as ReturnType<Station["counters"]>,
  };
  const seconds = (): number => simulation.now / 1e9;
  return {
    name,
    // One disk in two roles.
    stations: () => [
      { role: "disk", name: "main", station },
      { role: "swapDisk", name: "main", station },
    ],
    memory: {
      pageSize: 4096,
      swapped: 0,
      swappedByKind: () => new Float64Array(MEMORY_KINDS.length),
      free: 100 - pages,
      references: { memory: 0, memoryMisses: 0, files: 0, fileMisses: 0 },
      majorFaults: 0,
      fileReads: 0,
      get residentByKind() {
        return Float64Array.from(MEMORY_KINDS, (_, kind) => (kind === 0 ? pages * seconds() : 0));
      },
    },
    memoryEvents: () => ({ minorFaults: 0, majorFaults: faults * seconds(), kills: faults }),
    readyInstances: () => pages,
    evictions: () => 7,
    pressure: () => ({ cpu: 0, memory: 0, io: 0 }),
    usage: () => [],
    chargedMemory: () => [],
    schedulerUsage: () => ({ switches: 0, migrations: 0, throttled: 0, vcpuRunning: 0, vcpuSteal: 0 }),
  };
}

test("each host is measured by itself, with the same two handlers however many there are", () => {
  const simulation = new Simulation({ seed: 1 });
  const hosts = [hostWith(simulation, "a", 0.25, 3, 10), hostWith(simulation, "b", 0.5, 5, 20)];
  const observation = new Observation(simulation, hosts, { time: 0 }, DURATION);
  simulation.run(DURATION);
  const records = observation.toRecords(SLICES);
  expect(records.map(({ name, evictions, outOfMemoryKills }) => [name, evictions, outOfMemoryKills])).toEqual([
    ["a", 7, 3],
    ["b", 7, 5],
  ]);
  for (const [index, { busy, faults, pages }] of [
    { busy: 0.25, faults: 3, pages: 10 },
    { busy: 0.5, faults: 5, pages: 20 },
  ].entries()) {
    const { stations, slices } = records[index];
    expect(stations).toEqual([
      { role: "disk", name: "main" },
      { role: "swapDisk", name: "main" },
    ]);
    expect(slices).toHaveLength(SLICES);
    for (const [slice, seen] of slices.entries()) {
      expect(seen.busy).toEqual([busy * SLICE, busy * SLICE]);
      expect(seen.capacity).toEqual([SLICE, SLICE]);
      expect(seen.majorFaults).toBeCloseTo((faults * SLICE) / 1e9, 9);
      // A time average: of what grows evenly, the value in the middle of the slice.
      expect(seen.memory.resident[0]).toBeCloseTo((pages * (slice + 0.5) * SLICE * 4096) / 1e9, 3);
      expect(seen.memory.free).toBe((100 - pages) * 4096);
      expect(seen.instances).toBe(pages);
    }
  }
  // 21 borders and 200 samples of memory.
  expect(simulation.eventCount).toBe(SLICES + 1 + 10 * SLICES);
});
