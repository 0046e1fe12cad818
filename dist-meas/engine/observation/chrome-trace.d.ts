import type { ProcessHandle } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Nanoseconds } from "../kernel/time.ts";
import type { ProcessStep, Tracer } from "./tracer.ts";
/**
 * Collects a trace for ui.perfetto.dev or chrome://tracing (Trace Event Format): for every station the number of customers in it as a
 * counter, for every process its waits as slices. Times in microseconds, as the format wants them.
 */
export declare class ChromeTrace implements Tracer {
    private readonly records;
    private readonly tracks;
    private readonly lastCount;
    private simulation;
    private now;
    attached(simulation: Simulation): void;
    event(time: Nanoseconds): void;
    process(time: Nanoseconds, process: ProcessHandle, step: ProcessStep): void;
    /** The trace so far, as a JSON document; waits that go on end now. */
    toString(): string;
    private countStations;
    private add;
}
