import { NONE } from "./fair-queues.js";
export class WakeUps {
    #cores;
    #cpus;
    #queues;
    #accounting;
    #turnEnds;
    #shares;
    #balancing;
    #turns;
    constructor({ cores, cpus, queues }, { accounting, turnEnds, shares, balancing }, turns) {
        this.#cores = cores;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#accounting = accounting;
        this.#turnEnds = turnEnds;
        this.#shares = shares;
        this.#balancing = balancing;
        this.#turns = turns;
    }
    /** A thread or vCPU wants a CPU. */
    wake(thread, group) {
        const queues = this.#queues;
        const cpu = this.#chooseCpu(queues.ranOn[thread], group);
        this.#accounting.charge(cpu);
        queues.placeOf[thread] = cpu;
        group.lastCpu = cpu;
        group.runnable++;
        this.#shares.join(group, cpu);
        queues.enter(thread, group.queueOn(cpu));
        if (group.isThrottled)
            return;
        this.#cpus.want(cpu, 1);
        this.#shares.attach(group, cpu);
        this.#shares.shareOut(group);
        if (this.#cpus.threadOn[cpu] === NONE)
            this.#turns.dispatch(cpu);
        else {
            this.#turnEnds.plan(cpu);
            this.#balancing.watch();
        }
    }
    /** A thread or vCPU that waits no longer wants a CPU. */
    sleep(thread, group) {
        const queues = this.#queues;
        const cpu = queues.placeOf[thread];
        this.#accounting.charge(cpu);
        queues.leave(thread);
        group.runnable--;
        if (group.isThrottled)
            return;
        this.#cpus.want(cpu, -1);
        if (queues.size(group.queueOn(cpu)) === 0)
            queues.leave(group.entities[cpu]);
        this.#shares.shareOut(group);
        this.#turnEnds.plan(cpu);
    }
    #chooseCpu(last, group) {
        const { count, isBusy } = this.#cores;
        const before = last === NONE ? group.lastCpu : last;
        if (isBusy[before] === 0 && this.#cores.isCoreIdle(before))
            return before;
        let idle = isBusy[before] === 0 ? before : NONE;
        let least = before;
        for (let cpu = 0; cpu < count; cpu++) {
            if (!group.mayUse(cpu))
                continue;
            if (isBusy[cpu] === 0) {
                if (this.#cores.isCoreIdle(cpu))
                    return cpu;
                if (idle === NONE)
                    idle = cpu;
            }
            else if (this.#queues.load[cpu] < this.#queues.load[least])
                least = cpu;
        }
        return idle === NONE ? least : idle;
    }
}
