/**
 * Chooses the pages that have to leave: the clock (second chance) within each of a group's two rings, and between anonymous pages and pages of
 * files the kernel's rule. The rings are looked at in proportion to
 *
 *     length * pressure,   pressure = swappiness / (1 + own cost / all cost) for anonymous pages, (200 - swappiness) / ... for pages of files
 *
 * where the cost of a ring is what it has made the host do lately: 32 for each page written or read back, 1 for each that was looked at in vain.
 * Costs are halved when they exceed a quarter of the group's pages. Source: Linux mm/vmscan.c, `get_scan_count`; mm/swap.c, `lru_note_cost`.
 */
import { DIRTY, HAS_SLOT, REFERENCED, WRITEBACK } from "./frames.js";
import { BATCH } from "./write-clusters.js";
/** Cost of a page that goes to a device or comes from it, in looks. */
const INPUT_OUTPUT_COST = 32;
/** Where no slot is left, anonymous pages are looked at only if at least one in so many has a copy on swap: looking for a few takes for ever. */
const FEWEST_COPIES = 64;
/** Swappiness at which anonymous pages and pages of files weigh the same; the largest is twice that. */
const EVEN = 100;
export class Reclaim {
    #pageTable;
    #pageOut;
    #swappiness;
    /** `swappiness`: 0 (pages of programs only when no file pages are left) to 200. */
    constructor(pageTable, pageOut, swappiness) {
        this.#pageTable = pageTable;
        this.#pageOut = pageOut;
        this.#swappiness = swappiness;
    }
    /** Takes up to a batch of pages of all groups, which take turns in proportion to their size; false if there was none to take. */
    fromAll() {
        const { groups } = this.#pageTable;
        if (groups.count === 1)
            return this.from(groups.root);
        for (let failures = 0; failures < groups.count; failures++)
            if (this.from(this.#nextGroup()))
                return true;
        return false;
    }
    #nextGroup() {
        const { groups, frames } = this.#pageTable;
        let chosen = groups.root;
        for (const group of groups.all()) {
            group.credit += group.charged / frames.total;
            if (group.credit > chosen.credit)
                chosen = group;
        }
        chosen.credit--;
        return chosen;
    }
    /** Takes up to a batch of pages of `group`; false if two rounds found none. */
    from(group) {
        const share = this.#canLose(group) ? this.#anonymousShare(group) : 0;
        // Where swappiness forbids what alone would help, it gives way.
        return this.#look(group, share) || (share < 1 && this.#canLose(group) && this.#look(group, 1));
    }
    /** A group at its limit frees a batch, but at most a sixteenth of what it may hold. */
    makeRoom(group) {
        const room = Math.max(1, Math.min(BATCH, group.limit >> 4));
        while (group.charged - group.writing > group.limit - room && this.from(group))
            ;
    }
    /** Whether it makes sense to look at anonymous pages. */
    #canLose(group) {
        return group.anonymous.length > 0 && (this.#pageOut.hasSlotFor(group) || group.copies > group.anonymous.length / FEWEST_COPIES);
    }
    /** Two rounds, in which `share` of the looks go to the anonymous ring. */
    #look(group, wantedShare) {
        const { anonymous, file } = group;
        let share = wantedShare;
        let looks = 2 * ((share > 0 ? anonymous.length : 0) + file.length);
        let taken = 0;
        let writes = 0;
        let anonymousLooks = 0;
        let anonymousTaken = 0;
        let fileLooks = 0;
        for (; looks > 0 && taken < BATCH; looks--) {
            group.owed += share;
            if (share > 0 && (group.owed >= 1 || file.length === 0)) {
                group.owed = Math.max(0, group.owed - 1);
                anonymousLooks++;
                const before = this.#pageOut.leaving;
                if (!this.#take(anonymous.advance(), group)) {
                    if (this.#canLose(group))
                        continue;
                    share = 0;
                    looks = Math.min(looks, 2 * file.length) + 1;
                    continue;
                }
                anonymousTaken++;
                writes += this.#pageOut.leaving - before;
            }
            else {
                if (file.length === 0)
                    break;
                fileLooks++;
                if (!this.#take(file.advance(), group))
                    continue;
            }
            taken++;
        }
        this.#pageOut.flush();
        noteCost(group, true, writes, anonymousLooks - anonymousTaken);
        noteCost(group, false, 0, fileLooks - (taken - anonymousTaken));
        return taken > 0;
    }
    /** Share of looks that go to the anonymous ring [1]. */
    #anonymousShare(group) {
        if (group.file.length === 0)
            return 1;
        const all = group.anonymousCost + group.fileCost;
        const weigh = (length, swappiness, cost) => (length * swappiness * (3 * all + 1)) / (all + cost + 1);
        const anonymous = weigh(group.anonymous.length, this.#swappiness, group.anonymousCost);
        const file = weigh(group.file.length, 2 * EVEN - this.#swappiness, group.fileCost);
        return anonymous / (anonymous + file);
    }
    /** A page has come back from a device. */
    noteRefault(group, anonymous) {
        noteCost(group, anonymous, 1, 0);
    }
    /** Second chance: true if the page in `frame` was dropped, or is on its way out. */
    #take(frame, group) {
        const { state } = this.#pageTable.frames;
        const bits = state[frame];
        if (bits & WRITEBACK)
            return false;
        if (bits & REFERENCED) {
            state[frame] = bits & ~REFERENCED;
            return false;
        }
        const segment = this.#pageTable.segmentOf(frame);
        if (segment.anonymous) {
            if ((bits & HAS_SLOT) === 0) {
                if (!this.#pageOut.hasSlotFor(group))
                    return false;
                this.#pageOut.swapOut(frame, segment);
                return true;
            }
        }
        else if (bits & DIRTY) {
            this.#pageOut.clean(frame, segment);
            return false;
        }
        this.#pageOut.evict(frame, segment);
        return true;
    }
}
function noteCost(group, anonymous, pages, looks) {
    const cost = pages * INPUT_OUTPUT_COST + looks;
    if (cost === 0)
        return;
    if (anonymous)
        group.anonymousCost += cost;
    else
        group.fileCost += cost;
    if (group.anonymousCost + group.fileCost <= (group.anonymous.length + group.file.length) / 4)
        return;
    group.anonymousCost /= 2;
    group.fileCost /= 2;
}
