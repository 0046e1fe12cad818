import type { Nanoseconds } from "../../../../engine/index.ts";
import type { TaskGroupId } from "../scheduler.ts";
import { SliceGroup } from "./slice-group.ts";
/** The groups of a scheduler; ids are used again. */
export declare class GroupTable {
    #private;
    constructor(scheduler: string);
    /** The id that the next group will have. */
    get next(): TaskGroupId;
    /** A group without quota and vCPUs on a host with this many CPUs. */
    add(name: string, weight: number, cpus: number, allowed: readonly number[] | undefined): SliceGroup;
    remove(group: SliceGroup, now: Nanoseconds): void;
    get(id: TaskGroupId): SliceGroup;
    /** All there are, by id. */
    list(): SliceGroup[];
    /** Time throttled with work, summed over all groups there have been [ns]. */
    throttledTime(now: Nanoseconds): Nanoseconds;
}
