// Where the two CPU schedulers agree and where they differ, as the table in docs/models/cpu.md.
// Run: npx tsx bench/validate/schedulers.ts [seconds]
import { type DistributionSpec, Histogram, nanoseconds, Simulation, sampler } from "../../engine/index.ts";
import { mmcResponse, processorSharing } from "../../engine/testing/theory/index.ts";
import { createScheduler } from "../../models/os/cpu/create.ts";
import { bandwidthOf, type TaskGroupOptions } from "../../models/os/cpu/scheduler.ts";
import { FLUID, SLICES, type SchedulerSpec } from "../../models/os/cpu/spec.ts";
import { host } from "../../models/testing/specs.ts";

const SECONDS = Number(process.argv[2] ?? 600);

interface Load {
  readonly name: string;
  readonly cores: number;
  /** Cost of a switch with the refill of the cache [s]. */
  readonly switchCost: number;
  readonly groups: readonly TaskGroupOptions[];
  /** Tasks of each group: times between them, and demands [s]; the measured ones are those of the first group. */
  readonly interarrival: DistributionSpec;
  readonly demand: DistributionSpec;
  /** Groups after the others that always run one task. */
  readonly hogs?: number;
  /** Mean response time by theory [ms]. */
  readonly theory?: number;
}

interface Found {
  readonly mean: number;
  readonly p99: number;
  readonly throttled: number;
  readonly steal: number;
}

const constant = (value: number): DistributionSpec => ({ kind: "constant", value });
const exponential = (mean: number): DistributionSpec => ({ kind: "exponential", mean });
const same = (count: number, options: TaskGroupOptions = { weight: 1 }): TaskGroupOptions[] => new Array(count).fill(options);
const PI = 100e-6; // 5 us and 256 KiB at 2.7 GB/s

const LOADS: readonly Load[] = [
  {
    name: "1 container, 1 core, load 0.8, 10 ms exponential",
    cores: 1,
    switchCost: 0,
    groups: same(1),
    interarrival: exponential(1 / 80),
    demand: exponential(10e-3),
    theory: 1e3 * processorSharing(80, 10e-3),
  },
  {
    name: "8 containers, 4 cores, load 0.8, 10 ms exponential",
    cores: 4,
    switchCost: 0,
    groups: same(8),
    interarrival: exponential(1 / 40),
    demand: exponential(10e-3),
    theory: 1e3 * mmcResponse(4, 320, 100),
  },
  {
    name: "the same with switches of 0.1 ms",
    cores: 4,
    switchCost: PI,
    groups: same(8),
    interarrival: exponential(1 / 40),
    demand: exponential(10e-3),
  },
  {
    name: "8 containers, 4 cores, load 0.8, 0.5 ms constant, switches of 0.1 ms",
    cores: 4,
    switchCost: PI,
    groups: same(8),
    interarrival: exponential(1 / 800),
    demand: constant(0.5e-3),
  },
  {
    name: "8 VMs with 1 vCPU, 4 cores, load 0.8, 10 ms exponential",
    cores: 4,
    switchCost: 0,
    groups: same(8, { weight: 1, vcpus: 1 }),
    interarrival: exponential(1 / 40),
    demand: exponential(10e-3),
  },
  {
    name: "1 ms of work every 50 ms beside 8 containers that never sleep, 1 core",
    cores: 1,
    switchCost: 0,
    groups: same(1),
    interarrival: constant(50e-3),
    demand: constant(1e-3),
    hogs: 8,
  },
  {
    name: "60 ms of work every 0.4 s, quota 50 ms of 100 ms",
    cores: 4,
    switchCost: 0,
    groups: same(1, { weight: 1, bandwidth: bandwidthOf(0.5, 0.1) }),
    interarrival: constant(0.4),
    demand: constant(60e-3),
    theory: 110,
  },
  {
    name: "1 container, quota 50 ms of 100 ms, load 0.5 of it, 10 ms exponential",
    cores: 4,
    switchCost: 0,
    groups: same(1, { weight: 1, bandwidth: bandwidthOf(0.5, 0.1) }),
    interarrival: exponential(1 / 25),
    demand: exponential(10e-3),
  },
  {
    name: "the same, 16 such containers on 4 cores",
    cores: 4,
    switchCost: 0,
    groups: same(16, { weight: 1, bandwidth: bandwidthOf(0.5, 0.1) }),
    interarrival: exponential(1 / 22),
    demand: exponential(10e-3),
  },
];

function measure(load: Load, spec: SchedulerSpec): Found {
  const simulation = new Simulation({ seed: load.name });
  const cpu = { ...host().cpu, cores: load.cores, contextSwitch: load.switchCost, cachePerCore: 0 };
  const scheduler = createScheduler(simulation, "cores", cpu, spec);
  const groups = load.groups.map((group) => scheduler.addGroup(group));
  const sources = groups.map((_, k) => ({
    gap: sampler(load.interarrival, simulation.stream(`group ${k} / arrivals`)),
    demand: sampler(load.demand, simulation.stream(`group ${k} / demands`)),
  }));
  const times = new Histogram();
  let [total, throttled] = [0, 0];
  const never = simulation.on("never", () => {});
  for (let k = 0; k < (load.hogs ?? 0); k++) scheduler.submit(scheduler.addGroup({ weight: 1 }), 1e15, never, 0);
  const done = simulation.on("done", () => {
    const { running, waiting, steal, throttled: stopped } = scheduler.finished;
    times.add(running + waiting + steal + stopped);
    total += running + waiting + steal + stopped;
    throttled += stopped;
  });
  const come = simulation.on("come", (k) => {
    scheduler.submit(groups[k], nanoseconds(sources[k].demand()), done, k);
    simulation.after(nanoseconds(sources[k].gap()), come, k);
  });
  sources.forEach(({ gap }, k) => simulation.after(nanoseconds(gap()), come, k));
  simulation.run(nanoseconds(SECONDS));
  simulation.audit();
  const { vcpuRunning, vcpuSteal } = scheduler.usage;
  return {
    mean: total / times.count / 1e6,
    p99: times.quantile(0.99) / 1e6,
    throttled: throttled / total,
    steal: vcpuSteal === 0 ? 0 : vcpuSteal / (vcpuRunning + vcpuSteal),
  };
}

const ms = (value: number): string => value.toPrecision(3);
const share = (value: number): string => (value === 0 ? "" : `${(100 * value).toFixed(1)} %`);
const both = (a: string, b: string): string => (a === b ? a : `${a} / ${b}`);

const rows = [
  ["load", "mean by theory [ms]", "mean: fluid / slices [ms]", "p99: fluid / slices [ms]", "throttled", "steal"],
  ...LOADS.map((load) => {
    const [fluid, slices] = [FLUID, SLICES].map((spec) => measure(load, spec));
    return [
      load.name,
      load.theory === undefined ? "" : ms(load.theory),
      `${ms(fluid.mean)} / ${ms(slices.mean)}`,
      `${ms(fluid.p99)} / ${ms(slices.p99)}`,
      both(share(fluid.throttled), share(slices.throttled)),
      both(share(fluid.steal), share(slices.steal)),
    ];
  }),
];
const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
const line = (row: readonly string[]): string => `| ${row.map((text, column) => text.padEnd(widths[column])).join(" | ")} |`;
console.log([line(rows[0]), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n"));
