// Systems whose load line follows from a formula: the limit of the objective lies between the responses that theory gives for the line and for one
// tenant more.
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import { bareVm, busy, HEAP, MEMORY, CPU as BUSY_CPU, READ, smallHost, TOUCHES } from "../../models/testing/cases/thrashing.ts";
import { compute, idealContainer, idealDisk, idealHost, onlyDoes } from "../../models/testing/ideal.ts";
import { app, deployment, host, MiB, os } from "../../models/testing/specs.ts";
import { meanValueAnalysis, mmcResponse, pollaczekKhinchine, processorSharing } from "../../engine/testing/theory/index.ts";
import type { Objective } from "../../scenarios/objective.ts";
import type { Scenario } from "../../scenarios/scenario.ts";

export interface KnownLine {
  readonly name: string;
  readonly deployment: DeploymentSpec;
  readonly objective: Objective;
  /** Largest number of tenants that meets the objective. */
  readonly line: number;
  /** The loads beside the line are so different from it that no run takes one for the other. */
  readonly isSharp: boolean;
  /** Simulated time of a run [s]. */
  readonly duration: number;
  readonly maxTenants: number;
}

/** Mean service time of a request [s]. */
const SERVICE = 10e-3;
const exponential = compute({ kind: "exponential", mean: SERVICE });

/** The objective is a limit of the mean between what theory says of `line` and of one more. */
function between(line: number, response: (tenants: number) => number): Objective {
  return { statistic: "mean", latency: Math.sqrt(response(line) * response(line + 1)), errors: 1 };
}

const openLine = 60;
const closedLine = 45;
const THINK = 0.5;

const oneCore: KnownLine = {
  name: "M/M/1-PS, mean response: s / (1 - rho)",
  deployment: deployment(idealContainer(), { app: onlyDoes(1, [exponential]), host: idealHost(1) }),
  objective: between(openLine, (tenants) => processorSharing(tenants, SERVICE)),
  line: openLine,
  isSharp: false,
  duration: 40,
  maxTenants: 99,
};

const fourCores: KnownLine = {
  name: "M/M/4, mean response: Erlang C",
  deployment: deployment(idealContainer(), { app: onlyDoes(4, [exponential]), host: idealHost(4) }),
  objective: between(80, (tenants) => mmcResponse(4, 4 * tenants, 1 / SERVICE)),
  line: 80,
  isSharp: false,
  duration: 20,
  maxTenants: 99,
};

const disk: KnownLine = {
  name: "M/D/1, mean response: Pollaczek-Khinchine",
  deployment: deployment(idealContainer(), {
    app: onlyDoes(1, [{ kind: "read", size: 1 }]),
    host: idealHost(1, { disks: { main: idealDisk(SERVICE) } }),
  }),
  objective: between(openLine, (tenants) => pollaczekKhinchine(tenants, SERVICE, 0)),
  line: openLine,
  isSharp: false,
  duration: 40,
  maxTenants: 99,
};

const closed: KnownLine = {
  name: "closed network, mean response: exact mean value analysis",
  deployment: deployment(idealContainer(), {
    app: onlyDoes(1, [exponential], { arrivals: [], clients: { count: 1, think: { kind: "exponential", mean: THINK } } }),
    host: idealHost(1),
  }),
  objective: between(closedLine, (tenants) => meanValueAnalysis(tenants, THINK, [SERVICE]).response),
  line: closedLine,
  isSharp: false,
  duration: 40,
  maxTenants: 99,
};

const STEP_MEMORY = 128 * MiB;
const STEP_SYSTEM = 8 * MiB;
const STEP_NEED = 4 * MiB;

const memoryStep: KnownLine = {
  name: "memory step: as many working sets as there are frames for",
  deployment: deployment(idealContainer({ engine: { ...idealContainer().engine, daemonMemory: 0, shimMemory: 0 } }), {
    app: app({
      arrivals: [{ kind: "poisson", rate: 5 }],
      request: [
        { kind: "touch", pages: 64 },
        { kind: "reply", size: 1 },
      ],
      memory: { code: 0, heap: STEP_NEED, workingSet: STEP_NEED, dirtyShare: 0 },
      startCpu: 0,
      pageWalkShare: 0,
      systemCalls: 0,
    }),
    host: host({
      memory: { size: STEP_MEMORY },
      disks: { main: idealDisk(SERVICE) },
      os: os({ swap: { disk: "main", size: 1024 * MiB }, system: { memory: STEP_SYSTEM, workingSet: STEP_SYSTEM } }),
    }),
  }),
  objective: { statistic: "p90", latency: SERVICE / 2, errors: 1 },
  // Half of a working set is left over: more than the frames that are kept free.
  line: Math.floor((STEP_MEMORY - STEP_SYSTEM - STEP_NEED / 2) / STEP_NEED),
  isSharp: true,
  duration: 30,
  maxTenants: 60,
};

const thrashingResponse = (machines: number): number => {
  const misses = TOUCHES * Math.max(0, 1 - (MEMORY - 4 * MiB) / (machines * HEAP));
  return meanValueAnalysis(machines, 0, [BUSY_CPU, misses * READ]).response;
};

const thrashing: KnownLine = {
  name: "thrashing, mean response: mean value analysis of core and swap disk",
  deployment: deployment(bareVm, {
    app: { ...busy, arrivals: [], clients: { count: 1, think: { kind: "constant", value: 0 } } },
    host: smallHost(),
  }),
  objective: between(10, thrashingResponse),
  line: 10,
  isSharp: true,
  duration: 60,
  maxTenants: 20,
};

export const knownLines: readonly KnownLine[] = [oneCore, fourCores, disk, closed, memoryStep, thrashing];

export function scenarioOf({ name, deployment: spec, objective, duration, maxTenants }: KnownLine, seed: number): Scenario {
  return {
    title: name,
    source: { file: "", text: "", sha256: "" },
    files: [],
    deployments: [{ spec: { ...spec, name }, label: name }],
    objectives: new Map(spec.parts.map(({ app: { name: each } }) => [each, objective])),
    experiment: {
      seed,
      minTenants: 1,
      maxTenants,
      duration,
      warmup: "auto",
      replications: { min: 5, max: 10, until: 0.05 },
      confidence: 0.95,
    },
    values: [],
    attributions: [],
  };
}
