/**
 * Warnings for settings that change nothing in this scenario: written by the author, read by no model here. Only what is certain from the models is
 * said, each with its reason; values of presets and defaults are nobody's mistake.
 */
import { hardwareThreads } from "../../models/hardware/cores.ts";
import type { AppSpec, DeploymentSpec, HostSpec, UnitSpec } from "../../models/index.ts";
import { pagesByItself } from "../../models/vm/memory-needed.ts";
import type { Experiment } from "../scenario.ts";
import type { Path } from "./text/document.ts";
import { isMap } from "./text/maps.ts";
import { formatQuantity } from "./text/quantities.ts";
import type { Compilation } from "./text/resolve.ts";

interface Compiled {
  readonly deployments: readonly DeploymentSpec[];
  readonly experiment: Experiment;
}

/** A unit where it is written, and the applications that run in units like it. */
interface Place {
  readonly path: Path;
  readonly unit: UnitSpec;
  readonly host: HostSpec;
  readonly apps: readonly AppSpec[];
}

const size = (bytes: number): string => formatQuantity(bytes, "size");

/** Says so of the value at `path`, if it is written there. */
type Idle = (path: Path, why: string, fix?: string) => void;

export function warnOfNoEffect({ deployments, experiment }: Compiled, into: Compilation): void {
  const idle: Idle = (path, why, fix = "remove it") => {
    if (into.raw(path) === undefined) return;
    into.warn(path, { message: `"${String(path.at(-1))}" has no effect here: ${why}`, fix }, "key");
  };
  const places = deployments.flatMap((deployment) => placesOf(deployment, into));
  for (const host of new Map(deployments.flatMap(({ hosts }) => hosts.map((each) => [each.name, each] as const))).values()) {
    ofHost(["hosts", host.name], host, idle);
    ofDisks(["hosts", host.name, "disks"], host, idle);
    if (into.raw(["hosts", host.name, "mmu", "tlbReach"]) !== undefined)
      idle(["hosts", host.name, "mmu", "tlb", "l2"], "tlbReach says how many entries there are", "write one of the two");
  }
  for (const place of places) ofUnit(place, into, idle);
  const apps = new Map(places.flatMap((place) => place.apps.map((app) => [app.name, app] as const)));
  for (const app of apps.values()) ofApp(app, placesFor(app, places), [...apps.values()], experiment, into, idle);
  ofExperiment(experiment, places, into, idle);
}

function placesOf({ name, hosts, parts }: DeploymentSpec, into: Compilation): Place[] {
  const path: Path = ["deployments", name];
  const host = hosts[0] as HostSpec;
  if (isMap(into.raw([...path, "apps"])))
    return parts.map(({ app, unit }) => ({ path: [...path, "apps", app.name, unit.kind], unit, host, apps: [app] }));
  const [first] = parts;
  return first === undefined ? [] : [{ path: [...path, first.unit.kind], unit: first.unit, host, apps: parts.map(({ app }) => app) }];
}

const placesFor = ({ name }: AppSpec, places: readonly Place[]): Place[] =>
  places.filter(({ apps }) => apps.some((app) => app.name === name));

function ofHost(path: Path, { cpu, os, network }: HostSpec, idle: Idle): void {
  if (cpu.threadsPerCore === 1)
    idle([...path, "cpu", "smtGain"], "its cores have one hardware thread each", 'add "threadsPerCore: 2", or remove it');
  if (network !== undefined)
    idle([...path, "nic", "latency"], "the network's own latency stands in for it", "write it as network.latency, or remove it");
  if (network?.radio !== undefined)
    idle(
      [...path, "nic", "bandwidth"],
      "messages go over the radio channel, not over the interface",
      "write it at the network, or remove it",
    );
  else if (network !== undefined)
    idle([...path, "network", "radio", "aggregation"], "there is no radio channel without its access time", 'add "access: ..."');
  if (os.swap === undefined && os.zram === undefined)
    idle([...path, "paging", "pageCluster"], "it is about reading from swap, and there is none", 'add "swap: ...", or remove it');
}

function ofDisks(path: Path, { disks, systemDisk, os: { swap } }: HostSpec, idle: Idle): void {
  for (const [name, disk] of Object.entries(disks)) {
    const at = [...path, name];
    if (name !== systemDisk && name !== swap?.disk)
      idle(at, `images and data are on "${systemDisk}", and swap is not on it either`, `remove it, or write "systemDisk: ${name}"`);
    if (disk.writeCache === undefined)
      idle([...at, "writeCache", "drain"], "there is no write cache without its size", 'add "size: ..." beside it');
    if (disk.mechanics === undefined) {
      for (const key of ["shortestSeek", "oldestFirstAfter"])
        idle([...at, "mechanics", key], "this disk has no moving parts", 'add "averageSeek" and "rotation", or remove it');
    }
    if (disk.parallel === 1) {
      for (const key of ["commandTime", "placement"])
        idle([...at, key], "it tells several units of a disk apart, and this one has one", 'add "parallel: ...", or remove it');
    }
  }
}

function ofUnit(place: Place, into: Compilation, idle: Idle): void {
  const { path, unit, host, apps } = place;
  const threads = hardwareThreads(host.cpu);
  if (unit.kind !== "vm" && unit.cpus > threads) {
    const fix = unit.kind === "container" ? 'write "unlimited"' : `write ${threads}`;
    idle([...path, "cpus"], `host "${host.name}" has ${threads} hardware thread${threads === 1 ? "" : "s"}`, fix);
  }
  switch (unit.kind) {
    case "container":
      if (unit.cpus >= threads)
        idle([...path, "cpuPeriod"], "there is no quota that it could be the period of", 'add "cpus: ...", or remove it');
      if (unit.memory > host.memory.size)
        idle(
          [...path, "memory"],
          `host "${host.name}" has ${size(host.memory.size)}, so that the limit is never reached`,
          'write "unlimited"',
        );
      if (host.os.swap === undefined && host.os.zram === undefined)
        idle([...path, "swap"], `host "${host.name}" has no swap`, "give the host swap, or remove it");
      return;
    case "function":
      if (unit.maxInstances === 1) idle([...path, "idleInstance"], "there is never more than one instance to choose from");
      if (unit.platform.sandbox === "process" && unit.engine.name !== "process")
        idle([...path, "engine"], "the platform runs instances as plain processes", "remove it, or choose a platform that uses containers");
      if (unit.platform.poolMemory === Number.POSITIVE_INFINITY)
        idle([...path, "platform", "eviction"], "a pool without a limit is never full", 'add "poolMemory: ...", or remove it');
      return;
    case "vm":
      if (into.raw([...path, "swap"]) !== undefined && unit.swap !== 0 && !apps.some((app) => pagesByItself(unit, app)))
        idle([...path, "swap"], `a guest of ${size(unit.memory)} holds all that runs in it`, "give the guest less memory, or remove it");
  }
}

function ofApp(
  app: AppSpec,
  places: readonly Place[],
  all: readonly AppSpec[],
  experiment: Experiment,
  into: Compilation,
  idle: Idle,
): void {
  const path: Path = ["apps", app.name];
  const kinds = new Set(places.map(({ unit }) => unit.kind));
  const onlyFunctions = kinds.size === 1 && kinds.has("function");
  if (onlyFunctions) {
    idle([...path, "threads"], "it runs in functions only, which have a concurrency", 'write "concurrency" at the function');
    idle([...path, "backlog"], "it runs in functions only, which have a backlog of their own", 'write "backlog" at the function');
    idle([...path, "start", "after"], "it runs in functions only, which start with their requests");
  }
  if (!app.request.some(({ kind }) => kind === "bufferedRead" || kind === "bufferedWrite") && app.memory.data !== 0)
    idle([...path, "memory", "data"], "no step reads or writes data files", 'add a step "bufferedRead" or "bufferedWrite", or remove it');
  const { layer } = app.memory;
  if (!kinds.has("container")) idle([...path, "memory", "layer"], "only containers share the pages of their program files");
  else if (layer !== undefined && all.filter(({ memory }) => memory.layer === layer).length === 1)
    idle([...path, "memory", "layer"], "no other application names it; the instances of one share its pages anyway");
  if (!kinds.has("vm") && !app.hugePages)
    idle([...path, "pageWalkShare"], "it runs on the host's own page tables, as its CPU times were measured");
  if (app.systemCalls > 0 && places.every(({ unit }) => unit.kind === "vm" || unit.security.perCall === 0))
    idle([...path, "systemCalls"], "no security module adds to them in any deployment", "choose a security module, or remove it");
  ofInstants(app, experiment, into);
}

/** Requests after the end of the run, which is not lengthened for them. */
function ofInstants({ name, arrivals }: AppSpec, { duration }: Experiment, into: Compilation): void {
  const last = arrivals.flatMap((each) => (each.kind === "instants" ? each.times : [])).reduce((a, b) => Math.max(a, b), 0);
  if (last <= duration) return;
  const path = ["apps", name, "arrivals"];
  into.warn(path, {
    message: `a request comes after ${formatQuantity(last, "time")}, when a run of ${formatQuantity(duration, "time")} is over`,
    expected: "times within experiment.duration",
    fix: `write "duration: ${formatQuantity(Math.ceil(last) + 1, "time")}", or remove what comes later`,
  });
}

function ofExperiment({ replications }: Experiment, places: readonly Place[], into: Compilation, idle: Idle): void {
  const path: Path = ["experiment"];
  if (replications.min === replications.max)
    idle([...path, "replications", "until"], `there are always ${replications.min}`, 'write a larger "max", or remove it');
  if (places.length > 0 && places.every(({ unit }) => unit.kind === "function")) {
    const why = "functions start with their requests";
    if (into.raw([...path, "start", "every"]) !== "0 s") idle([...path, "start", "every"], why);
    idle([...path, "start", "requests"], why);
  }
}
