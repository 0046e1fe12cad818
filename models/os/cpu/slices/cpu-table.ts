import { NONE } from "./fair-queues.ts";

/** What each CPU (hardware thread) runs and until when. The number of a CPU is also that of its run queue. */
export class CpuTable {
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
  runnable = 0;
  running = 0;
  /** Threads and vCPUs that would want one if their groups were not throttled. */
  throttled = 0;

  constructor(count: number) {
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
  want(cpu: number, more: number): void {
    this.runnableOn[cpu] += more;
    this.runnable += more;
  }

  /** Threads and vCPUs that want the CPU and don't have it. */
  waitingOn(cpu: number): number {
    return this.runnableOn[cpu] - (this.threadOn[cpu] === NONE ? 0 : 1);
  }
}
