/** All memory groups of a machine: group 0 from the beginning, and one for each limit that can be reached. */
import { ClockRing } from "./clock-ring.ts";
import type { FrameTable } from "./frames.ts";
import { type GroupId, MemoryGroup, ROOT } from "./memory-group.ts";
import type { SegmentTable } from "./segment.ts";

export class MemoryGroups {
  /** Everything that has no limit of its own. */
  readonly root: MemoryGroup;
  readonly #byId = new Map<GroupId, MemoryGroup>();
  #frames: FrameTable;
  #next = ROOT;

  constructor(frames: FrameTable) {
    this.#frames = frames;
    this.root = this.add(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** Groups [1], group 0 included: 1 as long as there are no limits. */
  get count(): number {
    return this.#byId.size;
  }

  get(id: GroupId): MemoryGroup | undefined {
    return this.#byId.get(id);
  }

  /** In the order in which they were added. */
  all(): IterableIterator<MemoryGroup> {
    return this.#byId.values();
  }

  /** Frames and swap slots that the new group may hold [1]. */
  add(limit: number, swapLimit: number): MemoryGroup {
    const group = new MemoryGroup(this.#next++, limit, swapLimit, new ClockRing(this.#frames), new ClockRing(this.#frames));
    this.#byId.set(group.id, group);
    return group;
  }

  /** The groups' rings are of these frames from now on; none may be in a ring yet. */
  useFrames(frames: FrameTable): void {
    this.#frames = frames;
    for (const group of this.all()) {
      group.anonymous = new ClockRing(frames);
      group.file = new ClockRing(frames);
    }
  }

  /** The group is gone: what is left of it, pages of files that others use too, counts for everybody. */
  remove(group: MemoryGroup, segments: SegmentTable): void {
    this.#byId.delete(group.id);
    const { root } = this;
    for (const ring of ["anonymous", "file"] as const) {
      while (group[ring].length > 0) {
        const frame = group[ring].advance();
        group[ring].remove(frame);
        root[ring].add(frame);
      }
    }
    for (const segment of segments.all) if (segment.group === group) segment.group = root;
    root.charged += group.charged;
    root.slots += group.slots;
    root.copies += group.copies;
    root.reading += group.reading;
  }
}
