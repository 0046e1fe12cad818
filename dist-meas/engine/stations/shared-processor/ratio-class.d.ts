import { SavedFields } from "../../kernel/saved-fields.ts";
import { ExactSum } from "../exact-sum.ts";
import { type HeapIndex, IndexedHeap } from "../indexed-heap.ts";
/** The members of one ratio cap / weight. */
export declare class RatioClass extends SavedFields {
    readonly members: IndexedHeap;
    /** Sums over the members. */
    readonly weight: ExactSum;
    readonly cap: ExactSum;
    ratio: number;
    capped: boolean;
    /** Reading of the class's clock when the clock that drives it (time if capped, else the shared clock) stood at `origin`. */
    reading: number;
    origin: number;
    /** Pace of the class's clock on that clock: the ratio if capped, else 1. */
    pace: number;
    constructor(index: HeapIndex);
}
