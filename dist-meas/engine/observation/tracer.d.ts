import type { ProcessHandle } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Nanoseconds } from "../kernel/time.ts";
/** What becomes of a process. */
export type ProcessStep = "spawned" | "resumed" | "waits" | "ended" | "failed" | "killed";
/** Looks on from outside. A simulation without one pays a comparison per event. A tracer must not change what it sees. */
export interface Tracer {
    /** When it is attached. */
    attached?(simulation: Simulation): void;
    /** Before the handler of an event runs. `sequence` counts executed events from 1. */
    event?(time: Nanoseconds, handler: string, arg: number, sequence: number): void;
    process?(time: Nanoseconds, process: ProcessHandle, step: ProcessStep): void;
}
