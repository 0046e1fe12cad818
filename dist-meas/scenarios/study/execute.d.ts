import type { RunRecord, RunSpec } from "../../models/run/run-record.ts";
export type Execute = (run: RunSpec) => Promise<RunRecord>;
export interface Pool {
    readonly execute: Execute;
    /** Ends the workers, also in the middle of a run; runs that have not ended are rejected. */
    close(): Promise<void>;
}
/** `workers` threads [1]. */
export declare function createPool({ workers }: {
    readonly workers: number;
}): Pool;
/** Runs in this thread, one after the other, giving others a turn in between. */
export declare const executeHere: Execute;
