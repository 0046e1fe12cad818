/** Serverless functions: a platform, a language runtime, and the limits of each function. */
import type { z } from "zod";
import type { AppSpec, ContainerEngineSpec, FunctionSpec, HostSpec, PlatformSpec, SecuritySpec } from "../../../models/index.ts";
import { DEFAULT_CPU_PERIOD } from "../../../models/os/cpu/spec.ts";
import { functionMemory } from "../../../models/serverless/memory-needed.ts";
import { EVICTION_POLICIES } from "../../../models/serverless/policies/eviction/eviction.ts";
import { IDLE_INSTANCE_POLICIES } from "../../../models/serverless/policies/idle-instance/idle-instance.ts";
import type { Path } from "../text/document.ts";
import { choice, count, orWord, quantity, size, time } from "../text/fields.ts";
import { group } from "../text/maps.ts";
import { isPresetValue, type Preset, type PresetKind, presetOr, type Presets } from "../text/presets.ts";
import { formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { nested } from "../text/tables.ts";
import { capacity, mib, notAbove, roundUp, speed } from "./common.ts";
import { ENGINES, SECURITY } from "./container.ts";
import { checkQuota } from "./cpu-limits.ts";
import { keepAliveField } from "./keep-alive.ts";
import type { CompiledUnit, UnitSection } from "./unit-section.ts";

const namesOf = <Name extends string>(policies: Readonly<Record<Name, unknown>>) => Object.keys(policies) as Name[];

const platformFields = {
  sandbox: choice(["container", "process"], { about: "What isolates an instance. A container needs a memory management unit." }),
  memory: size({ about: "Memory of the platform's own services, once for each host.", example: "700 MiB", ...capacity }),
  workingSet: size({ about: "The part of it in constant use.", example: "300 MiB", ...capacity }),
  dispatchCpu: time({ about: "CPU work of one invocation in the platform, on a core of `dispatchSpeed`.", example: "3 ms", max: "1 min" }),
  dispatchSpeed: speed("Speed of the core that `dispatchCpu` was measured on."),
  dispatchLatency: time({ about: "Time of one invocation in the platform that needs no core.", example: "5 ms", max: "1 min" }),
  poolMemory: orWord("unlimited", size({ about: "", min: "1 MiB", ...capacity }), {
    about: "Memory for instances, counted by their configured sizes; or `unlimited`: all that the host has.",
    example: "2 GiB",
  }),
  parallelStarts: count({ about: "Instances started at the same time at most.", min: 1, max: 10000, example: 10 }),
  eviction: choice(namesOf(EVICTION_POLICIES), { about: "Which idle instance has to go when the pool is full.", fallback: "longest-idle" }),
} as const;

const runtimeFields = {
  memory: size({ about: "Memory of a warm instance without the function's own code and heap.", example: "74 MiB", ...capacity }),
  workingSet: size({ about: "The part of it that requests use.", example: "30 MiB", ...capacity }),
  initCpu: time({ about: "CPU work of the runtime's initialization, on a core of `initSpeed`.", example: "140 ms", max: "10 min" }),
  initSpeed: speed("Speed of the core that `initCpu` was measured on."),
  initRead: size({ about: "Data that the initialization reads.", example: "40 MiB", ...capacity }),
} as const;

/** Limits of a function; a platform's preset has defaults for them under `limits`. */
const functionFields = {
  memory: size({ about: "Configured size of an instance.", min: "1 KiB", example: "128 MiB", ...capacity }),
  timeout: time({
    about: "Limit of one invocation, from its start in the instance; then it is killed.",
    above: "0 s",
    max: "24 h",
    because: "longer jobs are not functions",
    example: "10 s",
  }),
  keepAlive: keepAliveField,
  idleInstance: choice(namesOf(IDLE_INSTANCE_POLICIES), {
    about: "Which of several free instances serves the next invocation.",
    fallback: "most-recently-used",
  }),
  concurrency: count({ about: "Requests that one instance serves at once.", min: 1, max: 10000, fallback: 1 }),
  cpus: quantity("cores", {
    about: "Quota of one instance. Left out, it follows from the memory where the platform says so.",
    above: "0 cores",
    max: "1024 cores",
    fallback: 1,
    example: 1,
  }),
  maxInstances: count({ about: "Instances of one tenant's function at most.", min: 1, max: 100000, fallback: 1000, example: 10 }),
  backlog: count({
    about: "Invocations of one tenant that may wait for an instance; one more is refused.",
    min: 0,
    max: 1000000,
    fallback: 100,
    example: 100,
  }),
} as const;

/** Further values that only presets have. */
const platformExtras = {
  memoryPerCore: size({
    about: "Memory that buys one core, where the platform gives cores in proportion to memory.",
    example: "1769 MiB",
    ...capacity,
  }),
} as const;

export const PLATFORMS = {
  kind: "platforms",
  noun: "function platform",
  fields: platformFields,
  extras: { limits: nested("Limits of its functions.", { ...functionFields, ...platformExtras }) },
  fallback: "openwhisk",
} as const satisfies PresetKind;
export const RUNTIMES = { kind: "runtimes", noun: "function runtime", fields: runtimeFields } as const satisfies PresetKind;

const schema = (presets: Presets): z.ZodType =>
  group(
    functionFields,
    "A serverless function: instances come and go with the requests. Limits that are left out follow the platform.",
    {
      platform: presetOr(presets, PLATFORMS, "What runs the functions."),
      runtime: presetOr(presets, RUNTIMES, "Language runtime of an instance."),
      engine: presetOr(presets, ENGINES, "What runs the instances' containers."),
      security: presetOr(presets, SECURITY, "Security module."),
    },
    { presettable: true },
  );

function compile(path: Path, _host: HostSpec, apps: readonly AppSpec[], into: Compilation): CompiledUnit {
  const { title: platformTitle, ...platform } = compilePlatform([...path, "platform"], into);
  const { title: runtimeTitle, ...runtime } = into.component(RUNTIMES, [...path, "runtime"]);
  notAbove([...path, "runtime", "workingSet"], runtime.workingSet, runtime.memory, "the runtime's memory", into);
  const { engine, security } = sandbox(path, platform.sandbox, into);
  const preset = into.preset(PLATFORMS, platform.name);
  const defaults = proportionalCpus(into.raw([...path, "memory"]), preset);
  const limits = into.resolve(functionFields, { path, preset, within: "limits", defaults });
  checkQuota(path, limits.cpus, DEFAULT_CPU_PERIOD, into);
  const spec: FunctionSpec = { kind: "function", platform, runtime, engine, security, ...limits };
  for (const app of apps) checkMemory([...path, "memory"], spec, app, into);
  checkPool([...path, "memory"], spec, into);
  const parts = [
    platformTitle,
    runtimeTitle,
    formatQuantity(limits.memory, "size"),
    `keep-alive ${keepAliveField.format(limits.keepAlive)}`,
  ];
  return { spec, label: parts.join(", ") };
}

function compilePlatform(path: Path, into: Compilation): PlatformSpec & { readonly title: string } {
  const { poolMemory, ...platform } = into.component(PLATFORMS, path);
  notAbove([...path, "workingSet"], platform.workingSet, platform.memory, "the platform's memory", into);
  return { ...platform, poolMemory: poolMemory === "unlimited" ? Number.POSITIVE_INFINITY : poolMemory };
}

/** What an instance's container runs in; a plain process has neither engine nor security module. */
function sandbox(path: Path, kind: PlatformSpec["sandbox"], into: Compilation): { engine: ContainerEngineSpec; security: SecuritySpec } {
  const isProcess = kind === "process";
  const { title: _engine, ...engine } = into.component(ENGINES, [...path, "engine"], isProcess ? "process" : ENGINES.fallback);
  const { title: _security, ...security } = into.component(SECURITY, [...path, "security"], isProcess ? "none" : SECURITY.fallback);
  return { engine, security };
}

function checkMemory(path: Path, spec: FunctionSpec, app: AppSpec, into: Compilation): void {
  const needed = functionMemory(app, spec);
  if (needed <= spec.memory) return;
  const { code, heap } = app.memory;
  into.error(path, {
    message: `the function is too small for "${app.name}": runtime ${mib(spec.runtime.memory)} + code ${mib(code)} + heap ${mib(heap)} = ${mib(needed)}`,
    expected: `at least ${mib(needed)}`,
    fix: `write "${roundUp(needed)}"`,
  });
}

function checkPool(path: Path, { memory, platform: { poolMemory } }: FunctionSpec, into: Compilation): void {
  if (memory <= poolMemory) return;
  into.error(path, {
    message: `one instance (${mib(memory)}) is larger than the platform's pool (${mib(poolMemory)})`,
    expected: "an instance that fits",
    fix: "make the instance smaller or platform.poolMemory larger",
  });
}

/** Where a platform gives cores in proportion to memory: the quota that follows. */
function proportionalCpus(memory: unknown, preset: Preset | undefined): Readonly<Record<string, unknown>> {
  const limits = preset?.values["limits"];
  if (limits === undefined || isPresetValue(limits)) return {};
  const perCore = limits["memoryPerCore"];
  const size = memory ?? (isPresetValue(limits["memory"]) ? limits["memory"].value : undefined);
  if (!isPresetValue(perCore) || size === undefined) return {};
  const parsed = { memory: functionFields.memory.parse(size), perCore: platformExtras.memoryPerCore.parse(perCore.value) };
  return "value" in parsed.memory && "value" in parsed.perCore ? { cpus: parsed.memory.value / parsed.perCore.value } : {};
}

export const serverlessFunction: UnitSection = { schema, compile };
