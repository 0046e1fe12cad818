/**
 * Memory that is accounted and limited together: a control group (cgroup). Group 0 is everything that has no limit of its own.
 * Its pages are in two rings, anonymous and file pages, between which reclaim keeps a balance (see reclaim.ts).
 */
import type { ClockRing } from "./clock-ring.ts";
export type GroupId = number;
export declare const ROOT: GroupId;
export declare class MemoryGroup {
    readonly id: GroupId;
    /** Frames and swap slots that it may hold. */
    readonly limit: number;
    readonly swapLimit: number;
    anonymous: ClockRing;
    file: ClockRing;
    /** Frames held: resident pages and reads under way. */
    charged: number;
    /** Swap slots held. */
    slots: number;
    /** Frames whose page has a current copy on swap. */
    copies: number;
    /** Pages of it being read and being written. */
    reading: number;
    writing: number;
    /** What reclaim from either ring has cost lately, see reclaim.ts. Negative zeros: fractions from the start, so that no optimized code is thrown away. */
    anonymousCost: number;
    fileCost: number;
    /** Share of a frame's look that the anonymous ring is owed. */
    owed: number;
    /** Turn in reclaim from all groups. */
    credit: number;
    constructor(id: GroupId, limit: number, swapLimit: number, anonymous: ClockRing, file: ClockRing);
    get isFull(): boolean;
}
