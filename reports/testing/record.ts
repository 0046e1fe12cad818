/**
 * Hand-made study records for tests: three deployments on a small board, with loads below and above each line (`shapes.ts`, `point.ts`). They come
 * from no simulation.
 */
import type { DeploymentRecord, Point, StudyRecord } from "../../scenarios/study/record.ts";
import { pointAt } from "./point.ts";
import { HOST_MEMORY, HOST_SWAP, OBJECTIVE_LATENCY, RATE, SHAPES, type Shape } from "./shapes.ts";

/** Loads that a search would visit: doubling from 1, then closing in on the line; never beyond the range. */
function loadsAround(shape: Shape, maxTenants: number): readonly number[] {
  const loads = new Set<number>();
  for (let tenants = 1; tenants < shape.line * 1.6; tenants *= 2) loads.add(tenants);
  for (const tenants of [0.8, 0.9, 1, 1.35]) loads.add(Math.round(shape.line * tenants));
  for (let tenants = shape.line + 1; tenants <= shape.atMost + 1; tenants++) loads.add(tenants);
  return [...loads].filter((tenants) => tenants <= maxTenants).sort((a, b) => a - b);
}

/** A deployment as a search would leave it. */
export function deploymentOf(shape: Shape, maxTenants: number): DeploymentRecord {
  return {
    name: shape.name,
    model: shape.model,
    label: shape.label,
    hosts: ["gateway"],
    loadLine: {
      tenants: shape.line,
      atMost: shape.atMost,
      endOfRange: false,
      unsettled: [],
      binding: { app: "telemetry", by: "latency" },
      bottleneck: { resource: shape.resource, explanation: shape.explanation, atTenants: shape.atMost + 1 },
      whatHelps: [],
    },
    excluded: [],
    points: loadsAround(shape, maxTenants).map((tenants) => pointAt(shape, tenants)),
  };
}

const TEXT = `plimsoll: 1
title: Sensor pipelines on one gateway
hosts:
  gateway: { preset: raspberry-pi-4-4gb, disks: { main: { preset: microsd-a1 } }, swap: { on: main, size: 2 GiB } }
# <script>alert("never runs")</script> & other text that needs escaping
objective: { latency: { p99: 250 ms }, errors: 1 % }
`;

/** Containers 87 (87 to 90), functions 41 (41 to 43), VMs 17; all found. What `changes` leaves out is that. */
export function sampleRecord(changes: Partial<StudyRecord> = {}): StudyRecord {
  return {
    schemaVersion: 3,
    plimsoll: "0.1.0",
    scenario: { title: "Sensor pipelines on one gateway", file: "iot-gateway.yaml", sha256: "5e".repeat(32), text: TEXT },
    files: [],
    question: { kind: "compare", causes: true },
    hosts: [{ name: "gateway", label: "Raspberry Pi 4 (4 GB)", cores: 4, memory: HOST_MEMORY, swap: HOST_SWAP }],
    objectives: [{ app: "telemetry", statistic: "p99", latency: OBJECTIVE_LATENCY, errors: 0.01 }],
    equalLoad: null,
    experiment: { seed: 1, minTenants: 1, maxTenants: 200, duration: 600, confidence: 0.95 },
    ratePerTenant: RATE,
    deployments: SHAPES.map((shape) => deploymentOf(shape, 200)),
    values: [
      { path: "hosts.gateway.cpu.cores", value: "4", origin: "preset raspberry-pi-4-4gb", source: "BCM2711 data sheet", range: "4" },
      {
        path: "hosts.gateway.disks.main.readAccess",
        value: "650 us",
        origin: "preset microsd-a1",
        source: "SD Association, A1 class",
        range: "300 to 700 us",
      },
      { path: "objective.latency.p99", value: "250 ms", origin: "iot-gateway.yaml:6" },
      { path: "experiment.warmup", value: "auto", origin: "default" },
    ],
    attributions: [],
    complete: true,
    ...changes,
  };
}

/** Changes one deployment of a record, by name. */
export function withDeployment(record: StudyRecord, name: string, change: (deployment: DeploymentRecord) => DeploymentRecord): StudyRecord {
  return { ...record, deployments: record.deployments.map((one) => (one.name === name ? change(one) : one)) };
}

/** Every load with two applications and two hosts; totals are those of the sample. */
export function manyPartsRecord(): StudyRecord {
  const twice = <Part extends { readonly name: string }>([part]: readonly Part[], names: readonly string[]): Part[] =>
    names.map((name) => ({ ...part, name }));
  const { deployments, hosts } = sampleRecord();
  const names = ["gateway-0", "gateway-1"];
  return sampleRecord({
    hosts: twice(hosts, names),
    deployments: deployments.map((one) => ({
      ...one,
      hosts: names,
      points: one.points.map((point) => ({
        ...point,
        apps: twice(point.apps, ["telemetry", "camera"]),
        perReplication: { ...point.perReplication, apps: [...point.perReplication.apps, ...point.perReplication.apps] },
        hosts: twice(point.hosts, names),
      })),
    })),
  });
}

/** VMs refused for lack of virtualization support. */
export function refusedRecord(): StudyRecord {
  return withDeployment(sampleRecord(), "vm", ({ name, model, label, hosts }) => ({
    name,
    model,
    label,
    hosts,
    refused: "the host's processor has no virtualization support, which virtual machines need",
    loadLine: null,
    excluded: [],
    points: [],
  }));
}

/** Interrupted while the functions were being searched and before the VMs were begun. */
export function interruptedRecord(): StudyRecord {
  const cut = withDeployment(sampleRecord(), "function", (one) => ({
    ...one,
    loadLine: null,
    points: one.points.filter(({ tenants }) => tenants <= 16),
  }));
  return { ...withDeployment(cut, "vm", (one) => ({ ...one, loadLine: null, points: [] })), complete: false };
}

/** The range ended at 64 tenants, before the containers did. */
export function endOfRangeRecord(): StudyRecord {
  const base = sampleRecord();
  const cut = withDeployment(base, "container", (one) => ({
    ...one,
    loadLine: { tenants: 64, atMost: null, endOfRange: true, unsettled: [], binding: null, bottleneck: null, whatHelps: [] },
    points: one.points.filter(({ tenants }) => tenants <= 64),
  }));
  return { ...cut, experiment: { ...base.experiment, maxTenants: 64 } };
}

/** The load misses with every application. */
export const missed = (point: Point): Point => ({
  ...point,
  verdict: "missed",
  apps: point.apps.map((app) => ({ ...app, verdict: "missed", by: "latency" })),
});

/** Not even one tenant as VM meets the objective. */
export function zeroRecord(): StudyRecord {
  return withDeployment(sampleRecord(), "vm", (one) => ({
    ...one,
    loadLine: {
      tenants: 0,
      atMost: 0,
      endOfRange: false,
      unsettled: [],
      binding: { app: "telemetry", by: "latency" },
      whatHelps: [],
      bottleneck: { resource: "memory", explanation: "at 1 tenant 900 MiB lie on swap", atTenants: 1 },
    },
    points: one.points.filter(({ tenants }) => tenants <= 2).map(missed),
  }));
}

/** One of each kind that looks different. */
export const RECORDS = {
  sample: sampleRecord(),
  refused: refusedRecord(),
  interrupted: interruptedRecord(),
  endOfRange: endOfRangeRecord(),
  zero: zeroRecord(),
};
