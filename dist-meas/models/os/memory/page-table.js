/** Which page is in which frame: the page tables of all segments together, the clock rings that hold the frames, and who is charged for them. */
import { grown } from "../../../engine/index.js";
import { MEMORY_KINDS } from "../../vocabulary.js";
import { FrameTable, PINNED } from "./frames.js";
import { MemoryGroups } from "./memory-groups.js";
import { ABSENT, SegmentTable } from "./segment.js";
export class PageTable {
    frames = new FrameTable(0);
    /** Place of each page: its frame, or why it is in none (see segment.ts). */
    place = new Int32Array(0);
    /** Segment of each page. */
    owner = new Int32Array(0);
    segments = new SegmentTable();
    /** Frames by kind of content. */
    residentByKind = new Float64Array(MEMORY_KINDS.length);
    /** Frames with pages of files. */
    filePages = 0;
    groups = new MemoryGroups(this.frames);
    /** Sets up tables for `total` frames; from then on every page has its place. */
    setUp(total) {
        this.frames = new FrameTable(total);
        this.place = new Int32Array(2 * this.segments.pageCount).fill(ABSENT);
        this.owner = new Int32Array(2 * this.segments.pageCount);
        this.groups.useFrames(this.frames);
        this.segments.all.forEach(({ base, pages }, id) => this.owner.fill(id, base, base + pages));
        this.residentByKind.fill(0);
    }
    /** Prepares the page range of a segment that was just created. */
    prepare(id) {
        const { base, pages } = this.segments.all[id];
        if (base + pages > this.place.length) {
            const size = Math.max(base + pages, 2 * this.place.length);
            this.place = grown(this.place, size);
            this.owner = grown(this.owner, size);
        }
        this.place.fill(ABSENT, base, base + pages);
        this.owner.fill(id, base, base + pages);
    }
    segmentOf(frame) {
        return this.segments.all[this.frames.segment[frame]];
    }
    /** A frame for a page that is charged to `group`, or -1 if none is free or the group is at its limit. */
    takeFrame(group) {
        if (group.isFull)
            return -1;
        const frame = this.frames.take();
        if (frame >= 0)
            group.charged++;
        return frame;
    }
    /** Puts `page` of segment `id` into `frame`, which has been charged already. */
    enter(id, page, frame, state) {
        const segment = this.segments.all[id];
        this.frames.page[frame] = page;
        this.frames.segment[frame] = id;
        this.frames.state[frame] = state;
        this.place[page] = frame;
        segment.resident++;
        this.residentByKind[segment.kind]++;
        if (!segment.anonymous)
            this.filePages++;
        if ((state & PINNED) === 0)
            this.#ringOf(segment).add(frame);
    }
    /** Puts `count` pages of segment `id` from `page` on into as many frames in a row; they have been charged already. */
    enterRun(id, page, count, state) {
        const segment = this.segments.all[id];
        const { frames, place } = this;
        const first = frames.takeRun(count);
        frames.segment.fill(id, first, first + count);
        frames.state.fill(state, first, first + count);
        for (let k = 0; k < count; k++) {
            frames.page[first + k] = page + k;
            place[page + k] = first + k;
        }
        segment.resident += count;
        this.residentByKind[segment.kind] += count;
        if (!segment.anonymous)
            this.filePages += count;
        if ((state & PINNED) === 0)
            this.#ringOf(segment).addRun(first, count);
    }
    /** Takes the page in `frame` out; the frame is neither free nor charged any more, and the caller says where the page is now. */
    leave(segment, frame) {
        if ((this.frames.state[frame] & PINNED) === 0)
            this.#ringOf(segment).remove(frame);
        segment.resident--;
        segment.group.charged--;
        if (!segment.anonymous)
            this.filePages--;
        this.residentByKind[segment.kind]--;
    }
    #ringOf(segment) {
        return segment.anonymous ? segment.group.anonymous : segment.group.file;
    }
}
