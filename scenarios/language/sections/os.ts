/** The operating system of a host: how it schedules the CPUs, what it does when memory gets short, and what it needs itself. */
import { FLUID, SLICES, type SchedulerSpec } from "../../../models/os/cpu/spec.ts";
import { DEFAULT_PAGING, type PagingSpec } from "../../../models/os/spec.ts";
import type { Path } from "../text/document.ts";
import { choice, count, quantity, size, time } from "../text/fields.ts";
import { group } from "../text/maps.ts";
import { isPresetValue, type Preset, type PresetValues } from "../text/presets.ts";
import { type Dimension, formatIn, formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { nested, type Values } from "../text/tables.ts";
import { capacity } from "./common.ts";

const usual = (seconds: number) => ({ fallback: formatIn("ms", seconds, "time"), example: formatIn("ms", seconds, "time") });

export const schedulerField = choice([FLUID.kind, SLICES.kind], {
  about:
    "How the CPUs are scheduled: `fluid`, steady shares, fast; or `slices`, turns on run queues as Linux takes them, with wake-up delay, switches and migration, slower.",
  fallback: FLUID.kind,
});

export const slicesFields = nested("The scheduler `slices`: times of the kernel's tunables.", {
  baseSlice: time({
    about: "What a task asks for at a time, before scaling by 1 + log2 of the CPUs, at most 4.",
    ...usual(SLICES.baseSlice),
    min: "10 us",
    max: "100 ms",
    because: "the kernel's are 0.1 to 100 ms",
  }),
  wakeupGranularity: time({
    about: "A task that has just got its CPU keeps it this long against one that wakes up, but no longer than its slice; before scaling.",
    ...usual(SLICES.wakeupGranularity),
    max: "100 ms",
  }),
  migrationCost: time({
    about: "A task that ran within this time is cache-hot: balancing leaves it where it is.",
    ...usual(SLICES.migrationCost),
    max: "1 s",
  }),
  balanceInterval: time({
    about: "Time between two looks at the balance of busy CPUs, for each CPU of the host.",
    ...usual(SLICES.balanceInterval),
    min: "100 us",
    max: "10 s",
  }),
} as const);

export const systemFields = nested("The host's own kernel and services.", {
  memory: size({ about: "Memory of the host's own kernel and services.", fallback: "250 MiB", example: "300 MiB", ...capacity }),
  workingSet: size({ about: "The part of it in constant use.", fallback: "60 MiB", example: "80 MiB", ...capacity }),
} as const);

const linux = (key: keyof typeof DEFAULT_PAGING.dirty, dimension: Dimension) => {
  const value = formatQuantity(DEFAULT_PAGING.dirty[key], dimension);
  return { fallback: value, example: value };
};

const pagingFields = {
  swappiness: count({
    about: "Balance of reclaim: 0 takes pages of files first, 100 all alike, 200 memory of programs first.",
    min: 0,
    max: 200,
    fallback: DEFAULT_PAGING.swappiness,
    example: DEFAULT_PAGING.swappiness,
  }),
  pageCluster: count({
    about: "Swap read-ahead: at most 2 to this power of pages come with one read.",
    min: 0,
    max: 5,
    because: "32 pages are one cluster",
    fallback: DEFAULT_PAGING.pageCluster,
    example: DEFAULT_PAGING.pageCluster,
  }),
  dirtyBackgroundRatio: quantity("share", {
    about: "Share of free and file pages that may be dirty before they are written in the background.",
    max: "100 %",
    ...linux("backgroundRatio", "share"),
  }),
  dirtyRatio: quantity("share", {
    about: "Share beyond which writers wait.",
    max: "100 %",
    ...linux("ratio", "share"),
  }),
  dirtyExpire: time({ about: "Age at which a dirty page is written.", max: "24 h", ...linux("expire", "time") }),
  dirtyInterval: time({ about: "Time between looks for dirty pages.", above: "0 s", max: "24 h", ...linux("interval", "time") }),
} as const;

export const pagingSchema = group(pagingFields, "What the kernel does when memory gets short; defaults are those of Linux.").optional();

export function compilePaging(path: Path, into: Compilation): PagingSpec {
  const { swappiness, pageCluster, dirtyBackgroundRatio, dirtyRatio, dirtyExpire, dirtyInterval } = into.resolve(pagingFields, { path });
  if (dirtyBackgroundRatio > dirtyRatio) {
    into.error([...path, "dirtyBackgroundRatio"], {
      message: `writing in the background begins at ${formatQuantity(dirtyBackgroundRatio, "share")}, after writers have to wait`,
      expected: `at most the dirtyRatio, ${formatQuantity(dirtyRatio, "share")}`,
      fix: `write "${formatQuantity(dirtyRatio, "share")}" or less`,
    });
  }
  const dirty = { backgroundRatio: dirtyBackgroundRatio, ratio: dirtyRatio, expire: dirtyExpire, interval: dirtyInterval };
  return { swappiness, pageCluster, dirty };
}

/** `path` is that of the host. */
export function compileScheduler(
  path: Path,
  { scheduler, slices }: { readonly scheduler: SchedulerSpec["kind"]; readonly slices: Values<typeof slicesFields.fields> },
  into: Compilation,
): SchedulerSpec {
  if (scheduler === SLICES.kind) return { kind: scheduler, ...slices };
  if (into.raw([...path, "slices"]) !== undefined) {
    into.warn([...path, "slices"], { message: 'the scheduler is "fluid", which takes no slices', fix: 'add "scheduler: slices"' }, "key");
  }
  return FLUID;
}

const MIB = 1024 * 1024;

/** What the kernel keeps for each page of memory, its descriptor [B]. Source: Linux, include/linux/mm_types.h, struct page on 64-bit systems. */
const PAGE_DESCRIPTOR = 64;

/** Two memories, and the size of their pages [B]. */
interface MemoryChange {
  readonly from: number;
  readonly to: number;
  readonly pageSize: number;
}

/**
 * The preset for a host of another memory than its own: what its system keeps for each page grows and shrinks with it. The preset itself where it says nothing
 * of its system, or the scenario says it.
 */
export function presetFor({ from, to, pageSize }: MemoryChange, preset: Preset): Preset {
  const system = preset.values["system"];
  const own = system === undefined || isPresetValue(system) ? undefined : system["memory"];
  if (from === to || !isPresetValue(own)) return preset;
  const parsed = systemFields.fields.memory.parse(own.value);
  if ("problem" in parsed || parsed.value === 0) return preset; // what takes nothing by definition takes nothing of more
  const value = parsed.value + Math.round((((to - from) / pageSize) * PAGE_DESCRIPTOR) / MIB) * MIB;
  const { range: _, ...rest } = own;
  const source = `derived: ${String(own.value)} with ${formatQuantity(from, "size")} of memory, and ${PAGE_DESCRIPTOR} B for each page more or less (${own.source})`;
  const memory = { ...rest, value: formatQuantity(Math.max(0, value), "size"), source };
  return { ...preset, values: { ...preset.values, system: { ...(system as PresetValues), memory } } };
}
