/** The memory management unit of a host: what can't be built is refused. */
import { hugePageSize } from "../../models/hardware/mmu/page-walk.ts";
import type { MmuSpec } from "../../models/hardware/spec.ts";
import type { HostSpec } from "../../models/host/spec.ts";
import type { hostFields, Values } from "./components.ts";
import type { Path } from "./document.ts";
import type { Compilation } from "./resolve.ts";
import { formatQuantity } from "./units.ts";

type HostValues = Values<typeof hostFields>;

/** `path` is that of the host. */
export function compileMmu(path: Path, { mmu, cpu, memory, virtualization }: HostValues, into: Compilation): MmuSpec {
  const at: Path = [...path, "mmu"];
  const { tlb, tlbReach, nestedWalkRatio, ...rest } = mmu;
  const l2 = tlbReach === "entries" ? tlb.l2 : Math.floor(tlbReach / mmu.pageSize);
  const spec: MmuSpec = {
    ...rest,
    tlb: { ...tlb, l2 },
    nestedWalkRatio: nestedWalkRatio === "computed" ? undefined : nestedWalkRatio,
  };
  if (mmu.kind === "none") {
    if (virtualization) {
      into.error([...path, "virtualization"], {
        message: "virtual machines without a memory management unit",
        expected: "false: a hypervisor needs translation to keep its guests apart",
        fix: 'write "virtualization: false", or describe an mmu of kind "paged"',
      });
    }
    return spec;
  }
  if (cpu.isa === "armv7m") {
    into.error([...at, "kind"], {
      message: "armv7m processors have no memory management unit",
      expected: 'mmu.kind "none", or another cpu.isa',
      fix: 'write "kind: none"',
    });
  }
  if (checkPageSize(at, mmu.pageSize, memory, into)) checkTlb(at, spec, memory, tlbReach !== "entries", into);
  if (mmu.cachedEntry > mmu.memoryEntry) {
    into.error([...at, into.raw([...at, "cachedEntry"]) === undefined ? "memoryEntry" : "cachedEntry"], {
      message: `a table entry costs ${mmu.cachedEntry} cycles from the cache and ${mmu.memoryEntry} from memory`,
      expected: "a cache that is faster than memory",
      fix: "lower mmu.cachedEntry, or raise mmu.memoryEntry",
    });
  }
  return spec;
}

/** Whether it is one. */
function checkPageSize(at: Path, pageSize: number, memory: number, into: Compilation): boolean {
  const path: Path = [...at, "pageSize"];
  if (!Number.isInteger(Math.log2(pageSize))) {
    const below = 2 ** Math.floor(Math.log2(pageSize));
    into.error(path, {
      message: `a page of ${formatQuantity(pageSize, "size")} is not a power of two`,
      expected: "a power of two: an address is split into page number and offset by its bits",
      fix: `write "${formatQuantity(below, "size")}" or "${formatQuantity(2 * below, "size")}"`,
    });
  } else if (pageSize > memory / 64) {
    into.error(path, {
      message: `a page of ${formatQuantity(pageSize, "size")} on ${formatQuantity(memory, "size")} of memory`,
      expected: "at least 64 pages of memory",
      fix: 'write "4 KiB"',
    });
  } else return true;
  return false;
}

function checkTlb(at: Path, { tlb, pageSize }: MmuSpec, memory: number, byReach: boolean, into: Compilation): void {
  const sizes = [
    { key: ["tlb", "l1"], entries: tlb.l1 },
    byReach ? { key: ["tlbReach"], entries: tlb.l2 } : { key: ["tlb", "l2"], entries: tlb.l2 },
  ];
  for (const { key, entries } of sizes) {
    const reach = entries * pageSize;
    if (reach <= memory) continue;
    const most = byReach && key.length === 1 ? formatQuantity(memory, "size") : `${Math.floor(memory / pageSize)} entries`;
    const which = `a TLB of ${entries} entries maps ${formatQuantity(reach, "size")}`;
    into.error([...at, ...key], {
      message: `${which}, more than the memory there is (${formatQuantity(memory, "size")})`,
      expected: `at most ${most}`,
      fix: key.length === 1 ? `write "${most}" or less` : `write "${Math.floor(memory / pageSize)}" or less, or give the host more memory`,
    });
  }
  if (byReach && tlb.l2 < 1) {
    into.error([...at, "tlbReach"], {
      message: "the TLB maps less than one page",
      expected: `at least ${formatQuantity(pageSize, "size")}`,
      fix: `write "${formatQuantity(pageSize, "size")}" or more`,
    });
  }
}

/** The host backs a virtual machine by whole huge pages. */
export function checkHugePages(path: Path, memory: number, host: HostSpec, into: Compilation): void {
  const page = hugePageSize(host.mmu.pageSize);
  if (host.mmu.kind === "none" || memory % page === 0) return;
  const above = formatQuantity(Math.ceil(memory / page) * page, "size");
  into.error(path, {
    message: `${formatQuantity(memory, "size")} are not a whole number of huge pages`,
    expected: `a multiple of ${formatQuantity(page, "size")}, the host's huge page`,
    fix: `write "${above}", or "hugePages: false"`,
  });
}
