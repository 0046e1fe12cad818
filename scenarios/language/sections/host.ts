/** Hosts: one machine each, made of the sections for its parts. */
import type { z } from "zod";
import type { HostSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { flag, size } from "../text/fields.ts";
import { isMap } from "../text/maps.ts";
import { isPresetValue, type Preset, type PresetKind, presetName, presetOr, type Presets } from "../text/presets.ts";
import { formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { capacity, notAbove } from "./common.ts";
import { cpuFields } from "./cpu.ts";
import { compileDisks, diskSchemas, pickDisk } from "./disk.ts";
import { compileMmu, mmuFields } from "./mmu.ts";
import { compileNetwork, NETWORKS, nicFields } from "./network.ts";
import { compilePaging, compileScheduler, pagingSchema, presetFor, schedulerField, slicesFields, systemFields } from "./os.ts";
import { compileSwap, swapSchema } from "./swap.ts";

const hostFields = {
  cpu: cpuFields,
  mmu: mmuFields,
  scheduler: schedulerField,
  slices: slicesFields,
  virtualization: flag({ about: "Whether the processor supports virtual machines." }),
  memory: size({ about: "Main memory.", min: "1 KiB", example: "4 GiB", ...capacity }),
  nic: nicFields,
  system: systemFields,
} as const;

export const HOSTS = { kind: "hosts", noun: "host", fields: hostFields } as const satisfies PresetKind;

export const hostSchema = (presets: Presets): z.ZodType =>
  presetOr(presets, HOSTS, "One machine: a preset, a preset with values that differ, or all values.", {
    ...diskSchemas(presets),
    swap: swapSchema(presets),
    paging: pagingSchema,
    network: presetOr(presets, NETWORKS, "The way to the clients; left out, nothing but the interface and its latency.").optional(),
  });

export function compileHost(name: string, into: Compilation): HostSpec {
  const path: Path = ["hosts", name];
  const raw = into.raw(path);
  const of = (key: string): unknown => (isMap(raw) ? raw[key] : undefined);
  const preset = forItsMemory(into.preset(HOSTS, presetName(raw)), of("memory"), of("mmu"));
  const values = into.resolve(hostFields, { path, preset });
  const { cpu, virtualization, memory, nic, system } = values;
  const scheduler = compileScheduler(path, values, into);
  const mmu = compileMmu(path, values, into);
  const disks = compileDisks(path, preset, of("disks"), into);
  const systemDisk = pickDisk([...path, "systemDisk"], of("systemDisk"), disks, into);
  const { swap, zram } = compileSwap(path, { memory, isa: cpu.isa, mmu, disks }, into);
  if (of("network") === undefined) into.record([...path, "network"], "none beyond the interface", "default");
  if (system.memory >= memory) {
    const message = `the host's own system (${formatQuantity(system.memory, "size")}) fills its memory (${formatQuantity(memory, "size")})`;
    into.error([...path, "memory"], {
      message,
      expected: "memory left for applications",
      fix: "lower system.memory, or give the host more memory",
    });
  }
  notAbove([...path, "cpu", "cache"], cpu.cache, memory, "the memory behind it", into);
  notAbove([...path, "system", "workingSet"], system.workingSet, system.memory, "the memory of the host's system", into);
  const { cache, ...core } = cpu;
  return {
    name,
    preset: preset?.name ?? "custom",
    cpu: { ...core, cachePerCore: cache },
    mmu,
    virtualization,
    memory: { size: memory },
    disks,
    systemDisk,
    nic,
    ...(of("network") === undefined ? {} : { network: compileNetwork([...path, "network"], of("network"), into) }),
    os: {
      scheduler,
      paging: compilePaging([...path, "paging"], into),
      swap,
      ...(zram === undefined ? {} : { zram }),
      system,
    },
  };
}

/** A preset's own system, if the scenario gives the host another memory. What is written is checked elsewhere. */
function forItsMemory(preset: Preset | undefined, memory: unknown, mmu: unknown): Preset | undefined {
  const from = preset?.values["memory"];
  const table = preset?.values["mmu"];
  if (preset === undefined || memory === undefined || !isPresetValue(from) || table === undefined || isPresetValue(table)) return preset;
  const valueOf = (key: string): unknown =>
    (isMap(mmu) ? mmu[key] : undefined) ?? (isPresetValue(table[key]) ? table[key].value : undefined);
  if (valueOf("kind") === "none") return preset;
  const [own, others, pageSize] = [from.value, memory, valueOf("pageSize")].map((size) => hostFields.memory.parse(size));
  if (own === undefined || others === undefined || pageSize === undefined) return preset;
  if ("problem" in own || "problem" in others || "problem" in pageSize) return preset;
  return presetFor({ from: own.value, to: others.value, pageSize: pageSize.value }, preset);
}
