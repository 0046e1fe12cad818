/**
 * What is measured of the requests of one run, by application, along the slices of its time. The audit's own books (requests in the system) run
 * over the whole time and over all applications.
 */
import type { Simulation } from "../../engine/index.ts";
import { AppMeasurement } from "./app-measurement.ts";
import type { RequestCounts, ServiceContext } from "../request/destination.ts";
import type { RequestTable } from "../request/request-table.ts";
export declare class Measurement implements RequestCounts {
    #private;
    /** In the order of the deployment's parts; an application is named by its index. */
    readonly apps: readonly AppMeasurement[];
    /** Instant from which requests come [ns]. */
    origin: number;
    /** Books for the audit: the same quantity along the time axis and request by request. */
    arrivals: number;
    completions: number;
    failures: number;
    inSystem: number;
    numberIntegral: number;
    residence: number;
    /** @param apps number of applications */
    constructor(simulation: Simulation, apps: number);
    /** Requests come from now on, for `duration` [ns]. */
    open(duration: number): void;
    arrive(app: number): void;
    /** `requests.parts` of `row` sum to its response time, or its bookkeeping is broken. */
    complete(requests: RequestTable, row: number, context: ServiceContext): void;
    /** A request that has been in the system for `stay` [ns] leaves it unanswered. */
    fail(app: number, failure: number, stay: number): void;
    /** An instance that began to start at `startedAt` is ready at `readyAt` [ns]; it counts in the slice in which it began. */
    started(app: number, startedAt: number, readyAt: number): void;
    /** Brings the books up to now. */
    settle(): void;
}
