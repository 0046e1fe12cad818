export const ROOT = 0;
export class MemoryGroup {
    id;
    /** Frames and swap slots that it may hold. */
    limit;
    swapLimit;
    anonymous;
    file;
    /** Frames held: resident pages and reads under way. */
    charged = 0;
    /** Swap slots held. */
    slots = 0;
    /** Frames whose page has a current copy on swap. */
    copies = 0;
    /** Pages of it being read and being written. */
    reading = 0;
    writing = 0;
    /** What reclaim from either ring has cost lately, see reclaim.ts. Negative zeros: fractions from the start, so that no optimized code is thrown away. */
    anonymousCost = -0;
    fileCost = -0;
    /** Share of a frame's look that the anonymous ring is owed. */
    owed = -0;
    /** Turn in reclaim from all groups. */
    credit = -0;
    constructor(id, limit, swapLimit, anonymous, file) {
        this.id = id;
        this.limit = limit;
        this.swapLimit = swapLimit;
        this.anonymous = anonymous;
        this.file = file;
    }
    get isFull() {
        return this.charged >= this.limit;
    }
}
