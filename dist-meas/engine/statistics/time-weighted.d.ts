import { SavedFields } from "../kernel/saved-fields.ts";
/** A quantity that keeps its value until it is set again (a queue length, memory in use), averaged over time. Times in the caller's unit. */
export declare class TimeWeighted extends SavedFields {
    max: number;
    private value;
    private start;
    private since;
    private area;
    constructor(value?: number, start?: number);
    get current(): number;
    /** The quantity is `value` from `now` on. Times must not decrease. */
    set(value: number, now: number): void;
    /** ∫ value dt from the start to `now`. */
    integral(now: number): number;
    /** Time average from the start to `now`; at the start itself, the value. */
    mean(now: number): number;
    /** Forgets the past (end of the warm-up), keeps the value. */
    reset(now: number): void;
}
