import { type Nanoseconds } from "../../../../engine/index.ts";
import type { TaskGroupId } from "../scheduler.ts";
import type { SlicesSpec } from "../spec.ts";
import { type EntityId, FairQueues, type QueueId } from "./fair-queues.ts";
/** The run queues of a host and its guests, and what is in them: groups on a CPU, threads, vCPUs, tasks of guests. */
export declare class RunQueues extends FairQueues {
    #private;
    /** The group that it is, or belongs to. */
    groupOf: Int32Array<ArrayBuffer>;
    /** CPU of a thread or vCPU, vCPU of a guest's task. */
    placeOf: Int32Array<ArrayBuffer>;
    /** Run queue of a vCPU; NONE for others. */
    guestOf: Int32Array<ArrayBuffer>;
    /** Of a task; NONE for others. */
    slotOf: Int32Array<ArrayBuffer>;
    /** CPU on which a thread or vCPU last ran, NONE if it never did, and until when. */
    ranOn: Int32Array<ArrayBuffer>;
    ranUntil: Float64Array<ArrayBuffer>;
    /** Since when a runnable vCPU has not run. */
    stolenSince: Float64Array<ArrayBuffer>;
    /** With the run queues of `cpus` CPUs, which are the first. */
    constructor(spec: SlicesSpec, cpus: number);
    /** A run queue in a system of this many CPUs. */
    addRunQueue(cpus: number): QueueId;
    add(group: TaskGroupId, slot?: number): EntityId;
    /** A vCPU with its own run queue. */
    addVcpu(group: TaskGroupId, guest: QueueId): EntityId;
    /** A thread or vCPU stops running on `cpu`. */
    stop(thread: EntityId, now: Nanoseconds): void;
}
