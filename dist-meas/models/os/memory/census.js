import { HAS_SLOT, WRITEBACK } from "./frames.js";
import { ABSENT, isSwapped } from "./segment.js";
/** Of a memory of `total` frames; `counted` while pages are only counted. */
export function takeCensus(total, counted, tracked) {
    const { pageTable, swap, pageOut, reads } = tracked;
    const groups = [...pageTable.groups.all()];
    const frames = countFrames(counted, tracked);
    const sum = (values) => values.reduce((a, b) => a + b, 0);
    return {
        frames,
        lostPages: counted === undefined ? countPages(pageTable, (place, filled) => filled && place === ABSENT) : 0,
        slots: { only: counted === undefined ? countPages(pageTable, isSwapped) : 0, copies: countCopies(pageTable) },
        books: {
            frames: total,
            resident: sum([...pageTable.residentByKind]),
            swapped: pageOut.swapped,
            slots: swap.used,
            comingBack: reads.comingBack,
            // Nobody is charged while pages are only counted.
            charged: counted === undefined ? sum(groups.map(({ charged }) => charged)) : frames.resident,
            groupSlots: sum(groups.map(({ slots }) => slots)),
            overcharged: groups.filter(({ charged, limit }) => charged > limit).length,
            poolNeeded: sum(swap.areas.map(({ zram }) => zram?.poolNeeded ?? 0)),
        },
    };
}
function countFrames(counted, { pageTable, reads }) {
    const { frames, segments } = pageTable;
    const { held } = reads;
    let resident = 0;
    let orphaned = 0;
    let pool = 0;
    for (const id of counted?.filled ?? [])
        resident += segments.all[id].pages;
    for (let frame = 0; frame < frames.used; frame++) {
        if (frames.isOwned(frame))
            resident++;
        else if (frames.isPool(frame))
            pool++;
        else if (frames.state[frame] & WRITEBACK)
            orphaned++;
    }
    const free = counted?.free ?? frames.free;
    return { free, resident, held, orphaned, pool, total: free + resident + held + orphaned + pool };
}
/** Pages of living segments for which `condition` holds. */
function countPages({ segments, place }, condition) {
    let count = 0;
    for (const { alive, filled, base, pages } of segments.all) {
        if (!alive)
            continue;
        for (let page = base; page < base + pages; page++)
            if (condition(place[page], filled))
                count++;
    }
    return count;
}
function countCopies({ frames }) {
    let copies = 0;
    for (let frame = 0; frame < frames.used; frame++)
        if (frames.isOwned(frame) && frames.state[frame] & HAS_SLOT)
            copies++;
    return copies;
}
