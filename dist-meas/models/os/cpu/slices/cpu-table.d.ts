/** What each CPU (hardware thread) runs and until when. The number of a CPU is also that of its run queue. */
export declare class CpuTable {
    readonly count: number;
    /** Thread or vCPU on it, and the task which that serves; NONE when it has nobody. */
    readonly threadOn: Int32Array;
    readonly taskOn: Int32Array;
    /** The group that it runs; NONE when idle. */
    readonly groupOn: Int32Array;
    /** Id of the last task on it. */
    readonly lastTask: Int32Array;
    /** Threads and vCPUs that want it, the one on it included. */
    readonly runnableOn: Int32Array;
    /** Up to when its time is booked. */
    readonly chargedAt: Float64Array;
    /** What is left of the cost of the last switch [ns]. */
    readonly overhead: Float64Array;
    /** Work done in a nanosecond [ns of one core]. */
    readonly speed: Float64Array;
    /** The event at which its turn ends, 0 if none is pending, and when that is. */
    readonly event: Float64Array;
    readonly eventAt: Float64Array;
    /** Threads and vCPUs that want a CPU, and CPUs that have one, on the whole host. */
    runnable: number;
    running: number;
    constructor(count: number);
    /** `more` threads and vCPUs, or fewer if it is negative, want the CPU. */
    want(cpu: number, more: number): void;
    /** Threads and vCPUs that want the CPU and don't have it. */
    waitingOn(cpu: number): number;
}
