/**
 * Hand-made study records of unusual size and shape, made from the three deployments of `shapes.ts`: one load, ten deployments, twelve applications,
 * loads that span decades, loads that never settled or cannot fit, long names, and how a run went along. They come from no simulation.
 */
import { COMPONENTS } from "../../models/vocabulary.ts";
import type {
  AppResult,
  DecidedBy,
  DeploymentRecord,
  Estimate,
  LoadLine,
  Point,
  StudyRecord,
  Verdict,
} from "../../scenarios/study/record.ts";
import { pointAt } from "./point.ts";
import { deploymentOf, sampleRecord, withDeployment } from "./record.ts";
import { MiB, OBJECTIVE_LATENCY, SHAPES, type Shape } from "./shapes.ts";

const [VM, CONTAINER, FUNCTION] = SHAPES;

/** Ten ways to run the same, between a line of 9 and one of 131. */
export const TEN_SHAPES: readonly Shape[] = [
  ["vm", VM, 17],
  ["vm-firecracker", VM, 31],
  ["vm-kata", VM, 24],
  ["vm-256-ballooned", VM, 22],
  ["container", CONTAINER, 87],
  ["container-gvisor", CONTAINER, 64],
  ["container-compressed-swap", CONTAINER, 131],
  ["function", FUNCTION, 41],
  ["function-prewarmed", FUNCTION, 38],
  ["function-one-at-a-time", FUNCTION, 9],
].map(([name, shape, line]) => scaled(shape as Shape, name as string, line as number));

/** The same shape with another line: what it carries changes, not what happens there. */
function scaled(shape: Shape, name: string, line: number): Shape {
  const ratio = line / shape.line;
  const memory = Object.fromEntries(Object.entries(shape.memory).map(([kind, size]) => [kind, size / ratio]));
  return { ...shape, name, line, atMost: line + Math.min(5, Math.round((shape.atMost - shape.line) * ratio)), memory };
}

export const tenDeploymentsRecord = (): StudyRecord => sampleRecord({ deployments: TEN_SHAPES.map((shape) => deploymentOf(shape, 400)) });

const APPS = [
  "telemetry",
  "camera",
  "door-lock",
  "thermostat",
  "audit-log",
  "firmware-update",
  "billing",
  "map-tiles",
  "search",
  "chat",
  "nightly-report",
  "health",
] as const;

interface AppShape {
  readonly name: string;
  /** Its latency as a multiple of the shape's, and its limit as a multiple of that of the sample. */
  readonly factor: number;
  readonly limit: number;
  readonly statistic: StudyRecord["objectives"][number]["statistic"];
  readonly errors: number;
}

/** Spread over decades, with limits that are not in proportion. The fourth has no objective; the last hardly any requests. */
const APP_SHAPES: readonly AppShape[] = APPS.map((name, index) => ({
  name,
  factor: 0.02 * 1.9 ** index,
  limit: 0.06 * 1.9 ** index * (1 + (index % 4) * 1.7),
  statistic: index % 3 === 2 ? "p95" : "p99",
  errors: name === "billing" ? 3 : 1,
}));
const WITHOUT_OBJECTIVE = "thermostat";
const RARE = "nightly-report";

const times = (estimate: Estimate, factor: number): Estimate => ({
  ...estimate,
  value: estimate.value === null ? null : estimate.value * factor,
  low: estimate.low === null ? null : estimate.low * factor,
  high: estimate.high === null ? null : estimate.high * factor,
});

const TOO_FEW = "not enough samples (64, needs 1000)";

function appAt(app: AppShape, index: number, point: Point): AppResult {
  const [only] = point.apps;
  const scaledLatency = Object.fromEntries(
    Object.entries(only.latency).map(([statistic, estimate]) => [statistic, times(estimate, app.factor)]),
  ) as AppResult["latency"];
  const rare = app.name === RARE;
  const none: Estimate = { value: null, low: null, high: null, n: 8, reason: TOO_FEW };
  const latency = rare ? { ...scaledLatency, p95: none, p99: none, "p99.9": none } : scaledLatency;
  // Each application has another largest part, so that a ranked picture has something to show.
  const largest = COMPONENTS[(index * 4) % COMPONENTS.length];
  const mean = Object.fromEntries(
    COMPONENTS.map((component) => {
      const share = only.anatomy.mean[component] * app.factor;
      return [component, component === largest ? share * 2 + 0.004 * app.factor : share];
    }),
  ) as AppResult["anatomy"]["mean"];
  const met = point.verdict === "met";
  const errors = times(only.errorRate, app.errors);
  const value = latency[app.statistic].value;
  const [verdict, by] = ((): readonly [Verdict | null, DecidedBy | null] => {
    if (app.name === WITHOUT_OBJECTIVE) return [null, null];
    if (rare) return ["undecided", "samples"];
    if (met) return ["met", null];
    if (app.name === "billing") return ["missed", "errors"];
    return value !== null && value > OBJECTIVE_LATENCY * app.limit ? [point.verdict, "latency"] : ["met", null];
  })();
  return {
    ...only,
    name: app.name,
    verdict,
    by,
    ...(rare ? { reason: `too few requests: ${TOO_FEW}` } : {}),
    requests: rare ? 512 : only.requests,
    errorRate: errors,
    latency,
    anatomy: { mean, tail: only.anatomy.tail },
  };
}

/** Twelve applications with objectives of their own in each load. */
export function withApps(record: StudyRecord, count = APP_SHAPES.length): StudyRecord {
  const apps = APP_SHAPES.slice(0, count);
  return {
    ...record,
    objectives: apps.flatMap(({ name, statistic, limit }) =>
      name === WITHOUT_OBJECTIVE ? [] : [{ app: name, statistic, latency: OBJECTIVE_LATENCY * limit, errors: 0.01 }],
    ),
    deployments: record.deployments.map((deployment, index) => ({
      ...deployment,
      loadLine: deployment.loadLine && {
        ...deployment.loadLine,
        binding: index % 3 === 1 && count > 6 ? { app: "billing", by: "errors" } : { app: "telemetry", by: "latency" },
      },
      points: deployment.points.map((point) => ({ ...point, apps: apps.map((app, at) => appAt(app, at, point)) })),
    })),
  };
}

export const twelveAppsRecord = (): StudyRecord => withApps(sampleRecord());
export const matrixRecord = (): StudyRecord => withApps(withTimelines(withHelp(tenDeploymentsRecord())));

/** `run --tenants 87`, of containers with one application; met. */
export const oneLoadRecord = (): StudyRecord => withTimelines(single(CONTAINER, 87));
/** `run --tenants 120` of VMs: far beyond what they carry. */
export const oneMissedRecord = (): StudyRecord => withTimelines(single(VM, 120));
/** One load of twelve applications. */
export const oneLoadAppsRecord = (): StudyRecord => withApps(single(FUNCTION, 30));

function single(shape: Shape, tenants: number): StudyRecord {
  const deployment: DeploymentRecord = { ...deploymentOf(shape, 200), loadLine: null, points: [pointAt(shape, tenants)] };
  return sampleRecord({ question: { kind: "run", deployment: shape.name, tenants, causes: true }, deployments: [deployment] });
}

/** Functions that idle most of the time on a large server: a line of 58,400 beside one of 17. */
export function decadesRecord(): StudyRecord {
  const shapes = [VM, scaled(CONTAINER, "container", 2400), scaled(FUNCTION, "function", 58_400)];
  return sampleRecord({
    experiment: { ...sampleRecord().experiment, maxTenants: 100_000 },
    deployments: shapes.map((shape) => deploymentOf(shape, 100_000)),
  });
}

/** Loads inside the search never settled, and from 231 containers on the memory is short by arithmetic. */
export function unsettledRecord(): StudyRecord {
  const settled = withDeployment(sampleRecord(), "container", (one) => ({
    ...one,
    loadLine: one.loadLine && { ...one.loadLine, unsettled: [78, 88] },
    excluded: [{ tenants: 112, reason: "the instances need 4.1 GiB that cannot be swapped, the host has 3.9 GiB" }],
    points: one.points
      .filter(({ tenants }) => tenants < 112)
      .map((point) =>
        point.tenants === 78 || point.tenants === 88
          ? { ...point, verdict: "unsettled" as const, drift: "response times still fell by 12 % in the last third of 4 h" }
          : point,
      ),
  }));
  return withDeployment(settled, "vm", (one) => ({
    ...one,
    points: one.points.map((point) => (point.tenants === 18 ? { ...point, verdict: "undecided" as const } : point)),
  }));
}

const LONG = "a deployment whose name tells everything that is in it, who made it and when, ";

/** Names of 200 characters, with markup, emoji, both directions of writing, and such that differ only at their ends. */
export function longNamesRecord(): StudyRecord {
  const names = [
    `${LONG.repeat(3).slice(0, 195)} east`,
    `${LONG.repeat(3).slice(0, 195)} west`,
    `<b onclick="x">& "quotes"</b> 👩‍👩‍👧‍👧🚢 שרת מקומי ${"Wide ".repeat(20)}`,
  ];
  const base = withApps(sampleRecord(), 3);
  const apps = new Map([
    ["telemetry", "خدمة القياس عن بعد"],
    ["camera", `camera <i>&amp;</i> ${"w".repeat(180)}`],
    ["door-lock", "门锁服务门锁服务门锁服务门锁服务门锁服务"],
  ]);
  const renamed = (name: string): string => apps.get(name) ?? name;
  return {
    ...base,
    scenario: { ...base.scenario, title: `Everything on one gateway, ${LONG.repeat(3)}`.slice(0, 200) },
    hosts: base.hosts.map((host) => ({ ...host, label: `${LONG}${"🚢".repeat(8)}` })),
    objectives: base.objectives.map((objective) => ({ ...objective, app: renamed(objective.app) })),
    deployments: base.deployments.map((one, index) => ({
      ...one,
      name: names[index],
      label: `${one.label} ${LONG.repeat(2)}`,
      loadLine: one.loadLine && { ...one.loadLine, binding: { app: renamed("telemetry"), by: "latency" } },
      points: one.points.map((point) => ({ ...point, apps: point.apps.map((app) => ({ ...app, name: renamed(app.name) })) })),
    })),
  };
}

type Help = LoadLine["whatHelps"][number];

/** What changes would do, by a rule: twice as much of what is short carries 1.8 times as much. */
function helpFor(line: LoadLine): readonly Help[] {
  const { tenants } = line;
  const moved = (change: string, resource: Help["resource"], factor: number, endOfRange = false): Help => {
    const reached = Math.round(tenants * factor);
    return {
      change,
      resource,
      tenants: reached,
      atMost: endOfRange ? null : Math.round(reached * 1.03),
      endOfRange,
      relative: tenants === 0 ? null : reached - tenants <= Math.max(1, 0.03 * tenants) ? 0 : reached / tenants - 1,
    };
  };
  const short = line.bottleneck?.resource;
  return [
    moved("twice the memory", "memory", short === "memory" ? 1.8 : 1.01),
    moved("twice the cores", "cores", short === "cores" ? 1.75 : 1),
    moved("swap on an NVMe disk", "disk", short === "memory" ? 1.17 : 1),
    moved("a disk ten times as fast", "disk", 1.08),
    moved("no limit of the platform", "platform", short === "cores" ? 2.9 : 1, short === "cores"),
  ].toSorted((a, b) => b.tenants - a.tenants);
}

export const withHelp = (record: StudyRecord): StudyRecord => ({
  ...record,
  deployments: record.deployments.map((one) => ({
    ...one,
    loadLine: one.loadLine && { ...one.loadLine, whatHelps: [...helpFor(one.loadLine)] },
  })),
});

const STEPS = 100;

/** A run that settles at a load that is met, and one that grows without end beyond it. No chance: waves stand for noise. */
export function withTimelines(record: StudyRecord): StudyRecord {
  const series = (value: (time: number) => number) => Array.from({ length: STEPS }, (_, step) => value(step / STEPS));
  const wave = (time: number, size: number) => 1 + size * Math.sin(47 * time) * Math.cos(13 * time);
  const timelineOf = (point: Point) => {
    const met = point.verdict === "met";
    const mean = point.latency.mean.value ?? 0.1;
    const level = (time: number) => (met ? 1 + 5 * Math.exp(-9 * time) : 0.2 + 8 * time * time) * wave(time, 0.25);
    return {
      step: point.duration / STEPS,
      from: 0,
      latency: series((time) => mean * level(time)).map((value, step) => (step === 17 ? null : value)),
      majorFaults: series((time) => (point.majorFaults.value ?? 0) * level(time)),
      inSystem: series((time) => mean * 2 * point.tenants * level(time)),
      instances: series(() => point.tenants),
      swapped: series((time) => point.memory.swapped * (1 - 0.6 * Math.exp(-5 * time)) + (met ? 0 : 20 * MiB * time)),
    };
  };
  return {
    ...record,
    deployments: record.deployments.map((one) => {
      const detailed = new Set([
        one.loadLine?.tenants,
        one.loadLine?.bottleneck?.atTenants,
        ...(one.loadLine === null ? [one.points[0]?.tenants] : []),
      ]);
      return {
        ...one,
        points: one.points.map((point) => (detailed.has(point.tenants) ? { ...point, timeline: timelineOf(point) } : point)),
      };
    }),
  };
}

/** Compared at the second best's line, with what would help and how runs went along. */
export function fullRecord(): StudyRecord {
  const base = sampleRecord({ equalLoad: 41 });
  const added = (name: string, shape: Shape) => (record: StudyRecord) =>
    withDeployment(record, name, (one) => ({
      ...one,
      points: [...one.points.filter(({ tenants }) => tenants !== 41), pointAt(shape, 41)].toSorted((a, b) => a.tenants - b.tenants),
    }));
  return withApps(withTimelines(withHelp(added("container", CONTAINER)(base))), 2);
}

export const MANY = {
  oneLoad: oneLoadRecord(),
  oneMissed: oneMissedRecord(),
  oneLoadApps: oneLoadAppsRecord(),
  tenDeployments: tenDeploymentsRecord(),
  twelveApps: twelveAppsRecord(),
  matrix: matrixRecord(),
  decades: decadesRecord(),
  unsettled: unsettledRecord(),
  longNames: longNamesRecord(),
  full: fullRecord(),
};
