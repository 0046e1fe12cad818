/** Hosts: from a section of the scenario to the plain specification that the models take. */
import type { DiskSpec } from "../../models/hardware/spec.ts";
import type { HostSpec } from "../../models/host/spec.ts";
import type { PagingSpec, SwapSpec, ZramSpec } from "../../models/os/spec.ts";
import { isPresetValue, type Preset, presetsOf } from "../presets/library.ts";
import { compileMmu } from "./compile-mmu.ts";
import { compileDisk, diskOf } from "./compile-disk.ts";
import { compileNetwork } from "./compile-network.ts";
import { compressorFields, hostFields } from "./components.ts";
import type { Path } from "./document.ts";
import { unknownWord } from "./fields.ts";
import { type Compilation, presetName } from "./resolve.ts";
import { given, isMap } from "./schema-parts.ts";
import { isName, pagingFields, swapFields, zramSize } from "./schema.ts";
import { formatQuantity } from "./units.ts";

/** Swap beyond this many times the memory only delays the end of a machine that does nothing but page. */
const SWAP_LIMIT = 16;

const MIB = 1024 * 1024;

export function compileHost(name: string, into: Compilation): HostSpec {
  const path: Path = ["hosts", name];
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const preset = presetsOf("hosts").get(presetName(raw) ?? "");
  const values = into.resolve(hostFields, { path, preset });
  const { cpu, scheduler, slices, virtualization, memory, nic, system } = values;
  if (scheduler === "fluid" && raw["slices"] !== undefined) {
    into.warn([...path, "slices"], { message: 'the scheduler is "fluid", which takes no slices', fix: 'add "scheduler: slices"' }, "key");
  }
  const mmu = compileMmu(path, values, into);
  const disks = compileDisks(path, preset, raw["disks"], into);
  const systemDisk = pickDisk([...path, "systemDisk"], raw["systemDisk"], disks, into);
  const swap = isDiskSwap(raw["swap"]) ? compileSwap([...path, "swap"], memory, disks, into) : undefined;
  const zram = given(raw["swap"], "zram") ? compileZram([...path, "swap", "zram"], memory, cpu.isa, into) : undefined;
  if ((swap ?? zram) !== undefined && mmu.kind === "none") {
    into.error(
      [...path, "swap"],
      { message: "swap without a memory management unit", expected: "no swap: only pages can be swapped", fix: "remove it" },
      "key",
    );
  }
  if (raw["swap"] === undefined) into.record([...path, "swap"], "none", "default");
  if (raw["network"] === undefined) into.record([...path, "network"], "none beyond the interface", "default");
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
    ...(raw["network"] === undefined ? {} : { network: compileNetwork([...path, "network"], raw["network"], into) }),
    os: {
      scheduler: scheduler === "slices" ? { kind: "slices", ...slices } : { kind: "fluid" },
      paging: compilePaging([...path, "paging"], into),
      swap,
      ...(zram === undefined ? {} : { zram }),
      system: { memory: system.memory, workingSet: system.workingSet },
    },
  };
}

function compileDisks(path: Path, preset: Preset | undefined, raw: unknown, into: Compilation): Record<string, DiskSpec> {
  const at = [...path, "disks"];
  if (!isMap(raw)) {
    const own = preset?.values["disk"];
    if (!isPresetValue(own)) {
      into.error(
        path,
        { message: '"disks" is missing', expected: "at least one disk", fix: 'add for example "disks: { main: nvme }"' },
        "key",
      );
      return {};
    }
    const name = String(own.value);
    into.values.push({ path: [...at, "main"].join("."), value: name, origin: `preset ${preset?.name}`, source: own.source });
    return { main: diskOf([...at, "main"], presetsOf("disks").get(name), into) };
  }
  for (const name of Object.keys(raw)) checkName([...at, name], name, into);
  return Object.fromEntries(Object.entries(raw).map(([name, disk]) => [name, compileDisk([...at, name], disk, into)]));
}

function pickDisk(path: Path, raw: unknown, disks: Readonly<Record<string, DiskSpec>>, into: Compilation): string {
  const names = Object.keys(disks);
  const name = String(raw ?? names[0] ?? "");
  if (raw !== undefined && !names.includes(name)) into.error(path, unknownWord(name, names, "disk"));
  into.record(path, name, raw === undefined ? "default" : undefined);
  return name;
}

/** A map with nothing but `zram` in it has no swap on a disk. */
const isDiskSwap = (raw: unknown): boolean =>
  isMap(raw) && (raw["zram"] === undefined || raw["size"] !== undefined || raw["on"] !== undefined);

function compilePaging(path: Path, into: Compilation): PagingSpec {
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

/** Without a preset the kernel's default algorithm, as measured on the host's family of processors. */
function compileZram(path: Path, memory: number, isa: string, into: Compilation): ZramSpec {
  const raw = into.raw(path);
  const name = presetName(raw) ?? (isa === "x86_64" ? "lzo-rle" : "lzo-arm");
  const { ratio, compress, decompress, speed } = into.resolve(compressorFields, { path, preset: presetsOf("compressors").get(name) });
  const size = into.single(zramSize, [...path, "size"]);
  into.record([...path, "preset"], name, presetName(raw) === undefined ? "default" : undefined);
  if (size >= ratio * memory) {
    into.error([...path, "size"], {
      message: `${formatQuantity(size, "size")} compressed ${ratio} times would fill the memory of ${formatQuantity(memory, "size")}`,
      expected: `at most ${formatQuantity(Math.floor((ratio * memory) / MIB) * MIB, "size")}`,
      fix: `write "${formatQuantity(memory / 2, "size")}", as most systems do, or no more than the memory`,
    });
  }
  return { name, size, ratio, compress, decompress, speed };
}

function compileSwap(path: Path, memory: number, disks: Readonly<Record<string, DiskSpec>>, into: Compilation): SwapSpec {
  const names = Object.keys(disks);
  const { on, size } = into.resolve(swapFields, { path, defaults: { on: names[0] ?? "main" } });
  if (!names.includes(on)) into.error([...path, "on"], unknownWord(on, names, "disk"));
  const capacity = disks[on]?.size ?? Number.POSITIVE_INFINITY;
  if (size > capacity) {
    const message = `${formatQuantity(size, "size")} of swap on a disk of ${formatQuantity(capacity, "size")}`;
    const expected = `at most the size of disk "${on}"`;
    into.error([...path, "size"], {
      message,
      expected,
      fix: `write less swap, or give the disk its size: "disks: { ${on}: { size: ... } }"`,
    });
  } else if (size > SWAP_LIMIT * memory) {
    const message = `${formatQuantity(size, "size")} of swap on ${formatQuantity(memory, "size")} of memory`;
    into.error([...path, "size"], {
      message,
      expected: `at most ${SWAP_LIMIT} times the memory, ${formatQuantity(SWAP_LIMIT * memory, "size")}: with more in use a machine does nothing but page`,
      fix: "write less swap, or give the host more memory",
    });
  }
  return { disk: on, size };
}

/** Names that authors choose appear in reports and file names. */
export function checkName(path: Path, name: string, into: Compilation): void {
  if (isName(name)) return;
  const expected = "a letter, then letters, digits, - or _, at most 64 characters";
  into.error(path, { message: `"${name}" is not a name`, expected, fix: "choose another" }, "key");
}

/** A part must not exceed its whole. */
export function notAbove(path: Path, part: number, whole: number, what: string, into: Compilation): void {
  if (part <= whole) return;
  const limit = formatQuantity(whole, "size");
  into.error(path, {
    message: `${formatQuantity(part, "size")} is more than ${what}`,
    expected: `at most ${limit}`,
    fix: `write "${limit}" or less`,
  });
}
