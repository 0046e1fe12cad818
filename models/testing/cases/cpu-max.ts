/** cgroup cpu.max through the scheduler: no chance in it, so the time is the closed form's to the rounding of the clock. */
import { HORIZON, nanoseconds, Simulation } from "../../../engine/index.ts";
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import { createScheduler } from "../../os/cpu/create.ts";
import { FLUID, type SchedulerSpec, SLICES } from "../../os/cpu/spec.ts";
import { host } from "../specs.ts";
import { quotaResponse, type QuotaUse } from "../theory/cpu-max.ts";

/** Threads begin together at `at` [s]; before, at 0, one has used `used` [s] of the first period's quota. */
interface Burst extends QuotaUse {
  readonly at?: number;
  readonly used?: number;
}

/** Time until the last of the threads is done [s], on eight cores without switching costs. */
function lastEnd(spec: SchedulerSpec, { quota, period, threads, work, at = 0, used = 0 }: Burst): number {
  const simulation = new Simulation({ seed: 1 });
  const cpu = { ...host().cpu, cores: 8, contextSwitch: 0, cachePerCore: 0 };
  const scheduler = createScheduler(simulation, "cores", cpu, spec);
  const group = scheduler.addGroup({ weight: 1, bandwidth: { quota: nanoseconds(quota), period: nanoseconds(period) } });
  let end = 0;
  const done = simulation.on("done", () => {
    end = simulation.now;
  });
  const begin = simulation.on("begin", () => {
    for (let thread = 0; thread < threads; thread++) scheduler.submit(group, nanoseconds(work), done, thread);
  });
  if (used > 0) scheduler.submit(group, nanoseconds(used), done, 0);
  simulation.at(nanoseconds(at), begin);
  simulation.run(HORIZON);
  simulation.audit();
  return end / 1e9 - at;
}

/** With as many CPUs as threads there are no turns to be taken: both fidelities are exact. */
const burst = (name: string, each: Burst): ValidationCase => ({
  name: `cpu.max, ${name}`,
  source: "closed form of quota and period (Linux sched-bwc)",
  agreement: { kind: "within", relative: 1e-6 },
  expected() {
    const response = 1e3 * quotaResponse(each);
    return { "fluid, time to the last end [ms]": response, "slices, time to the last end [ms]": response };
  },
  simulate: () => ({
    "fluid, time to the last end [ms]": 1e3 * lastEnd(FLUID, each),
    "slices, time to the last end [ms]": 1e3 * lastEnd(SLICES, each),
  }),
});

const half = { quota: 0.05, period: 0.1 };

export const cpuMaxCases: readonly ValidationCase[] = [
  burst("50 ms of every 100 ms, one thread of 20 ms: not throttled", { ...half, threads: 1, work: 0.02 }),
  burst("50 ms of every 100 ms, one thread of 100 ms", { ...half, threads: 1, work: 0.1 }),
  burst("50 ms of every 100 ms, one thread of 1234 ms", { ...half, threads: 1, work: 1.234 }),
  burst("1 ms of every 4 ms, one thread of 10.5 ms", { quota: 0.001, period: 0.004, threads: 1, work: 0.0105 }),
  ...[2, 4, 8].map((threads) =>
    burst(`80 ms of every 100 ms, ${threads} threads of 100 ms`, { quota: 0.08, period: 0.1, threads, work: 0.1 }),
  ),
  burst("50 ms of every 100 ms, one thread of 55 ms, 20 ms and 60 ms of the period left", {
    ...half,
    threads: 1,
    work: 0.055,
    quotaLeft: 0.02,
    periodLeft: 0.06,
    used: 0.03,
    at: 0.04,
  }),
  burst("50 ms of every 100 ms, four threads of 40 ms, 20 ms and 60 ms of the period left", {
    ...half,
    threads: 4,
    work: 0.04,
    quotaLeft: 0.02,
    periodLeft: 0.06,
    used: 0.03,
    at: 0.04,
  }),
];
