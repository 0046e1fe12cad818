import type { SliceGroup } from "./slice-group.ts";
import type { SliceState } from "./state.ts";
/**
 * What a group is on each CPU: an entity in the CPU's run queue, with a queue of the group's own threads below. The group's weight goes to
 * the CPUs in proportion to its runnable threads on them. Source: Linux, kernel/sched/fair.c (calc_group_shares).
 */
export declare class GroupShares {
    #private;
    constructor({ cpus, queues }: SliceState);
    /** Whether the group is in the CPU's run queue: it has threads there, and is not throttled. */
    isOn(group: SliceGroup, cpu: number): boolean;
    /** Sees that the group has an entity and a queue on a CPU. */
    join(group: SliceGroup, cpu: number): void;
    /** The group, with threads on a CPU, is in that CPU's run queue, with its share of the group's weight. */
    attach(group: SliceGroup, cpu: number): void;
    /** A thread of the group has come to `to`, where it may have none, from `from`. */
    follow(group: SliceGroup, from: number, to: number): void;
    /** The number of the group's runnable threads, or its weight, has changed. */
    shareOut(group: SliceGroup): void;
    /** Takes off the CPUs what the group, without threads, has had on them. */
    remove(group: SliceGroup): void;
    share(group: SliceGroup, cpu: number): void;
}
