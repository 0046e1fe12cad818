/** Whole simulated machines whose requests read: the disk as M/D/1 and M/D/c, alone and behind the cores. */
import { mdcResponse, pollaczekKhinchine, processorSharing } from "../../../engine/testing/theory/index.ts";
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import type { StepSpec } from "../../workload/spec.ts";
import { compute, idealContainer, idealDisk, idealHost, onlyDoes } from "../ideal.ts";
import { deployment } from "../specs.ts";
import { meanTimes, measuredWindow } from "./measured-window.ts";

const ACCESS = 1e-3; // [s]
const READ: StepSpec = { kind: "read", size: 4096 };

const reading = (parallel: number, load: number): ValidationCase => {
  const rate = (load * parallel) / ACCESS;
  const spec = deployment(idealContainer(), {
    host: idealHost(1, { disks: { main: idealDisk(ACCESS, parallel) } }),
    app: onlyDoes(rate, [READ]),
  });
  return {
    name: `reads from a disk with ${parallel} units, load ${load}`,
    source: parallel === 1 ? "M/D/1, Pollaczek-Khinchine" : `M/D/${parallel}, exact chain (Crommelin 1932)`,
    agreement: { kind: "interval", runs: 16, precision: 0.03 },
    expected: () => ({ "disk [ms]": 1e3 * mdcResponse(parallel, rate, ACCESS) }),
    simulate: (seed, length) => ({ "disk [ms]": meanTimes(measuredWindow(spec, seed, (25 / parallel) * length, 1)).disk }),
  };
};

const DEMAND = 5e-3; // mean CPU demand [s]
const RATE = 120; // [1/s]
const SLOW = 6e-3; // access to the disk [s]

/** What leaves a shared processor fed by a Poisson stream is a Poisson stream again, so the two stations can be looked at by themselves. */
const coresThenDisk: ValidationCase = {
  name: "compute at load 0.6, then read at load 0.72",
  source: "M/G/1-PS, then M/D/1: departures of M/G/1-PS are Poisson (Kelly 1979)",
  agreement: { kind: "interval", runs: 16, precision: 0.03 },
  expected() {
    const cores = 1e3 * processorSharing(RATE, DEMAND);
    const disk = 1e3 * pollaczekKhinchine(RATE, SLOW, 0);
    return { "cores [ms]": cores, "disk [ms]": disk, "response time [ms]": cores + disk };
  },
  simulate(seed, length) {
    const demand = compute({ kind: "uniform", low: 0, high: 2 * DEMAND });
    const spec = deployment(idealContainer(), {
      host: idealHost(1, { disks: { main: idealDisk(SLOW) } }),
      app: onlyDoes(RATE, [demand, READ]),
    });
    const { cores, disk, response } = meanTimes(measuredWindow(spec, seed, 200 * length, 1));
    return { "cores [ms]": cores, "disk [ms]": disk, "response time [ms]": response };
  },
};

export const diskCases: readonly ValidationCase[] = [reading(1, 0.7), reading(4, 0.8), coresThenDisk];
