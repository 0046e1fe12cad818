import { SavedFields } from "../kernel/saved-fields.ts";
/** Observations in the order they were made, kept without boxing; for warm-up detection and batch means. */
export declare class Series extends SavedFields {
    private buffer;
    private size;
    get length(): number;
    add(x: number): void;
    /** All observations so far: a view, valid until the next `add`. */
    values(): Float64Array;
    reset(): void;
}
