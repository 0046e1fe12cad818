import { cheHitRatio, cheTime, classesOf, lruHitRatio } from "./popularity.js";
/** Memory references of a native walk without any cache: one a level. */
export const walkReferences = (levels) => levels;
/** Memory references of a nested walk without any cache: (n + 1)(m + 1) - 1. Source: Bhargava et al., ASPLOS 2008. */
export const nestedWalkReferences = (guestLevels, hostLevels) => (guestLevels + 1) * (hostLevels + 1) - 1;
const ENTRY = 8; // [B]
const LINE = 64; // [B] of a data cache
const ENTRIES_PER_LINE = LINE / ENTRY;
/** Memory that one page table of `pageSize` bytes maps: the size of a huge page [B]; 2 MiB for 4 KiB, 32 MiB for 16 KiB. */
export const hugePageSize = (pageSize) => (pageSize * pageSize) / ENTRY;
/** Mean cost of one page walk natively [clock cycles]. `huge`: the working set lies in huge pages. */
export function nativeWalkCycles(mmu, set, huge) {
    return new Walker(mmu, set, huge, undefined).walk(mmu.levels, huge, set.size);
}
/**
 * Mean cost of one page walk in a virtual machine [clock cycles]: each guest table that is read has to be found by a host walk first, and so has the
 * data. `guestHuge`, `hostHuge`: whether guest and host map the working set by huge pages.
 */
export function nestedWalkCycles(mmu, set, guestHuge, hostHuge) {
    return new Walker(mmu, set, guestHuge, hostHuge).nestedWalk(guestHuge, hostHuge, set.size);
}
/** The same law of popularity holds at every granularity: popular pages are neighbours. */
class Walker {
    #mmu;
    #popularity;
    /** Memory that one walk is for [B]: the smaller of the page sizes. */
    #page;
    /** For how many walks a line of data or tables stays in the data cache. */
    #stay;
    constructor(mmu, { size, popularity }, huge, hostHuge) {
        this.#mmu = mmu;
        this.#popularity = popularity;
        this.#page = huge && hostHuge !== false ? hugePageSize(mmu.pageSize) : mmu.pageSize;
        // Each walk brings in a line of data and one of each last-level table, and they compete for the cache.
        const data = classesOf(popularity, Math.max(1, size / LINE));
        const tables = [huge, hostHuge].filter((each) => each !== undefined).map((each) => this.#lines(each ? 2 : 1, size));
        this.#stay = cheTime([data, ...tables], mmu.tableCache / LINE);
    }
    /** One-dimensional walk for an address among `size` bytes: from the level that the walk cache knows down to the leaf. */
    walk(levels, huge, size) {
        let cycles = 0;
        let reached = 1;
        for (let level = huge ? 2 : 1; level <= levels; level++) {
            cycles += reached * this.#reference(level, size);
            reached *= this.#missesAbove(level, size);
        }
        return cycles;
    }
    nestedWalk(guestHuge, hostHuge, size) {
        let cycles = 0;
        let reached = 1;
        let target = size; // what the entry points to: the data, then tables of the level below
        for (let level = guestHuge ? 2 : 1; level <= this.#mmu.levels; level++) {
            cycles += reached * (this.#reference(level, size) + this.#secondStage(hostHuge, target));
            reached *= this.#missesAbove(level, size);
            target = Math.max(this.#mmu.pageSize, (size / this.#span(level)) * ENTRY);
        }
        return cycles + reached * this.#secondStage(hostHuge, this.#mmu.pageSize); // the root table
    }
    /** From a guest-physical address among `size` bytes to the host's: a hit in the nested TLB, else a walk. Data and tables share that TLB. */
    #secondStage(huge, size) {
        const { nestedTlb, pageSize, stage2Levels } = this.#mmu;
        const hits = this.#hits(nestedTlb / 2, size, huge ? hugePageSize(pageSize) : pageSize);
        return (1 - hits) * this.walk(stage2Levels, huge, size);
    }
    /** Memory that one entry of a table at `level` maps [B]; level 1 is the last. */
    #span(level) {
        let span = this.#mmu.pageSize;
        for (let below = 1; below < level; below++)
            span *= this.#mmu.pageSize / ENTRY;
        return span;
    }
    /** Probability that the table at `level` is not known from the walk cache, so that the level above has to be read. */
    #missesAbove(level, size) {
        return 1 - this.#hits(this.#mmu.pageWalkCache, size, this.#span(level + 1));
    }
    /** Cost of reading one table entry: from a data cache or from memory. */
    #reference(level, size) {
        const { cachedEntry, memoryEntry } = this.#mmu;
        const inCache = this.#popularity.kind === "scan" && this.#stay !== Number.POSITIVE_INFINITY
            ? 1 - 1 / Math.max(1, (this.#span(level) * ENTRIES_PER_LINE) / this.#page) // the walks of one line follow each other
            : cheHitRatio(this.#lines(level, size), this.#stay);
        return inCache * cachedEntry + (1 - inCache) * memoryEntry;
    }
    /** Lines of a data cache that the tables at `level` take. */
    #lines(level, size) {
        return classesOf(this.#popularity, Math.max(1, size / this.#span(level) / ENTRIES_PER_LINE));
    }
    /** Hits in a cache of entries that map `span` bytes each. */
    #hits(entries, size, span) {
        return lruHitRatio(this.#popularity, entries, Math.max(1, size / span), span / this.#page);
    }
}
