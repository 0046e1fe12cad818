export function whatIsLeft(frames, { pageTable, swap, pageOut, reads, writeBack }, requests) {
    return {
        segments: pageTable.segments.all.reduce((alive, segment) => alive + (segment.alive ? 1 : 0), 0),
        groups: pageTable.groups.count - 1,
        frames,
        slots: swap.used,
        requests,
        writers: writeBack.waiting,
        reads: reads.held,
        writes: pageOut.commands,
    };
}
