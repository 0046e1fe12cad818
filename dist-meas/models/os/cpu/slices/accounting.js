import { NONE } from "./fair-queues.js";
export class Accounting {
    /** As in `SchedulerUsage`. */
    switches = 0;
    migrations = 0;
    vcpuRunning = 0;
    vcpuSteal = 0;
    #simulation;
    #cpus;
    #queues;
    #tasks;
    #groups;
    constructor({ simulation, cpus, queues, tasks, groups }) {
        this.#simulation = simulation;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#tasks = tasks;
        this.#groups = groups;
    }
    /** Books the time since the last look on everything that runs on a CPU. */
    charge(cpu) {
        const cpus = this.#cpus;
        const { now } = this.#simulation;
        const time = now - cpus.chargedAt[cpu];
        const thread = cpus.threadOn[cpu];
        if (time === 0 || thread === NONE)
            return;
        cpus.chargedAt[cpu] = now;
        const overhead = Math.min(time, cpus.overhead[cpu]);
        const served = time - overhead;
        cpus.overhead[cpu] -= overhead;
        const queues = this.#queues;
        queues.charge(cpu, served);
        queues.charge(this.#groups.get(cpus.groupOn[cpu]).queueOn(cpu), served);
        const guest = queues.guestOf[thread];
        if (guest !== NONE) {
            queues.charge(guest, served);
            this.vcpuRunning += time;
        }
        const slot = queues.slotOf[cpus.taskOn[cpu]];
        const speed = cpus.speed[cpu];
        this.#tasks.left[slot] -= served * speed;
        this.#tasks.used[slot] += time * speed;
    }
    /** A vCPU that was runnable without running runs now, or its task leaves: the time since is steal of that task. */
    settleSteal(vcpu, group) {
        if (group.isThrottled)
            return;
        this.bookSteal(vcpu);
        this.#queues.stolenSince[vcpu] = this.#simulation.now;
    }
    /** Up to now a vCPU has been runnable without running. */
    bookSteal(vcpu) {
        const queues = this.#queues;
        const time = this.#simulation.now - queues.stolenSince[vcpu];
        this.#tasks.steal[queues.slotOf[queues.current[queues.guestOf[vcpu]]]] += time;
        this.vcpuSteal += time;
    }
    /** Core time of all tasks up to now, switches included [ns of one core]. */
    workDone() {
        const { count, taskOn, chargedAt, speed } = this.#cpus;
        const { now } = this.#simulation;
        let workDone = this.#tasks.totalUsed();
        for (let cpu = 0; cpu < count; cpu++)
            if (taskOn[cpu] !== NONE)
                workDone += (now - chargedAt[cpu]) * speed[cpu];
        return workDone;
    }
}
