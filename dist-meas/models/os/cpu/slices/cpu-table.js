import { NONE } from "./fair-queues.js";
/** What each CPU (hardware thread) runs and until when. The number of a CPU is also that of its run queue. */
export class CpuTable {
    count;
    /** Thread or vCPU on it, and the task which that serves; NONE when it has nobody. */
    threadOn;
    taskOn;
    /** The group that it runs; NONE when idle. */
    groupOn;
    /** Id of the last task on it. */
    lastTask;
    /** Threads and vCPUs that want it, the one on it included. */
    runnableOn;
    /** Up to when its time is booked. */
    chargedAt;
    /** What is left of the cost of the last switch [ns]. */
    overhead;
    /** Work done in a nanosecond [ns of one core]. */
    speed;
    /** The event at which its turn ends, 0 if none is pending, and when that is. */
    event;
    eventAt;
    /** Threads and vCPUs that want a CPU, and CPUs that have one, on the whole host. */
    runnable = 0;
    running = 0;
    constructor(count) {
        this.count = count;
        const noneYet = () => new Int32Array(count).fill(NONE);
        this.threadOn = noneYet();
        this.taskOn = noneYet();
        this.groupOn = noneYet();
        this.lastTask = noneYet();
        this.runnableOn = new Int32Array(count);
        this.chargedAt = new Float64Array(count);
        this.overhead = new Float64Array(count);
        this.speed = new Float64Array(count).fill(1);
        this.event = new Float64Array(count);
        this.eventAt = new Float64Array(count);
    }
    /** `more` threads and vCPUs, or fewer if it is negative, want the CPU. */
    want(cpu, more) {
        this.runnableOn[cpu] += more;
        this.runnable += more;
    }
    /** Threads and vCPUs that want the CPU and don't have it. */
    waitingOn(cpu) {
        return this.runnableOn[cpu] - (this.threadOn[cpu] === NONE ? 0 : 1);
    }
}
