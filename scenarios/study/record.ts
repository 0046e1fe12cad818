/**
 * The result record: the only thing that passes from simulation to reports, and the content of summary.json.
 * Times in seconds, sizes in bytes, shares as fractions of one. One definition gives the types and the JSON Schema.
 *
 * A point has the totals of its load, and the same numbers by application (what is measured of requests) and by host and station (what is measured
 * of machines). `docs/results.md` is the page for readers.
 */
import { z } from "zod";
import { OBJECTIVE_STATISTICS } from "../objective.ts";
import { COMPONENTS, FAILURES, MEMORY_KINDS, RESOURCES, STATION_ROLES } from "../../models/vocabulary.ts";

const keyed = <Key extends string, Value extends z.ZodType>(keys: readonly Key[], value: Value) =>
  z.object(Object.fromEntries(keys.map((key) => [key, value])) as Record<Key, Value>);

/** Mean over replications with its 95 % Student-t interval; `value` null when it must not be quoted, with the reason. */
export const Estimate = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Replications behind it. */
  n: z.number().int(),
  reason: z.string().optional(),
});

/** Names of the estimates kept for each point. */
export const LATENCY_STATISTICS = ["mean", "p50", "p90", "p95", "p99", "p99.9", "max"] as const;
export const UTILIZATIONS = ["cores", "memory", "disk", "swapDisk", "nicIn", "nicOut"] as const;

export const StartStatistics = z.object({
  /** What started: "vm boot", "container start", "function cold start"; several, if applications differ. */
  kind: z.string(),
  /** Starts over the whole of all runs, warm-up included. */
  count: z.number().int(),
  /** Starts per tenant and hour inside the measured window. */
  perTenantHour: z.number(),
  mean: z.number().nullable(),
  /** Mean with its interval over replications. */
  duration: Estimate,
  p50: z.number().nullable(),
  p99: z.number().nullable(),
  max: z.number().nullable(),
});

/** What is measured of requests, of all or of those of one application. */
const requests = {
  /** Completed requests in the measured windows of all replications. */
  requests: z.number().int(),
  throughput: Estimate,
  offered: Estimate,
  errorRate: Estimate,
  /** Failed requests by reason, share of all requests that ended. */
  errors: keyed(FAILURES, z.number()),
  latency: keyed(LATENCY_STATISTICS, Estimate),
  /** Seconds of the mean response time, and of the mean over the slowest 1 %. */
  anatomy: z.object({ mean: keyed(COMPONENTS, z.number()), tail: keyed(COMPONENTS, z.number()).nullable() }),
  /** Share of the completed requests that waited for a thread of an instance, and that waited for an instance to start. */
  waited: Estimate,
  coldStarts: Estimate,
};

/** Time-average bytes in frames by kind, bytes on swap by kind and in all, bytes free. */
const Memory = z.object({
  resident: keyed(MEMORY_KINDS, z.number()),
  swappedByKind: keyed(MEMORY_KINDS, z.number()),
  swapped: z.number(),
  free: z.number(),
  total: z.number(),
});

/** One instance, on average over time and over the instances that exist, those that start included. */
const InstanceResult = z.object({
  /**
   * Bytes in frames that are charged to it: its own memory and the pages of its data files, and of a virtual machine that of its monitor. Not the pages of
   * an image that all its instances share, nor a container's shim.
   */
  memory: Estimate,
  /** [cores] */
  cpu: Estimate,
  /** Page faults per second that needed a device; reads of data files are none. */
  majorFaults: Estimate,
  /** Periods of its CPU quota per second, and those in which it was throttled: nr_periods, nr_throttled. */
  periods: Estimate,
  throttled: Estimate,
  /** Share of the time that it was throttled. */
  throttledTime: Estimate,
  /** Share of its vCPUs' time that the host ran something else: `st` of top in the guest. */
  steal: Estimate,
});

/**
 * Against the objective, on the confidence limits. "undecided": the runs can't tell; "unsettled": what was measured still drifted, in a way that
 * could change the answer, after the runs had been lengthened as far as they may be.
 */
export const Verdict = z.enum(["met", "missed", "undecided", "unsettled"]);

/** What decides: the latency or errors of the objective, instances that could not start, or that there were too few requests to tell. */
const DecidedBy = z.enum(["latency", "errors", "start", "samples"]);

/** One application, of all tenants. */
export const AppResult = z.object({
  name: z.string(),
  /** What its instances are: a kind of unit, "vm". */
  unit: z.string(),
  /** Against its own objective; null if it has none. */
  verdict: Verdict.nullable(),
  /** What decided, if it is not met. */
  by: DecidedBy.nullable(),
  /** In words, where the numbers do not say it: "too few requests: p99 needs 1000 a replication, has 12". */
  reason: z.string().optional(),
  ...requests,
  starts: StartStatistics,
  instance: InstanceResult,
});

/** One host. */
export const HostResult = z.object({
  name: z.string(),
  /** What can be busy, by what it serves as; a station with two roles is there twice. */
  stations: z.array(z.object({ role: z.enum(STATION_ROLES), name: z.string(), utilization: Estimate })),
  memory: Memory.extend({ utilization: Estimate }),
  /** Page faults per second without and with a device. */
  minorFaults: Estimate,
  majorFaults: Estimate,
  /** Page faults per second that needed a device, of the host's kernel alone and without reads of data files: pgmajfault of its /proc/vmstat. */
  programFaults: Estimate,
  /** Share of the references to pages of memory, and of data files, that needed no device; null where there were none. */
  hits: z.object({ memory: Estimate, pageCache: Estimate }),
  /** Pressure stall information, "some" of /proc/pressure. */
  pressure: z.object({ cpu: Estimate, memory: Estimate, io: Estimate }),
  /** Share of the time of its guests' vCPUs in which it ran something else; null without guests. */
  steal: Estimate,
  /** Time-average number of started instances on it. */
  instances: Estimate,
  /** Over all replications. */
  outOfMemoryKills: z.number().int(),
  evictions: z.number().int(),
});

/** The numbers of single replications, in their order from 0 on; null where it had no or too few requests. */
const requestsOfReplications = {
  throughput: z.array(z.number()),
  errorRate: z.array(z.number().nullable()),
  latency: keyed(LATENCY_STATISTICS, z.array(z.number().nullable())),
};

export const PerReplication = z.object({
  ...requestsOfReplications,
  utilization: keyed(UTILIZATIONS, z.array(z.number())),
  /** In the order of the point's applications. */
  apps: z.array(z.object(requestsOfReplications)),
});

/** How replication 0 went along, in steps of equal length; the last one may be shorter. */
export const Timeline = z.object({
  /** Length of a step, and when the first one begins, counted from when requests began to come [s]. */
  step: z.number(),
  from: z.number(),
  /** Mean response time of the requests that were answered in the step [s]; null where none was. */
  latency: z.array(z.number().nullable()),
  /** Page faults per second that needed a device. */
  majorFaults: z.array(z.number()),
  /** Time averages of requests in the system, instances that could serve, bytes on swap. */
  inSystem: z.array(z.number()),
  instances: z.array(z.number()),
  swapped: z.array(z.number()),
});

export const Point = z.object({
  tenants: z.number().int(),
  /** Missed if one application misses its objective, met if all meet theirs. */
  verdict: Verdict,
  /** Why it is unsettled: what drifted. */
  drift: z.string().optional(),
  replications: z.number().int(),
  /** Simulated time of one replication, and the part at its start that was cut as warm-up [s]; the longest over replications. */
  duration: z.number(),
  /** Why it was longer than the scenario says. */
  lengthened: z.string().optional(),
  warmup: z.number(),
  /** Time until all instances that run all the time were ready; requests came after it, it is not part of `duration` [s]. */
  startup: Estimate,
  /** False if the host could not start all its tenants: latencies are then null. */
  ready: z.boolean(),
  /** Runs that were cut short because the host had collapsed under the load. */
  collapsed: z.number().int(),
  /** Runs in which no steady state was found: response times still drifted at half of the run, or the host had collapsed. */
  unsteady: z.number().int(),
  // Of all applications and all hosts together.
  ...requests,
  /** Of all stations with a role together; 0 where there is none. */
  utilization: keyed(UTILIZATIONS, Estimate),
  memory: Memory,
  /** Major faults per second. */
  majorFaults: Estimate,
  /** Time-average number of started instances. */
  instances: Estimate,
  starts: StartStatistics,
  /** Audit over all replications: number of checks made, all passed (a violation fails the run), and the largest relative residual. */
  audit: z.object({ checks: z.number().int(), worst: z.number(), worstCheck: z.string() }),
  /** Over all replications: instances killed because memory and swap were full, idle instances evicted by the platform. */
  outOfMemoryKills: z.number().int(),
  evictions: z.number().int(),
  /** Fingerprint of the events of replication 0. */
  fingerprint: z.string(),
  events: z.number(),
  /** Of the loads at the line and first beyond it, and of a load that was asked for by itself. */
  timeline: Timeline.optional(),
  /** In the order of the scenario. */
  apps: z.array(AppResult),
  hosts: z.array(HostResult),
  perReplication: PerReplication,
});

export const LoadLine = z.object({
  /** Largest number of tenants that met the objective with confidence; 0 if none. */
  tenants: z.number().int(),
  /** Smallest number that missed it with confidence, minus one: the line lies in [tenants, atMost]. Null when the range ended first. */
  atMost: z.number().int().nullable(),
  /** The largest number the scenario allows met the objective: the true line may lie above. */
  endOfRange: z.boolean(),
  /** Loads of the search that had not settled when they were given up. */
  unsettled: z.array(z.number().int()),
  /** The application that fails first at the first load beyond the line, and by what; null at the end of the range. */
  binding: z.object({ app: z.string(), by: DecidedBy }).nullable(),
  /** What gave way at the first load beyond the line; null at the end of the range. */
  bottleneck: z.object({ resource: z.enum(RESOURCES), explanation: z.string(), atTenants: z.number().int() }).nullable(),
  /** By how much one change each would move the line, the most helpful first; several together come first where none alone does. */
  whatHelps: z.array(
    z.object({
      /** Completes "with ...": "twice the memory". */
      change: z.string(),
      resource: z.enum(RESOURCES),
      /** The load line with it lies between these two, more likely than not; `atMost` null where four times the load was carried and no more was tried. */
      tenants: z.number().int(),
      atMost: z.number().int().nullable(),
      endOfRange: z.boolean(),
      /** By how much it moves the line [1]; 0: by less than can be told (3 %, or one tenant); null where nothing was carried without it. */
      relative: z.number().nullable(),
    }),
  ),
});

export const DeploymentRecord = z.object({
  name: z.string(),
  /** The kind of its units, "vm", or "mixed". */
  model: z.string(),
  /** One line for people, e.g. "KVM, Alpine guest, 1 vCPU, 256 MiB". */
  label: z.string(),
  /** Names of the hosts that it runs on. */
  hosts: z.array(z.string()),
  /** Why it can't run on this host at all. */
  refused: z.string().optional(),
  loadLine: LoadLine.nullable(),
  /** Loads that cannot be held at all, by arithmetic: nothing was simulated, and they count as missed. */
  excluded: z.array(z.object({ tenants: z.number().int(), reason: z.string() })),
  /** Ascending in tenants. */
  points: z.array(Point),
});

/** A resolved value and where it came from. */
export const ValueOrigin = z.object({
  path: z.string(),
  /** As it would be written in a scenario, with its unit. */
  value: z.string(),
  /** "file:line", "preset NAME" or "default". */
  origin: z.string(),
  /** Citation of a preset's value. */
  source: z.string().optional(),
  /** Plausible range of a preset's value, as text. */
  range: z.string().optional(),
});

/** A machine: what people call it, and its size. */
export const HostDescription = z.object({
  name: z.string(),
  label: z.string(),
  cores: z.number(),
  memory: z.number(),
  swap: z.number(),
});

export const StudyRecord = z.object({
  schemaVersion: z.literal(3),
  plimsoll: z.string(),
  /** `file` is a name without a path. */
  scenario: z.object({ title: z.string(), file: z.string(), sha256: z.string(), text: z.string() }),
  /** What else the scenario reads, such as traces. */
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
  /** What was asked. */
  question: z.discriminatedUnion("kind", [
    /** `causes`: also what would move the load lines. */
    z.object({ kind: z.literal("compare"), causes: z.boolean() }),
    /** `tenants` null: its load line. */
    z.object({ kind: z.literal("run"), deployment: z.string(), tenants: z.number().int().nullable(), causes: z.boolean() }),
  ]),
  /** Those that deployments run on, in the order of the deployments. */
  hosts: z.array(HostDescription),
  /** Of each application, in the order of the scenario; one that is not here has none. */
  objectives: z.array(
    z.object({ app: z.string(), statistic: z.enum(OBJECTIVE_STATISTICS), /** Limit [s]. */ latency: z.number(), errors: z.number() }),
  ),
  /** A load at which deployments are compared with each other: the second best's line; null where there is none. */
  equalLoad: z.number().int().nullable(),
  experiment: z.object({
    seed: z.union([z.number(), z.string()]),
    minTenants: z.number(),
    maxTenants: z.number(),
    duration: z.number(),
    confidence: z.number(),
  }),
  /** Mean requests per second that one tenant sends. */
  ratePerTenant: z.number(),
  deployments: z.array(DeploymentRecord),
  values: z.array(ValueOrigin),
  /** Attributions that a report has to print (traces). */
  attributions: z.array(z.string()),
  /** False when the study was interrupted: what is here is complete, the rest is missing. */
  complete: z.boolean(),
});

export type Estimate = z.infer<typeof Estimate>;
export type Verdict = z.infer<typeof Verdict>;
export type DecidedBy = z.infer<typeof DecidedBy>;
export type StartStatistics = z.infer<typeof StartStatistics>;
export type AppResult = z.infer<typeof AppResult>;
export type HostResult = z.infer<typeof HostResult>;
export type PerReplication = z.infer<typeof PerReplication>;
export type Timeline = z.infer<typeof Timeline>;
export type Point = z.infer<typeof Point>;
export type LoadLine = z.infer<typeof LoadLine>;
export type DeploymentRecord = z.infer<typeof DeploymentRecord>;
export type HostDescription = z.infer<typeof HostDescription>;
export type ValueOrigin = z.infer<typeof ValueOrigin>;
export type StudyRecord = z.infer<typeof StudyRecord>;
