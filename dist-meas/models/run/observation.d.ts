/** What is measured of hosts: counters of their stations at the borders of the slices, memory at regular instants. */
import type { Simulation } from "../../engine/index.ts";
import type { ObservedHost } from "./observed-host.ts";
import type { HostRecord } from "./run-record.ts";
export declare class Observation {
    #private;
    /** Begins now and lasts `duration` [ns]. */
    constructor(simulation: Simulation, hosts: readonly ObservedHost[], duration: number);
    /** What was seen of each host in the first `slices` slices, and what it counted since the beginning of the run. */
    toRecords(slices: number): HostRecord[];
}
