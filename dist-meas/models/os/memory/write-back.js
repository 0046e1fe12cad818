/**
 * Writes dirty pages of files in the background: what has been dirty for long, and everything while more is dirty than the background limit. Who
 * writes while more is dirty than the upper limit waits. Limits are shares of the memory that could hold pages of files: free and file pages.
 * Leaves out: the writer's gradual slowing between the limits, limits for each device and group.
 * Source: Linux admin-guide/sysctl/vm.rst: dirty_background_ratio 10, dirty_ratio 20, dirty_expire_centisecs 3000, dirty_writeback_centisecs 500.
 */
import { nanoseconds } from "../../../engine/index.js";
import { DIRTY, WRITEBACK } from "./frames.js";
/** Pages looked at together, so that neighbours share a command, and commands under way at most. */
const LOOK = 1024;
const MOST_COMMANDS = 32;
export class WriteBack {
    #simulation;
    #pageTable;
    #pageOut;
    #limits;
    #wake;
    /** Pages in the order in which they became dirty, and when: rings that grow. Those that are clean by now are passed over. */
    #pages = new Int32Array(0);
    #since = new Float64Array(0);
    #first = 0;
    #length = 0;
    #isAwake = false;
    #look = new Int32Array(LOOK);
    #waiting = [];
    constructor(simulation, pageTable, pageOut, limits) {
        this.#simulation = simulation;
        this.#pageTable = pageTable;
        this.#pageOut = pageOut;
        this.#limits = limits;
        this.#wake = simulation.on("memory: write back", () => {
            this.#isAwake = false;
            this.#work();
            this.#sleep();
        });
    }
    /** Writers that wait [1]. */
    get waiting() {
        return this.#waiting.length;
    }
    /** `page` of a file has become dirty. */
    note(page) {
        if (this.#length === this.#pages.length)
            this.#grow();
        const place = (this.#first + this.#length++) % this.#pages.length;
        this.#pages[place] = page;
        this.#since[place] = this.#simulation.now;
        this.#sleep();
        if (this.#exceeds(this.#limits.backgroundRatio))
            this.continue();
    }
    /** True if a writer may go on; else `done(arg)` when it may. */
    admit(done, arg) {
        if (!this.#exceeds(this.#limits.ratio))
            return true;
        this.#waiting.push({ done, arg });
        this.continue();
        return false;
    }
    /** A write has ended, or there is more to write. */
    continue() {
        if (this.#length > 0 && this.#exceeds(this.#limits.backgroundRatio))
            this.#work();
        if (this.#waiting.length === 0 || this.#exceeds(this.#limits.ratio))
            return;
        for (const { done, arg } of this.#waiting)
            this.#simulation.after(0, done, arg);
        this.#waiting = [];
    }
    #exceeds(share) {
        return this.#pageOut.dirtyFilePages > share * (this.#pageTable.frames.free + this.#pageTable.filePages);
    }
    #sleep() {
        if (this.#isAwake || this.#length === 0)
            return;
        this.#isAwake = true;
        this.#simulation.after(nanoseconds(this.#limits.interval), this.#wake, 0);
    }
    #work() {
        while (this.#length > 0 && this.#pageOut.commands < MOST_COMMANDS) {
            const count = this.#takeDue();
            if (count === 0)
                return;
            const pages = this.#look.subarray(0, count).sort();
            const { place, frames } = this.#pageTable;
            for (const page of pages) {
                const frame = place[page];
                if (frame >= 0 && (frames.state[frame] & (DIRTY | WRITEBACK)) === DIRTY) {
                    const segment = this.#pageTable.segmentOf(frame);
                    if (!segment.anonymous)
                        this.#pageOut.clean(frame, segment);
                }
            }
            this.#pageOut.flush();
        }
    }
    /** Moves pages that are due to #look; returns how many. */
    #takeDue() {
        const expired = this.#simulation.now - nanoseconds(this.#limits.expire);
        const tooMany = this.#exceeds(this.#limits.backgroundRatio);
        let count = 0;
        while (this.#length > 0 && count < LOOK && (tooMany || this.#since[this.#first] <= expired)) {
            this.#look[count++] = this.#pages[this.#first];
            this.#first = (this.#first + 1) % this.#pages.length;
            this.#length--;
        }
        return count;
    }
    #grow() {
        const size = Math.max(1024, 2 * this.#pages.length);
        const pages = new Int32Array(size);
        const since = new Float64Array(size);
        for (let k = 0; k < this.#length; k++) {
            pages[k] = this.#pages[(this.#first + k) % this.#pages.length];
            since[k] = this.#since[(this.#first + k) % this.#pages.length];
        }
        this.#pages = pages;
        this.#since = since;
        this.#first = 0;
    }
}
