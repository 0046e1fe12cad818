/**
 * Carries out requests, step by step, on the systems of the instances that serve them, and accounts for where each one's time went.
 * The hot path of a simulation: rows in typed arrays, handlers, no allocation.
 *
 *     arrive --> ARRIVING --> offered to its service --> QUEUED --> begin
 *                port in      (or refused)                            |
 *                              .--> ON_CPU ----------------> core ----.
 *                              |--> IN_FAULT, IN_SHARED_FAULT --> page|
 *        next step of program--+--> ON_DISK ---------------> disk ----+--> next step
 *                              \--> reply: the thread is free --> LEAVING (port out) --> complete
 *
 *     fail: gives back what it can at once; what a station still holds is DOOMED until the station is done with it
 */
import { type Simulation } from "../../engine/index.ts";
import type { Instance } from "../instance/instance.ts";
import type { Instances } from "../instance/instances.ts";
import type { Destination, RequestCounts } from "./destination.ts";
import { type RequestTable } from "./request-table.ts";
export interface ExecutionHooks {
    /** An invocation ran into the platform's time limit: its instance has to go. */
    onTimeout(instance: Instance): void;
}
export declare class Execution {
    #private;
    constructor(simulation: Simulation, requests: RequestTable, destinations: readonly Destination[], instances: Instances, counts: RequestCounts, hooks: ExecutionHooks);
    /** A message for `destination` begins to arrive; its work is drawn now, so that it does not depend on what serves it. */
    arrive({ context }: Destination, traceRow: number): void;
    /** Puts a request that waits into the service of an instance with a free thread. */
    begin(row: number, instance: Instance): void;
    /** The request failed. What it still holds at a station is given back when the station is done with it. */
    fail(row: number, failure: number): void;
    /** Fails every request that the instance serves. To be followed by the end of the instance. */
    failAllOf(instance: Instance, failure: number): void;
    refuse(row: number): void;
}
