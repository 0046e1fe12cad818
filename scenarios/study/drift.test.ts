import { describe, expect, test } from "vitest";
import { createStream, Histogram } from "../../engine/index.ts";
import { FAILURES, MEMORY_KINDS } from "../../models/vocabulary.ts";
import { LatencyProfile } from "../../models/run/latency-profile.ts";
import type { RunRecord } from "../../models/run/run-record.ts";
import { type RunWindow, windowFrom } from "../../models/run/window.ts";
import { StartDurations } from "../../models/run/start-durations.ts";
import type { Objective } from "../objective.ts";
import { driftOf } from "./drift.ts";

const SLICES = 20;
const PER_SLICE = 1000;
const GiB = 1024 ** 3;
const objective: Objective = { statistic: "p99", latency: 0.25, errors: 0.01 };

interface Course {
  /** Share of requests beyond the limit, faults a second, instances and memory in use [B] of the host, by slice. */
  readonly late?: (slice: number) => number;
  readonly faults?: (slice: number) => number;
  readonly instances?: (slice: number) => number;
  readonly used?: (slice: number) => number;
  readonly collapsed?: boolean;
}

/** Runs that take this course, each with noise of its own. */
function runs(course: Course, count = 5): RunWindow[] {
  const { late = () => 0.005, faults = () => 0, instances = () => 10, used = () => GiB, collapsed = false } = course;
  return Array.from({ length: count }, (_, replication) => {
    const stream = createStream(replication, "noise");
    const empty = new LatencyProfile().toData();
    const slices = Array.from({ length: SLICES }, (_each, slice) => {
      const latency = new Histogram();
      let sum = 0;
      for (let k = 0; k < PER_SLICE; k++) {
        const time = (stream.next() < late(slice) ? 1 : 0.01) * 1e9;
        latency.add(time);
        sum += time;
      }
      return {
        arrivals: PER_SLICE,
        completed: PER_SLICE,
        waited: 0,
        coldStarts: 0,
        failures: FAILURES.map(() => 0),
        latency: latency.toJSON(),
        latencySum: sum,
        profile: empty,
        starts: 0,
      };
    });
    const hostSlices = Array.from({ length: SLICES }, (_each, slice) => ({
      busy: [],
      capacity: [],
      memory: {
        resident: MEMORY_KINDS.map((kind) => (kind === "heap" ? used(slice) + 1e6 * stream.next() : 0)),
        swappedByKind: MEMORY_KINDS.map(() => 0),
        swapped: 0,
        free: 4 * GiB - used(slice),
      },
      instances: instances(slice) + 0.01 * stream.next(),
      minorFaults: 0,
      majorFaults: faults(slice) * (0.95 + 0.1 * stream.next()),
      programFaults: 0,
      references: { memory: 0, memoryMisses: 0, files: 0, fileMisses: 0 },
      pressure: { cpu: 0, memory: 0, io: 0 },
      steal: 0,
      vcpuTime: 0,
    }));
    const record = {
      ready: true,
      collapsed,
      slices: SLICES,
      sliceLength: 1,
      apps: [
        {
          collapsed,
          lost: collapsed,
          slices,
          series: { sums: [], counts: [] },
          unfinished: { count: 0, latency: new Histogram().toJSON(), latencySum: 0, profile: empty },
          starts: new StartDurations().toData(),
        },
      ],
      hosts: [{ name: "host", stations: [], slices: hostSlices, outOfMemoryKills: 0, evictions: 0 }],
    };
    return windowFrom(record as unknown as RunRecord, 4);
  });
}

describe("what does not drift", () => {
  test.each(["met", "missed", "undecided"] as const)("is settled, %s", (verdict) => {
    expect(driftOf(runs({ faults: () => 20 }), 0, objective, verdict)).toBeUndefined();
  });
});

describe("late requests", () => {
  const falling = runs({ late: (slice) => 0.03 - 0.001 * slice });
  const rising = runs({ late: (slice) => 0.001 * slice });

  test("that get fewer can save an objective that is missed, not spoil one that is met", () => {
    expect(driftOf(falling, 0, objective, "missed")?.direction).toBe("better");
    expect(driftOf(falling, 0, objective, "undecided")?.direction).toBe("better");
    expect(driftOf(falling, 0, objective, "met")).toBeUndefined();
  });

  test("that get more spoil one that is met, and make a miss certain, whatever else gets better", () => {
    expect(driftOf(rising, 0, objective, "met")?.direction).toBe("worse");
    expect(driftOf(rising, 0, objective, "missed")).toBeUndefined();
    const both = runs({ late: (slice) => 0.001 * slice, faults: (slice) => 100 - slice });
    expect(driftOf(both, 0, objective, "missed")).toBeUndefined();
  });

  test("of the halves are in the words: 2.2 % before, 1.4 % after", () => {
    // Slices 4 to 11 and 12 to 19: means of 0.03 - 0.001 k are 2.25 % and 1.45 %.
    const { text } = driftOf(falling, 0, objective, "missed") ?? { text: "" };
    const [before, after] = [...text.matchAll(/([\d.]+) %/g)].map(([, number]) => Number(number));
    expect(before).toBeCloseTo(2.25, 0);
    expect(after).toBeCloseTo(1.45, 0);
  });

  test("that differ by less than a fifth of what is allowed do not matter", () => {
    expect(driftOf(runs({ late: (slice) => 0.005 + 0.00002 * slice }), 0, objective, "met")).toBeUndefined();
  });

  test("of runs that all collapsed are a miss", () => {
    expect(driftOf(runs({ late: (slice) => 0.03 - 0.001 * slice, collapsed: true }), 0, objective, "missed")).toBeUndefined();
  });
});

describe("what is seen before requests feel it", () => {
  test("page faults that get fewer, where requests can feel them", () => {
    const fewer = (scale: number) => runs({ faults: (slice) => scale * (40 - 2 * slice) });
    expect(driftOf(fewer(1), 0, objective, "missed")?.text).toMatch(/^page faults went from/);
    expect(driftOf(fewer(1), 0, objective, "met")).toBeUndefined();
    expect(driftOf(fewer(0.01), 0, objective, "missed")).toBeUndefined();
  });

  test("memory that fills up", () => {
    const filling = runs({ used: (slice) => GiB * (1 + 0.02 * slice) });
    expect(driftOf(filling, 0, objective, "met")?.text).toMatch(/^memory in use went from/);
    expect(driftOf(filling, 0, objective, "missed")).toBeUndefined();
  });

  test("instances, which can be good or bad", () => {
    const growing = runs({ instances: (slice) => 10 + slice });
    expect(driftOf(growing, 0, objective, "met")?.direction).toBe("either");
    expect(driftOf(growing, 0, objective, "missed")?.direction).toBe("either");
  });
});

test("with two replications a drift has to be large against its noise", () => {
  expect(driftOf(runs({ late: (slice) => 0.004 + 0.0002 * slice }, 2), 0, objective, "met")).toBeUndefined();
  expect(driftOf(runs({ instances: (slice) => 10 + 5 * slice }, 2), 0, objective, "met")?.text).toMatch(/^instances/);
});
