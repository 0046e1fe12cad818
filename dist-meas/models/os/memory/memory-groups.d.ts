import type { FrameTable } from "./frames.ts";
import { type GroupId, MemoryGroup } from "./memory-group.ts";
import type { SegmentTable } from "./segment.ts";
export declare class MemoryGroups {
    #private;
    /** Everything that has no limit of its own. */
    readonly root: MemoryGroup;
    constructor(frames: FrameTable);
    /** Groups [1], group 0 included: 1 as long as there are no limits. */
    get count(): number;
    get(id: GroupId): MemoryGroup | undefined;
    /** In the order in which they were added. */
    all(): IterableIterator<MemoryGroup>;
    /** Frames and swap slots that the new group may hold [1]. */
    add(limit: number, swapLimit: number): MemoryGroup;
    /** The groups' rings are of these frames from now on; none may be in a ring yet. */
    useFrames(frames: FrameTable): void;
    /** The group is gone: what is left of it, pages of files that others use too, counts for everybody. */
    remove(group: MemoryGroup, segments: SegmentTable): void;
}
