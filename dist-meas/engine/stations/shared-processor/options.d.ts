/** What a shared processor and its groups are told when they are made. */
/** A group of one processor, a small integer; used again after `removeGroup`. */
export type GroupId = number;
export interface SharedProcessorOptions {
    readonly name: string;
    /** Cores, or cores as a function of `runnable` (SMT, context switches): pure, positive for 1 or more. */
    readonly capacity: number | ((runnable: number) => number);
}
export interface GroupOptions {
    /** Share against other groups, > 0. */
    readonly weight: number;
    /** Cores at most, > 0; Infinity for no cap. */
    readonly cap: number;
    /** Places in which the group's jobs run, e.g. virtual CPUs, >= 1: no more of its jobs than that count as runnable. Infinity by default. */
    readonly places?: number;
    /**
     * Share of the time in its places that is service while its jobs outnumber them and take turns, > 0, 1 by default: the group then has
     * `places * turnEfficiency` cores at most, and capacity counts for as much less as the mean over the runnable says.
     */
    readonly turnEfficiency?: number;
    readonly name?: string;
}
/** @throws RangeError unless weight, cap, places and efficiency are in their bounds */
export declare function checkGroup(processor: string, name: string, { weight, cap, places, turnEfficiency }: Omit<GroupOptions, "name">): void;
