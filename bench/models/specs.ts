/** A host that carries ten thousand small tenants, and the same tenant as a virtual machine, a container and a function. */
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { UnitSpec } from "../../models/fleet/units.ts";
import type { HostSpec } from "../../models/host/spec.ts";
import { app, container, deployment, GiB, host, lambda, MiB, os, vm } from "../../models/testing/specs.ts";

export const MODELS = ["vm", "container", "function"] as const;
export type Model = (typeof MODELS)[number];

/** Requests of one tenant [1/s]: 2 ms on a core, 16 pages, a write and an answer each. */
export const RATE = 1;

const tenant = app({
  arrivals: [{ kind: "poisson", rate: RATE }],
  request: [
    { kind: "cpu", demand: { kind: "drawn", distribution: { kind: "exponential", mean: 2e-3 } }, speed: 300 },
    { kind: "touch", pages: 16 },
    { kind: "write", size: 4096 },
    { kind: "reply", size: 512 },
  ],
  memory: { code: 1 * MiB, heap: 2 * MiB, workingSet: 1 * MiB, dirtyShare: 0.3 },
  startCpu: 5e-3,
});

/** Starts are short, so that ten thousand of them do not take longer than what is to be measured. */
const units: Readonly<Record<Model, UnitSpec>> = {
  vm: vm({
    hypervisor: { ...vm().hypervisor, memory: 1 * MiB, workingSet: 0.25 * MiB, createCpu: 5e-3 },
    guest: {
      ...vm().guest,
      idleCpu: 0.5e-3,
      kernelBase: 0.5 * MiB,
      system: 1 * MiB,
      systemWorkingSet: 0.25 * MiB,
      bootCpu: 5e-3,
      bootRead: 1 * MiB,
    },
    memory: 16 * MiB,
  }),
  container: container({ engine: { ...container().engine, daemonMemory: 0, shimMemory: 1 * MiB, startCpu: 5e-3, startRead: 1 * MiB } }),
  // One instance a tenant: with more, ten thousand tenants that all come at once start thousands of instances that they need no second time.
  function: lambda({
    maxInstances: 1,
    concurrency: 8,
    platform: { ...lambda().platform, dispatchCpu: 0.1e-3, memory: 128 * MiB, workingSet: 128 * MiB, parallelStarts: 1000 },
    runtime: { ...lambda().runtime, memory: 2 * MiB, workingSet: 0.5 * MiB, initCpu: 5e-3, initRead: 1 * MiB },
    engine: { ...lambda().engine, daemonMemory: 0, shimMemory: 1 * MiB, startCpu: 5e-3, startRead: 1 * MiB },
  }),
};

/** 64 cores, of which ten thousand tenants use a third to a half. */
export function costDeployment(model: Model, tenants: number, pressure: boolean): DeploymentSpec {
  const { cpu, nic } = host();
  const disk = { parallel: 64, readAccess: 100e-6, writeAccess: 100e-6, readBandwidth: 1e9, writeBandwidth: 1e9 };
  const system = 64 * MiB;
  // Under pressure a little less than what tenants use all the time fits: every request refers to pages that have to be read.
  const each = { vm: 1.5, container: 0.667, function: 1.5 }[model] * MiB;
  const shared = { vm: 1, container: 2, function: 128 }[model] * MiB;
  const size = pressure ? system + shared + 0.95 * tenants * each : 256 * GiB;
  const machine: HostSpec = host({
    cpu: { ...cpu, cores: 64 },
    nic: { ...nic, bandwidth: 1.25e9, cpuPerPacket: 2e-6 },
    memory: { size },
    disks: { main: disk },
    os: os({ swap: { disk: "main", size: 256 * GiB }, system: { memory: system, workingSet: system } }),
  });
  return deployment(units[model], { host: machine, app: tenant });
}
