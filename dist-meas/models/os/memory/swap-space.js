import { Zram } from "./zram.js";
/** Slots that are handed out together. Source: Linux SWAPFILE_CLUSTER. */
const CLUSTER_BITS = 8;
const CLUSTER = 1 << CLUSTER_BITS;
const NO_PAGE = -1;
export class SwapArea {
    device;
    /** Compressed memory: pages come and go by work of the processor, and no copy stays behind. */
    zram;
    /** Slots [1]. */
    size;
    /** Number of its first slot in the swap space. */
    base;
    used = 0;
    #page = new Int32Array(0);
    /** Free slots of each cluster. */
    #free = new Int32Array(0);
    /** Clusters that are free as a whole: in a swap space that has been full for long there are none, and none need be looked for. */
    #freeClusters = 0;
    #next = 0;
    constructor(device, size, base) {
        this.device = device;
        this.zram = device instanceof Zram ? device : undefined;
        this.size = size;
        this.base = base;
    }
    get isFull() {
        return this.used >= this.size;
    }
    /** A slot for `page`; the area must not be full. */
    take(page) {
        if (this.#page.length === 0)
            this.#setUp();
        while (this.#page[this.#next] !== NO_PAGE)
            this.#advance();
        const slot = this.#next;
        this.#page[slot] = page;
        const cluster = slot >> CLUSTER_BITS;
        if (this.#free[cluster] === CLUSTER)
            this.#freeClusters--;
        this.#free[cluster]--;
        this.used++;
        return this.base + slot;
    }
    give(slot) {
        this.#page[slot - this.base] = NO_PAGE;
        const cluster = (slot - this.base) >> CLUSTER_BITS;
        this.#free[cluster]++;
        if (this.#free[cluster] === CLUSTER)
            this.#freeClusters++;
        this.used--;
    }
    /** Page in a slot, or -1. */
    pageIn(slot) {
        const index = slot - this.base;
        return index >= 0 && index < this.#page.length ? this.#page[index] : NO_PAGE;
    }
    #setUp() {
        this.#page = new Int32Array(this.size).fill(NO_PAGE);
        this.#free = Int32Array.from({ length: Math.ceil(this.size / CLUSTER) }, (_, index) => Math.min(CLUSTER, this.size - index * CLUSTER));
        this.#freeClusters = this.size >> CLUSTER_BITS;
    }
    /** To the next slot of this cluster; at its end to the next cluster that is free as a whole, or else to the next with a free slot. */
    #advance() {
        this.#next++;
        if (this.#next < this.size && this.#next % CLUSTER !== 0 && this.#free[this.#next >> CLUSTER_BITS] > 0)
            return;
        const clusters = this.#free.length;
        const from = ((this.#next - 1) >> CLUSTER_BITS) + 1;
        let partly = NO_PAGE;
        for (let turn = 0; turn < clusters; turn++) {
            const cluster = (from + turn) % clusters;
            if (this.#free[cluster] === CLUSTER) {
                this.#next = cluster * CLUSTER;
                return;
            }
            if (partly < 0 && this.#free[cluster] > 0)
                partly = cluster;
            if (partly >= 0 && this.#freeClusters === 0)
                break;
        }
        this.#next = partly * CLUSTER;
    }
}
export class SwapSpace {
    areas;
    size;
    /** `pages` [1] of each area, the one with the highest priority first. */
    constructor(areas) {
        let base = 0;
        this.areas = areas.map(({ device, pages }) => {
            const area = new SwapArea(device, pages, base);
            base += pages;
            return area;
        });
        this.size = base;
    }
    get used() {
        let used = 0;
        for (const area of this.areas)
            used += area.used;
        return used;
    }
    /** The area that new pages go to, undefined when swap is full or there is none. */
    get target() {
        for (let index = 0; index < this.areas.length; index++)
            if (!this.areas[index].isFull)
                return this.areas[index];
        return undefined;
    }
    areaOf(slot) {
        for (let index = 0; index < this.areas.length; index++) {
            const area = this.areas[index];
            if (slot < area.base + area.size)
                return area;
        }
        throw new Error(`there is no swap slot ${slot}`);
    }
}
