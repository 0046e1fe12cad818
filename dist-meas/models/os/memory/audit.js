/** Conservation of frames, pages and slots. `name` begins each law. */
export function memoryLaws(memory, name) {
    const { frames, lostPages, slots, books } = memory.census();
    return [
        [`${name}: free + resident + being read + being written + compressed = frames`, frames.total, books.frames],
        [`${name}: pages of filled segments that are nowhere = 0`, lostPages, 0],
        [`${name}: resident by kind = frames in use`, books.resident, frames.resident + frames.pool],
        [`${name}: pages on swap = places on swap`, books.swapped, slots.only],
        [`${name}: slots = swapped + copies + coming back`, books.slots, slots.only + slots.copies + books.comingBack],
        [`${name}: slots of the groups = slots`, books.groupSlots, books.slots],
        [`${name}: frames charged to groups = resident + being read`, books.charged, frames.resident + frames.held],
        [`${name}: groups beyond their limit = 0`, books.overcharged, 0],
        [`${name}: compressed pages / ratio = frames of the pool`, books.poolNeeded, frames.pool],
    ];
}
