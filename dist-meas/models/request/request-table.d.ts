/** What a request is doing, so that whoever stops it knows what to undo. */
export declare const FREE = 0;
export declare const ARRIVING = 1;
export declare const QUEUED = 2;
export declare const ON_CPU = 3;
export declare const IN_FAULT = 4;
export declare const IN_SHARED_FAULT = 5;
export declare const ON_DISK = 6;
export declare const LEAVING = 7;
export declare const DOOMED = 8;
/**
 * Requests in a system at most; one more is refused. A host that holds so many has collapsed, and its table of connections is full.
 * Source: Linux, Documentation/networking/nf_conntrack-sysctl.rst: 262144 connections are tracked by default on hosts with more than 4 GiB.
 */
export declare const MOST_REQUESTS = 262144;
export declare class RequestTable {
    #private;
    readonly cpuSteps: number;
    readonly limit: number;
    /** A request was refused because the table was full. */
    overflowed: boolean;
    arrival: Float64Array<ArrayBuffer>;
    /** Start of what it does now [ns]. */
    mark: Float64Array<ArrayBuffer>;
    /** CPU work to be added to the next burst [ns]. */
    extra: Float64Array<ArrayBuffer>;
    service: Int32Array<ArrayBuffer>;
    /** Slot of the instance that serves it, or -1. */
    instance: Int32Array<ArrayBuffer>;
    step: Int32Array<ArrayBuffer>;
    phase: Uint8Array<ArrayBuffer>;
    /** Task on the cores. */
    task: Int32Array<ArrayBuffer>;
    timer: Float64Array<ArrayBuffer>;
    touches: Int32Array<ArrayBuffer>;
    /** Next page of a data file that it reads or writes. */
    filePage: Int32Array<ArrayBuffer>;
    /** Page to be written when it is there, times 2, and 1 more if it is a guest's; or -1. */
    page: Int32Array<ArrayBuffer>;
    next: Int32Array<ArrayBuffer>;
    /** CPU demands [s on a core of the step's speed], `cpuSteps` a row. */
    demands: Float64Array<ArrayBuffer>;
    /** Time by component [ns], one row of COMPONENTS each. */
    parts: Float64Array<ArrayBuffer>;
    active: number;
    constructor(cpuSteps: number, limit?: number);
    /** One more request has to be refused. */
    get isFull(): boolean;
    get capacity(): number;
    allocate(service: number, now: number): number;
    release(row: number): void;
    /** Adds the time since the row's mark to a component, and marks again. */
    account(row: number, component: number, now: number): void;
    addPart(row: number, component: number, time: number): void;
}
