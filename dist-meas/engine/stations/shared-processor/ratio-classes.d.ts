/**
 * The classes of ratio of `FairSharing`: which of them are capped, their clocks and next alarms, and the water level that follows. Its
 * header says what a class is for. A class below the one it extends rather than beside it: it is one object to V8, without a hop.
 */
import { SavedFields } from "../../kernel/saved-fields.ts";
import { ExactSum } from "../exact-sum.ts";
import { HeapIndex, IndexedHeap } from "../indexed-heap.ts";
import { NumberTable } from "./number-table.ts";
import { RatioClass } from "./ratio-class.ts";
export declare abstract class RatioClasses extends SavedFields {
    /** The instant up to which service has been handed out. */
    time: number;
    /** Takes effect at the next `settle`; must be positive while there are members. */
    capacity: number;
    protected readonly memberIndex: HeapIndex;
    protected level: number;
    /** Service per weight that a member never capped has had. */
    protected sharedClock: number;
    protected readonly cappedRate: ExactSum;
    protected readonly uncappedWeight: ExactSum;
    protected readonly classes: RatioClass[];
    private freeClasses;
    protected readonly classOfRatio: NumberTable;
    protected readonly ratioIndex: HeapIndex;
    protected readonly cappedByRatio: IndexedHeap;
    protected readonly uncappedByRatio: IndexedHeap;
    protected readonly alarmIndex: HeapIndex;
    protected readonly cappedByAlarm: IndexedHeap;
    protected readonly uncappedByAlarm: IndexedHeap;
    protected get unsaved(): readonly string[];
    save(): unknown;
    restore(state: unknown): void;
    /** The clock that drives the class's clock. */
    protected driver(ratioClass: RatioClass): number;
    /** The water level if exactly those classes are capped that are now. */
    protected findLevel(): void;
    /** The class's next alarm, on the clock that drives it. */
    protected updateAlarm(id: number): void;
    protected putOnCap(id: number): void;
    protected takeOffCap(id: number): void;
    protected addCapped(id: number): void;
    protected addUncapped(id: number): void;
    private removeCapped;
    private removeUncapped;
    /** Makes a class of the ratio that was just looked for in vain. */
    protected openClass(): number;
    protected closeClass(id: number): void;
}
