/** What a deployment may ask of the host's CPU scheduler: quotas and sets of CPUs that the host and its scheduler can honour. */
import type { HostSpec } from "../../models/host/spec.ts";
import type { Path } from "./document.ts";
import type { Compilation } from "./resolve.ts";
import { formatQuantity } from "./units.ts";

/** Least quota and least period that the kernel accepts [s]. Source: Linux, Documentation/scheduler/sched-bwc.rst. */
const LEAST_QUOTA = 1e-3;

/** Rounding of a product of two decimal numbers. */
const GRAIN = 1e-12;

/** `cpus` cores of every `period` seconds. */
export function checkQuota(path: Path, cpus: number, period: number, into: Compilation): void {
  if (cpus * period >= LEAST_QUOTA - GRAIN) return;
  const least = formatQuantity(Math.ceil((LEAST_QUOTA / period) * 1000) / 1000, "cores");
  into.error([...path, "cpus"], {
    message: `${formatQuantity(cpus, "cores")} of every ${formatQuantity(period, "time")} is a quota of ${formatQuantity(cpus * period, "time")}`,
    expected: "a quota of at least 1 ms, the least that the kernel accepts",
    fix: `write "${least}" or more`,
  });
}

/** The set in the form that the models take; undefined: all CPUs. */
export function compileCpuset(
  path: Path,
  cpuset: "all" | readonly number[],
  host: HostSpec,
  into: Compilation,
): readonly number[] | undefined {
  if (cpuset === "all") return undefined;
  const threads = host.cpu.cores * host.cpu.threadsPerCore;
  const beyond = cpuset.filter((cpu) => cpu >= threads);
  if (beyond.length > 0) {
    into.error(path, {
      message: `CPU ${beyond[0]} on a host with ${threads} hardware threads`,
      expected: threads === 1 ? "CPU 0" : `CPUs 0 to ${threads - 1}`,
      fix: `write "${threads === 1 ? "0" : `0-${threads - 1}`}"`,
    });
  } else if (cpuset.length < threads && host.os.scheduler.kind !== "slices") {
    into.error(path, {
      message: `the host's scheduler is "fluid", which knows no single CPUs`,
      expected: 'the scheduler "slices"',
      fix: `write "scheduler: slices" at the host, or leave out "${String(path.at(-1))}"`,
    });
  }
  return cpuset;
}
