import { grown } from "../../../../engine/index.js";
import { tunableScaling } from "../time-slice.js";
import { FairQueues, NONE } from "./fair-queues.js";
/** A sleeper is at most this many slices behind: half of sched_latency, which is 8 slices. Source: Linux before 6.6, kernel/sched/fair.c. */
const CREDIT = 4;
/** The run queues of a host and its guests, and what is in them: groups on a CPU, threads, vCPUs, tasks of guests. */
export class RunQueues extends FairQueues {
    /** The group that it is, or belongs to. */
    groupOf = new Int32Array(0);
    /** CPU of a thread or vCPU, vCPU of a guest's task. */
    placeOf = new Int32Array(0);
    /** Run queue of a vCPU; NONE for others. */
    guestOf = new Int32Array(0);
    /** Of a task; NONE for others. */
    slotOf = new Int32Array(0);
    /** CPU on which a thread or vCPU last ran, NONE if it never did, and until when. */
    ranOn = new Int32Array(0);
    ranUntil = new Float64Array(0);
    /** Since when a runnable vCPU has not run. */
    stolenSince = new Float64Array(0);
    #spec;
    /** With the run queues of `cpus` CPUs, which are the first. */
    constructor(spec, cpus) {
        super();
        this.#spec = spec;
        for (let cpu = 0; cpu < cpus; cpu++)
            this.addRunQueue(cpus);
    }
    /** A run queue in a system of this many CPUs. */
    addRunQueue(cpus) {
        const scale = tunableScaling(cpus) * 1e9;
        const slice = this.#spec.baseSlice * scale;
        return this.addQueue(slice, this.#spec.wakeupGranularity * scale, CREDIT * slice);
    }
    add(group, slot = NONE) {
        const entity = this.addEntity();
        if (this.groupOf.length < this.capacity)
            this.#grow();
        this.weight[entity] = 1;
        this.groupOf[entity] = group;
        this.guestOf[entity] = NONE;
        this.slotOf[entity] = slot;
        this.ranOn[entity] = NONE;
        return entity;
    }
    /** A vCPU with its own run queue. */
    addVcpu(group, guest) {
        const vcpu = this.add(group);
        this.guestOf[vcpu] = guest;
        return vcpu;
    }
    /** A thread or vCPU stops running on `cpu`. */
    stop(thread, now) {
        this.ranUntil[thread] = now;
        this.stolenSince[thread] = now;
    }
    #grow() {
        const { capacity } = this;
        this.groupOf = grown(this.groupOf, capacity);
        this.placeOf = grown(this.placeOf, capacity);
        this.guestOf = grown(this.guestOf, capacity);
        this.slotOf = grown(this.slotOf, capacity);
        this.ranOn = grown(this.ranOn, capacity);
        this.ranUntil = grown(this.ranUntil, capacity);
        this.stolenSince = grown(this.stolenSince, capacity);
    }
}
