/** All memory groups of a machine: group 0 from the beginning, and one for each limit that can be reached. */
import { ClockRing } from "./clock-ring.js";
import { MemoryGroup, ROOT } from "./memory-group.js";
export class MemoryGroups {
    /** Everything that has no limit of its own. */
    root;
    #byId = new Map();
    #frames;
    #next = ROOT;
    constructor(frames) {
        this.#frames = frames;
        this.root = this.add(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
    }
    /** Groups [1], group 0 included: 1 as long as there are no limits. */
    get count() {
        return this.#byId.size;
    }
    get(id) {
        return this.#byId.get(id);
    }
    /** In the order in which they were added. */
    all() {
        return this.#byId.values();
    }
    /** Frames and swap slots that the new group may hold [1]. */
    add(limit, swapLimit) {
        const group = new MemoryGroup(this.#next++, limit, swapLimit, new ClockRing(this.#frames), new ClockRing(this.#frames));
        this.#byId.set(group.id, group);
        return group;
    }
    /** The groups' rings are of these frames from now on; none may be in a ring yet. */
    useFrames(frames) {
        this.#frames = frames;
        for (const group of this.all()) {
            group.anonymous = new ClockRing(frames);
            group.file = new ClockRing(frames);
        }
    }
    /** The group is gone: what is left of it, pages of files that others use too, counts for everybody. */
    remove(group, segments) {
        this.#byId.delete(group.id);
        const { root } = this;
        for (const ring of ["anonymous", "file"]) {
            while (group[ring].length > 0) {
                const frame = group[ring].advance();
                group[ring].remove(frame);
                root[ring].add(frame);
            }
        }
        for (const segment of segments.all)
            if (segment.group === group)
                segment.group = root;
        root.charged += group.charged;
        root.slots += group.slots;
        root.copies += group.copies;
        root.reading += group.reading;
    }
}
