/**
 * The measured part of a run: its slices from the end of the warm-up on, summed up over what is asked for: all of the run, one application,
 * one host. Times in seconds.
 */
import { Histogram } from "../../engine/index.ts";
import { type StationRole } from "../vocabulary.ts";
import { LatencyProfile } from "./latency-profile.ts";
import type { RunRecord } from "./run-record.ts";
import { StartDurations } from "./start-durations.ts";
/** What all views of one window have in common. */
interface Measured {
    readonly run: RunRecord;
    /** The slice that it begins with. */
    readonly first: number;
    /** The warm-up rule found a steady state, and no host collapsed; a fixed warm-up is believed. */
    readonly steady: boolean;
    /** Length of the run and of what was cut off [s]. */
    readonly duration: number;
    readonly warmup: number;
}
/** Requests of one application, or of all. */
export interface RequestWindow extends Measured {
    /** Late and unanswered requests, of one of the applications, ended the run. */
    readonly collapsed: boolean;
    readonly arrivals: number;
    readonly completed: number;
    /** By reason, in the order of FAILURES. */
    readonly failures: readonly number[];
    /** Response times [ns], unfinished requests included. */
    readonly latency: Histogram;
    /** [s]; NaN without requests. */
    readonly latencyMean: number;
    readonly profile: LatencyProfile;
    /** Starts that began in the window, and durations of those of the whole run. */
    readonly starts: number;
    readonly startDurations: StartDurations;
}
/** One host, or all of them together. */
export interface HostWindow extends Measured {
    /** Shares of capacity in use [1], of all stations with a role together; 0 where there is none. */
    readonly utilization: Readonly<Record<StationRole | "memory", number>>;
    /** Time averages [B]. */
    readonly memory: {
        readonly resident: readonly number[];
        readonly swapped: number;
        readonly free: number;
    };
    readonly instances: number;
    /** [1/s] */
    readonly minorFaults: number;
    readonly majorFaults: number;
    /** Over the whole run: instances killed because memory and swap were full, idle ones evicted by a platform. */
    readonly outOfMemoryKills: number;
    readonly evictions: number;
}
export interface RunWindow extends RequestWindow, HostWindow {
}
/** The window from slice `first` on; `first` below the number of slices. */
export declare function windowFrom(run: RunRecord, first: number, steady?: boolean): RunWindow;
/** One application in a window, by its index in the run. */
export declare function windowOfApp({ run, first, steady, duration, warmup }: RunWindow, app: number): RequestWindow;
/** One host in a window, by its index in the run. */
export declare function windowOfHost({ run, first, steady, duration, warmup }: RunWindow, host: number): HostWindow;
/** Share of the capacity of one station of one host that was in use [1]; both by index. */
export declare const stationUtilization: ({ run, first }: HostWindow, host: number, station: number) => number;
export {};
