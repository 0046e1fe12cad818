import { SavedFields } from "../../kernel/saved-fields.ts";
/** A job in one processor, a positive int32. Out of date once the job has finished; used again after 1,023 other jobs at the soonest. */
export type JobId = number;
/** The same for the processor, which takes them into constants of its own: V8 looks an imported or exported name up each time it is used. */
export declare const LAYOUT: {
    readonly DEMAND: 0;
    readonly WEIGHT: 1;
    readonly GROUP: 4;
    readonly DONE: 5;
    readonly ARG: 6;
};
/** The records of a processor's jobs. */
export declare class JobTable extends SavedFields {
    /** The records; replaced by `open` when the table grows. */
    floats: Float64Array<ArrayBuffer>;
    words: Int32Array<ArrayBuffer>;
    private firstFree;
    protected get unsaved(): readonly string[];
    restore(state: unknown): void;
    /** Slots there are, in use or not. */
    get size(): number;
    /** Slot of a free record; there must be one, see `isFull`. */
    get free(): number;
    /** Gives `free` to a job of `group`. */
    open(group: number): void;
    close(slot: number): void;
    get isFull(): boolean;
    idOf(slot: number): JobId;
    /** The slot of a job; -1 for an id out of date. */
    slotOf(job: JobId): number;
    /** Doubles the table. @throws RangeError beyond 2^21 jobs */
    grow(): void;
}
