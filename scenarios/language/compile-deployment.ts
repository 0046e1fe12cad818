/** Deployments: where each application runs, and one line that says so. */
import type { ContainerEngineSpec, ContainerSpec, SecuritySpec } from "../../models/container/spec.ts";
import type { DeploymentSpec } from "../../models/fleet/deployment.ts";
import type { UnitSpec } from "../../models/fleet/units.ts";
import type { HostSpec } from "../../models/host/spec.ts";
import { FUNCTION_CPU_PERIOD, type FunctionSpec, type PlatformSpec } from "../../models/serverless/spec.ts";
import type { GuestSpec, HypervisorSpec, TrapCycles, VmSpec } from "../../models/vm/spec.ts";
import type { AppSpec } from "../../models/workload/spec.ts";
import { isPresetValue, type Preset, presetsOf } from "../presets/library.ts";
import {
  engineFields,
  functionFields,
  guestFields,
  hypervisorFields,
  type Kind,
  platformExtras,
  platformFields,
  runtimeFields,
  securityFields,
  type Values,
} from "./components.ts";
import { checkQuota, compileCpuset } from "./compile-cpu.ts";
import { notAbove } from "./compile-host.ts";
import { checkHugePages } from "./compile-mmu.ts";
import type { Path } from "./document.ts";
import { unknownWord } from "./fields.ts";
import { type Compilation, presetName } from "./resolve.ts";
import { isMap } from "./schema-parts.ts";
import { containerFields, DEFAULT_PRESETS, imageFields, restartFields, vmFields } from "./schema.ts";
import { formatQuantity } from "./units.ts";

interface Placed {
  readonly placement: UnitSpec;
  readonly label: string;
}

/** What a deployment may refer to; absent where it has errors of its own. */
export interface Context {
  readonly hosts: ReadonlyMap<string, HostSpec | undefined>;
  readonly apps: ReadonlyMap<string, AppSpec | undefined>;
  readonly into: Compilation;
}

export function compileDeployment(name: string, context: Context): { spec: DeploymentSpec; label: string } | undefined {
  const { into, apps } = context;
  const path: Path = ["deployments", name];
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const host = pickHost(path, raw["host"], context);
  const restartEvery = isMap(raw["restarts"]) ? into.resolve(restartFields, { path: [...path, "restarts"] }).every : undefined;
  if (restartEvery === undefined) into.record([...path, "restarts"], "none", "default");
  const mixed = isMap(raw["apps"]) ? raw["apps"] : undefined;
  if (mixed !== undefined) checkNames([...path, "apps"], mixed, [...apps.keys()], into);
  if (host === undefined) return undefined;
  const placed = new Map<string, Placed>();
  if (mixed === undefined) {
    const placement = compilePlacement(path, host, [...apps.values()], into);
    for (const app of apps.keys()) placed.set(app, placement);
  } else {
    for (const app of Object.keys(mixed))
      if (apps.has(app)) placed.set(app, compilePlacement([...path, "apps", app], host, [apps.get(app)], into));
  }
  const parts = [...apps].flatMap(([app, spec]) => {
    const placement = placed.get(app)?.placement;
    return spec === undefined || placement === undefined ? [] : [{ app: spec, unit: placement }];
  });
  if (parts.length < apps.size) return undefined;
  const label =
    mixed === undefined ? ([...placed.values()][0] as Placed).label : [...placed].map(([app, { label }]) => `${app}: ${label}`).join("; ");
  return { spec: { name, hosts: [host], placement: "spread", parts, restartEvery }, label };
}

function pickHost(path: Path, raw: unknown, { hosts, into }: Context): HostSpec | undefined {
  const names = [...hosts.keys()];
  if (raw === undefined && names.length > 1) {
    into.error(
      path,
      { message: "there are several hosts", expected: `a "host" key: ${names.join(" or ")}`, fix: `add "host: ${names[0]}"` },
      "key",
    );
    return undefined;
  }
  const name = String(raw ?? names[0]);
  if (names.length === 0) return undefined;
  if (!hosts.has(name)) into.error([...path, "host"], unknownWord(name, names, "host"));
  else into.record([...path, "host"], name, raw === undefined ? "default" : undefined);
  return hosts.get(name);
}

function checkNames(path: Path, mixed: Readonly<Record<string, unknown>>, apps: readonly string[], into: Compilation): void {
  for (const name of Object.keys(mixed))
    if (!apps.includes(name)) into.error([...path, name], unknownWord(name, apps, "application"), "key");
  const forgotten = apps.filter((app) => mixed[app] === undefined);
  if (forgotten.length > 0) {
    into.error(
      path,
      {
        message: `no placement for ${forgotten.join(", ")}`,
        expected: "one for every application",
        fix: `add "${forgotten[0]}: { container: ... }"`,
      },
      "key",
    );
  }
}

function compilePlacement(path: Path, host: HostSpec, apps: readonly (AppSpec | undefined)[], into: Compilation): Placed {
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const known = apps.filter((app) => app !== undefined);
  if (raw["vm"] !== undefined) return compileVm([...path, "vm"], host, known, into);
  if (raw["container"] !== undefined) return compileContainer([...path, "container"], host, known, into);
  return compileFunction([...path, "function"], known, into);
}

/** A component given by a preset's name, by a map, or not at all. */
function component<Table>(
  kind: Kind,
  fields: Table,
  path: Path,
  fallback: string | undefined,
  into: Compilation,
): Values<Table> & { readonly name: string; readonly title: string } {
  const raw = into.raw(path);
  const named = presetName(raw) ?? (raw === undefined ? fallback : undefined);
  const preset: Preset | undefined = named === undefined ? undefined : presetsOf(kind).get(named);
  into.record(path, named ?? "custom", raw === undefined ? "default" : undefined);
  return { ...into.resolve(fields, { path, preset }), name: preset?.name ?? "custom", title: preset?.title ?? "custom" };
}

function compileVm(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): Placed {
  const found = component("hypervisors", hypervisorFields, [...path, "hypervisor"], DEFAULT_PRESETS.hypervisors, into);
  const { traps: families, title: hypervisorTitle, ...monitor } = found;
  const traps: Record<string, TrapCycles> = {};
  for (const [family, { ioOut, ioIn }] of Object.entries(families)) {
    if (ioOut !== "unsupported" && ioIn !== "unsupported") traps[family] = { ioOut, ioIn };
  }
  const hypervisor: HypervisorSpec = { ...monitor, traps };
  const { title: guestTitle, ...guest } = component("guests", guestFields, [...path, "guest"], DEFAULT_PRESETS.guests, into);
  notAbove([...path, "guest"], guest.systemWorkingSet, guest.system, "the memory of the guest's system", into);
  const { vcpus, memory, swap, hugePages, ...pinning } = into.resolve(vmFields, { path });
  const cpuset = compileCpuset([...path, "cpuset"], pinning.cpuset, host, into);
  const { base: image } = into.resolve(imageFields, { path: [...path, "image"], defaults: { base: `${guest.name}.qcow2` } });
  notAbove([...path, "hypervisor"], hypervisor.workingSet, hypervisor.memory, "the monitor's memory", into);
  if (hugePages) checkHugePages([...path, "memory"], memory, host, into);
  for (const app of apps) checkVmMemory([...path, "memory"], memory, guest, app, into);
  const threads = host.cpu.cores * host.cpu.threadsPerCore;
  if (vcpus > threads) {
    const message = `${vcpus} virtual processors on ${threads} hardware threads`;
    into.warn([...path, "vcpus"], { message, expected: `at most ${threads}: more only wait for each other`, fix: `write "${threads}"` });
  }
  const placement: VmSpec = { kind: "vm", hypervisor, guest, vcpus, cpuset, memory, swap, hugePages, image };
  return {
    placement,
    label: `${hypervisorTitle}, ${guestTitle} guest, ${vcpus} vCPU${vcpus === 1 ? "" : "s"}, ${formatQuantity(memory, "size")}`,
  };
}

/** A guest that can't hold its own kernel and system does not boot; one that can't hold the application as well pages. */
function checkVmMemory(path: Path, memory: number, guest: GuestSpec, app: AppSpec, into: Compilation): void {
  const kernel = guest.kernelBase + guest.kernelShare * memory;
  const needed = kernel + guest.system + app.memory.code + app.memory.heap;
  if (needed <= memory) return;
  // What the kernel keeps grows with the memory: solve for the size that just fits.
  const enough = (rest: number): number => (guest.kernelBase + guest.system + rest) / (1 - guest.kernelShare);
  const parts = `kernel ${mib(kernel)} + system ${mib(guest.system)}`;
  if (kernel + guest.system > memory) {
    into.error(path, {
      message: `the virtual machine is too small to boot: ${parts} = ${mib(kernel + guest.system)}`,
      expected: `at least ${mib(enough(0))}`,
      fix: `write "${roundUp(enough(app.memory.code + app.memory.heap))}", which holds "${app.name}" too`,
    });
    return;
  }
  const all = enough(app.memory.code + app.memory.heap);
  into.warn(path, {
    message: `the virtual machine will page: ${parts} + code ${mib(app.memory.code)} + heap ${mib(app.memory.heap)} of "${app.name}" = ${mib(needed)}`,
    expected: `${mib(all)} to hold it all`,
    fix: `write "${roundUp(all)}"`,
  });
}

function compileContainer(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): Placed {
  const { title: engineTitle, ...engine } = component("engines", engineFields, [...path, "engine"], DEFAULT_PRESETS.engines, into);
  const { title: securityTitle, ...security } = component(
    "security",
    securityFields,
    [...path, "security"],
    DEFAULT_PRESETS.security,
    into,
  );
  const limits = into.resolve(containerFields, { path });
  const memory = limits.memory === "unlimited" ? host.memory.size : limits.memory;
  const cpus = limits.cpus === "unlimited" ? host.cpu.cores * host.cpu.threadsPerCore : limits.cpus;
  for (const app of apps) {
    const { code, heap } = app.memory;
    if (code + heap > memory) {
      const outcome = heap > memory && host.os.swap === undefined && host.os.zram === undefined ? "be killed: there is no swap" : "page";
      into.warn([...path, "memory"], {
        message: `the container will ${outcome}: code ${mib(code)} + heap ${mib(heap)} of "${app.name}" = ${mib(code + heap)}`,
        expected: `${mib(code + heap)} to hold it all`,
        fix: `write "${roundUp(code + heap)}"`,
      });
    }
  }
  checkQuota(path, cpus, limits.cpuPeriod, into);
  const cpuset = compileCpuset([...path, "cpuset"], limits.cpuset, host, into);
  const { cpuPeriod, cpuWeight } = limits;
  const placement: ContainerSpec = {
    kind: "container",
    engine,
    security,
    cpus,
    cpuPeriod,
    cpuWeight,
    cpuset,
    memory,
    ...(limits.swap === "same" ? {} : { swap: limits.swap }),
  };
  const size = limits.memory === "unlimited" ? "no memory limit" : formatQuantity(memory, "size");
  return { placement, label: [engineTitle, securityTitle, limits.cpus === "unlimited" ? "all cores" : cores(cpus), size].join(", ") };
}

function compileFunction(path: Path, apps: readonly AppSpec[], into: Compilation): Placed {
  const platformPath = [...path, "platform"];
  const {
    title: platformTitle,
    poolMemory,
    ...rest
  } = component("platforms", platformFields, platformPath, DEFAULT_PRESETS.platforms, into);
  const platform: PlatformSpec = {
    ...rest,
    poolMemory: poolMemory === "unlimited" ? Number.POSITIVE_INFINITY : poolMemory,
    eviction: "longest-idle",
  };
  notAbove([...platformPath, "workingSet"], platform.workingSet, platform.memory, "the platform's memory", into);
  const { title: runtimeTitle, ...runtime } = component("runtimes", runtimeFields, [...path, "runtime"], undefined, into);
  notAbove([...path, "runtime", "workingSet"], runtime.workingSet, runtime.memory, "the runtime's memory", into);
  const { engine, security } = sandbox(path, platform.sandbox, into);
  const preset = presetsOf("platforms").get(platform.name);
  const defaults = proportionalCpus(into.raw([...path, "memory"]), preset);
  const limits = into.resolve(functionFields, { path, preset, within: "limits", defaults });
  checkQuota(path, limits.cpus, FUNCTION_CPU_PERIOD, into);
  for (const app of apps) {
    const { code, heap } = app.memory;
    const needed = runtime.memory + code + heap;
    if (needed > limits.memory) {
      into.error([...path, "memory"], {
        message: `the function is too small for "${app.name}": runtime ${mib(runtime.memory)} + code ${mib(code)} + heap ${mib(heap)} = ${mib(needed)}`,
        expected: `at least ${mib(needed)}`,
        fix: `write "${roundUp(needed)}"`,
      });
    }
  }
  if (limits.memory > platform.poolMemory) {
    const message = `one instance (${mib(limits.memory)}) is larger than the platform's pool (${mib(platform.poolMemory)})`;
    into.error([...path, "memory"], {
      message,
      expected: "an instance that fits",
      fix: "make the instance smaller or platform.poolMemory larger",
    });
  }
  const policies = { keepAlive: { policy: "fixed", time: limits.keepAlive }, idleInstance: "most-recently-used" } as const;
  const placement: FunctionSpec = { kind: "function", platform, runtime, engine, security, ...limits, ...policies };
  const parts = [
    platformTitle,
    runtimeTitle,
    formatQuantity(limits.memory, "size"),
    `keep-alive ${formatQuantity(limits.keepAlive, "time")}`,
  ];
  return { placement, label: parts.join(", ") };
}

/** What an instance's container runs in; a plain process has neither engine nor security module. */
function sandbox(path: Path, kind: PlatformSpec["sandbox"], into: Compilation): { engine: ContainerEngineSpec; security: SecuritySpec } {
  const { title: _engine, ...engine } = component(
    "engines",
    engineFields,
    [...path, "engine"],
    kind === "process" ? "process" : DEFAULT_PRESETS.engines,
    into,
  );
  const { title: _security, ...security } = component(
    "security",
    securityFields,
    [...path, "security"],
    kind === "process" ? "none" : DEFAULT_PRESETS.security,
    into,
  );
  return { engine, security };
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

const MIB = 1024 * 1024;
const mib = (bytes: number): string => `${Math.round((bytes / MIB) * 10) / 10} MiB`;
const roundUp = (bytes: number): string => `${Math.ceil(bytes / MIB / 8) * 8} MiB`;
const cores = (count: number): string => `${count} core${count === 1 ? "" : "s"}`;
