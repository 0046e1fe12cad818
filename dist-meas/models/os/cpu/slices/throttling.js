import { NONE } from "./fair-queues.js";
import { GRAIN } from "./slice-tasks.js";
export class Throttling {
    #simulation;
    #cores;
    #cpus;
    #queues;
    #tasks;
    #accounting;
    #turnEnds;
    #shares;
    #balancing;
    #turns;
    constructor({ simulation, cores, cpus, queues, tasks }, parts, turns) {
        this.#simulation = simulation;
        this.#cores = cores;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#tasks = tasks;
        this.#accounting = parts.accounting;
        this.#turnEnds = parts.turnEnds;
        this.#shares = parts.shares;
        this.#balancing = parts.balancing;
        this.#turns = turns;
    }
    /** A task of the group finishes at this very instant. */
    isFinishing(group) {
        const { count, groupOn, event, eventAt, taskOn } = this.#cpus;
        const { now } = this.#simulation;
        for (let cpu = 0; cpu < count; cpu++) {
            if (groupOn[cpu] !== group.id || eventAt[cpu] !== now || event[cpu] === 0)
                continue;
            this.#accounting.charge(cpu);
            if (this.#tasks.left[this.#queues.slotOf[taskOn[cpu]]] <= GRAIN)
                return true;
        }
        return false;
    }
    /** Takes the group off all run queues. */
    throttle(group) {
        const queues = this.#queues;
        const { count, threadOn } = this.#cpus;
        group.isThrottled = true;
        group.throttledSince = this.#simulation.now;
        for (let cpu = 0; cpu < count; cpu++) {
            if (!this.#shares.isOn(group, cpu))
                continue;
            this.#accounting.charge(cpu);
            this.#cpus.want(cpu, -queues.size(group.queueOn(cpu)));
            if (queues.current[cpu] === group.entities[cpu]) {
                queues.putBack(group.queueOn(cpu));
                this.#turns.vacate(cpu);
            }
            queues.leave(group.entities[cpu]);
        }
        for (const vcpu of group.vcpus)
            if (queues.queueOf[vcpu] !== NONE)
                this.#accounting.bookSteal(vcpu);
        for (let cpu = 0; cpu < count; cpu++) {
            if (threadOn[cpu] === NONE && this.#cores.isBusy[cpu] === 1)
                this.#turns.dispatch(cpu);
            else if (group.entities[cpu] !== NONE)
                this.#turnEnds.plan(cpu);
        }
    }
    /** Puts the group back on them. */
    release(group) {
        const { now } = this.#simulation;
        const queues = this.#queues;
        const cpus = this.#cpus;
        const { count, threadOn } = cpus;
        group.isThrottled = false;
        if (group.tasks > 0)
            group.throttledBefore += now - group.throttledSince;
        for (const vcpu of group.vcpus)
            queues.stolenSince[vcpu] = now;
        for (let cpu = 0; cpu < count; cpu++) {
            if (group.entities[cpu] === NONE || queues.size(group.queueOn(cpu)) === 0)
                continue;
            this.#accounting.charge(cpu);
            this.#shares.attach(group, cpu);
            cpus.want(cpu, queues.size(group.queueOn(cpu)));
            if (threadOn[cpu] !== NONE)
                this.#turnEnds.plan(cpu);
        }
        for (let cpu = 0; cpu < count; cpu++)
            if (threadOn[cpu] === NONE && cpus.runnable > cpus.running)
                this.#turns.dispatch(cpu);
        this.#balancing.watch();
    }
}
