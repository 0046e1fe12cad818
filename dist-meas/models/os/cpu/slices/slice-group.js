import { QuotaPool } from "./quota-pools.js";
import { NONE } from "./fair-queues.js";
/** A task group of the scheduler by slices. What it has on each CPU is an entity in that CPU's queue, with a queue of its own below. */
export class SliceGroup {
    id;
    name;
    weight;
    /** By CPU; NONE where it has never been. */
    entities;
    queues;
    /** 1 for CPUs that it may use; undefined: all. */
    allowed;
    /** Virtual CPUs; none if its tasks run on the host's own. */
    vcpus = [];
    /** Tasks, and threads or vCPUs that want a CPU. */
    tasks = 0;
    runnable = 0;
    lastCpu = 0;
    // cpu.max
    pool = new QuotaPool();
    isThrottled = false;
    throttledSince = 0;
    throttledBefore = 0;
    constructor(id, name, weight, cpus, allowed) {
        this.id = id;
        this.name = name;
        this.weight = weight;
        this.entities = new Int32Array(cpus).fill(NONE);
        this.queues = new Int32Array(cpus).fill(NONE);
        if (allowed !== undefined) {
            this.allowed = new Uint8Array(cpus);
            for (const cpu of allowed)
                this.allowed[cpu] = 1;
            this.lastCpu = allowed[0];
        }
        else
            this.allowed = undefined;
    }
    mayUse(cpu) {
        return this.allowed === undefined || this.allowed[cpu] === 1;
    }
    queueOn(cpu) {
        return this.queues[cpu];
    }
    /** Time throttled with work up to `now` [ns]. */
    throttledTime(now) {
        return this.throttledBefore + (this.isThrottled && this.tasks > 0 ? now - this.throttledSince : 0);
    }
}
