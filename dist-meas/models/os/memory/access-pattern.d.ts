/**
 * The pages that an instance's requests refer to, one after the other: its application's in the scenario's access pattern, those of guest, runtime and
 * monitor uniformly, all at the same density. Nothing is allocated for a reference.
 *
 * In a virtual machine that pages by itself a reference goes through two levels: the guest has to have the page in a frame, and the host the memory
 * that this frame is made of.
 */
import { type RandomStream } from "../../../engine/index.ts";
import type { Memory } from "./memory.ts";
import { type HotArea, type MissingPage } from "./references.ts";
import type { SegmentId } from "./segment.ts";
/** Which pages of its working set an application refers to. */
export type AccessSpec = {
    readonly kind: "uniform";
}
/** The k-th most popular page with probability proportional to k^-exponent; neighbours in popularity are not neighbours in memory. */
 | {
    readonly kind: "zipf";
    readonly exponent: number;
}
/** One page after the other, and around again. */
 | {
    readonly kind: "scan";
}
/** Uniform; every `every` s the working set moves on by `share` of itself through code and heap. */
 | {
    readonly kind: "phases";
    readonly every: number;
    readonly share: number;
};
/** Of an application that says nothing of its pattern. */
export declare const UNIFORM_ACCESS: AccessSpec;
export interface AccessPatternOptions {
    readonly areas: readonly HotArea[];
    readonly access: AccessSpec;
    /** Pages of the working set [1]; less than the areas have only in phases. */
    readonly workingSet: number;
    /** Probability that a reference to a writable page writes [1]. */
    readonly writeShare: number;
    readonly stream: RandomStream;
    /** Memory of the host; of the guest, if that pages by itself; and the first page in the host of what is the guest's memory. */
    readonly host: Memory;
    readonly guest?: {
        readonly memory: Memory;
        readonly ram: SegmentId;
    } | undefined;
}
export declare class AccessPattern {
    #private;
    constructor(options: AccessPatternOptions);
    /** References for `pages` of the application's working set: the others come at the same density. */
    scaled(pages: number): number;
    /** Refers to `count` pages. Returns the page at which that ended because it is missing. */
    refer(count: number, now: number): MissingPage | undefined;
    /** Pages of all areas: in phases more than are drawn from at one time. */
    get pages(): number;
    /**
     * Refers to the last `count` of all pages, one after the other, each once: what has been in use for long is in the order of its last use. In phases
     * the pages of the present one come last.
     */
    sweep(count: number, now: number): MissingPage | undefined;
}
