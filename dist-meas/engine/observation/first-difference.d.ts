import type { EventInfo } from "../kernel/run-loop.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { StationCounters } from "../kernel/station.ts";
import type { Nanoseconds } from "../kernel/time.ts";
/** One of two runs at the event where they part. */
export interface Side {
    /** The event that this run executed; undefined if it had none left. */
    readonly event: EventInfo | undefined;
    /** What the stations had counted after it, by name. */
    readonly stations: Readonly<Record<string, StationCounters>>;
    /** The simulation right after the event, to look at further. */
    readonly simulation: Simulation;
}
export interface Difference {
    /** Number of the first event that differs, counted from the start of the comparison, from 1. */
    readonly sequence: number;
    readonly left: Side;
    readonly right: Side;
}
/**
 * Runs two simulations side by side until they execute different events: other time, handler or argument, or one has none left.
 * Undefined if they do not part up to `until` [ns]. Compare their fingerprints first: that is faster.
 */
export declare function firstDifference(left: Simulation, right: Simulation, until: Nanoseconds): Difference | undefined;
