/** The memory management unit of a host: what can't be built is refused. */
import { NESTED_FAULT_RATIO } from "../../../models/hardware/mmu/faults.js";
import { hugePageSize } from "../../../models/hardware/mmu/page-walk.js";
import { choice, count, flag, orWord, quantity, ratio, size, time } from "../text/fields.js";
import { formatQuantity } from "../text/quantities.js";
import { nested } from "../text/tables.js";
import { small } from "./common.js";
const entries = (about, fallback, min = 0) => count({ about: `${about} [entries].`, min, max: 65536, because: "no TLB has more", fallback, example: fallback });
const walkCost = (about, fallback) => quantity("cycles", {
    about: `${about}.`,
    above: "0 cycles",
    max: "10000 cycles",
    because: "that is microseconds",
    fallback,
    example: fallback,
});
export const mmuFields = nested("Memory management unit, TLB and page faults.", {
    kind: choice(["paged", "none"], {
        about: "Memory management unit. Without one, neither containers nor virtual machines are possible.",
        fallback: "paged",
    }),
    pageSize: size({
        about: "Size of a page.",
        fallback: "4 KiB",
        example: "4 KiB",
        min: "512 B",
        max: "1 GiB",
        because: "pages of other sizes do not exist",
    }),
    tlb: nested("Entries of the data TLB, by level and page size.", {
        l1: entries("First-level data TLB, base pages", 64, 1),
        l1Huge: entries("The same for huge pages (2 MiB where base pages have 4 KiB)", 32),
        l2: entries("Last-level TLB, base pages; 0 if there is one level", 1536),
        l2Huge: entries("The same for huge pages; 0 if it holds none", 1536),
    }),
    tlbReach: orWord("entries", size({ about: "", above: "0 B", max: "1 TiB" }), {
        about: "Memory that the last-level TLB maps with base pages, instead of `tlb.l2`; or `entries`: as many pages as `tlb.l2` says.",
        fallback: "entries",
        example: "4 MiB",
    }),
    levels: count({ about: "Levels of page tables.", min: 1, max: 6, fallback: 4, because: "no processor walks more", example: 4 }),
    stage2Levels: count({
        about: "Levels of the hypervisor's page tables, for virtual machines.",
        min: 1,
        max: 6,
        fallback: 4,
        because: "no processor walks more",
        example: 4,
    }),
    pageWalkCache: entries("Page-walk cache, of each upper level of the tables", 32),
    nestedTlb: entries("Cache of second-stage translations (nested TLB, IPA cache)", 64),
    tableCache: size({
        about: "Data cache in which page walks find table entries: the last level.",
        fallback: "1 MiB",
        example: "1 MiB",
        max: "4 GiB",
        because: "no processor has more",
    }),
    l2TlbHit: walkCost("A hit in the last-level TLB after a miss in the first level", "8 cycles"),
    cachedEntry: walkCost("Reading a page-table entry from a data cache during a walk", "30 cycles"),
    memoryEntry: walkCost("Reading it from memory", "200 cycles"),
    nestedWalkRatio: orWord("computed", ratio({ about: "", min: 1, max: 10 }), {
        about: "Measured cost of a page walk under virtualization over a native one, both with base pages; or `computed` from levels and caches.",
        fallback: "computed",
        example: 2,
    }),
    addressSpaceIds: flag({
        about: "Whether TLB entries carry an address space identifier (ASID, PCID); without, each context switch flushes the TLB.",
        fallback: true,
    }),
    pageTableIsolation: flag({ about: "Whether the kernel has page tables of its own (KPTI).", fallback: false }),
    minorFault: time({ about: "CPU time of a page fault that needs no disk.", fallback: "0.7 us", example: "3 us", ...small }),
    nestedFaultRatio: ratio({
        about: "Cost of such a fault in a virtual machine's memory (EPT violation) over a native one.",
        min: 1,
        max: 20,
        fallback: NESTED_FAULT_RATIO,
        example: NESTED_FAULT_RATIO,
    }),
    majorFault: time({
        about: "CPU time of a page fault that waits for the disk, without the wait.",
        fallback: "5 us",
        example: "5 us",
        ...small,
    }),
});
/** `path` is that of the host. */
export function compileMmu(path, { mmu, cpu, memory, virtualization }, into) {
    const at = [...path, "mmu"];
    const { tlb, tlbReach, nestedWalkRatio, ...rest } = mmu;
    const l2 = tlbReach === "entries" ? tlb.l2 : Math.floor(tlbReach / mmu.pageSize);
    const spec = {
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
    if (checkPageSize(at, mmu.pageSize, memory, into))
        checkTlb(at, spec, memory, tlbReach !== "entries", into);
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
function checkPageSize(at, pageSize, memory, into) {
    const path = [...at, "pageSize"];
    if (!Number.isInteger(Math.log2(pageSize))) {
        const below = 2 ** Math.floor(Math.log2(pageSize));
        into.error(path, {
            message: `a page of ${formatQuantity(pageSize, "size")} is not a power of two`,
            expected: "a power of two: an address is split into page number and offset by its bits",
            fix: `write "${formatQuantity(below, "size")}" or "${formatQuantity(2 * below, "size")}"`,
        });
    }
    else if (pageSize > memory / 64) {
        into.error(path, {
            message: `a page of ${formatQuantity(pageSize, "size")} on ${formatQuantity(memory, "size")} of memory`,
            expected: "at least 64 pages of memory",
            fix: 'write "4 KiB"',
        });
    }
    else
        return true;
    return false;
}
function checkTlb(at, { tlb, pageSize }, memory, byReach, into) {
    const sizes = [
        { key: ["tlb", "l1"], entries: tlb.l1 },
        byReach ? { key: ["tlbReach"], entries: tlb.l2 } : { key: ["tlb", "l2"], entries: tlb.l2 },
    ];
    for (const { key, entries } of sizes) {
        const reach = entries * pageSize;
        if (reach <= memory)
            continue;
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
export function checkHugePages(path, memory, host, into) {
    const page = hugePageSize(host.mmu.pageSize);
    if (host.mmu.kind === "none" || memory % page === 0)
        return;
    const above = formatQuantity(Math.ceil(memory / page) * page, "size");
    into.error(path, {
        message: `${formatQuantity(memory, "size")} are not a whole number of huge pages`,
        expected: `a multiple of ${formatQuantity(page, "size")}, the host's huge page`,
        fix: `write "${above}", or "hugePages: false"`,
    });
}
