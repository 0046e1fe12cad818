import { NONE } from "./fair-queues.js";
export class Guests {
    #simulation;
    #cpus;
    #queues;
    #accounting;
    #turnEnds;
    constructor({ simulation, cpus, queues }, accounting, turnEnds) {
        this.#simulation = simulation;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#accounting = accounting;
        this.#turnEnds = turnEnds;
    }
    add(group, vcpus) {
        for (let k = 0; k < vcpus; k++)
            group.vcpus.push(this.#queues.addVcpu(group.id, this.#queues.addRunQueue(vcpus)));
    }
    remove(group) {
        for (const vcpu of group.vcpus) {
            this.#queues.removeQueue(this.#queues.guestOf[vcpu]);
            this.#queues.removeEntity(vcpu);
        }
    }
    /** A task comes. Returns its vCPU if that was halted, and is to be woken up; else NONE. */
    enter(task, group) {
        const queues = this.#queues;
        const vcpu = this.#chooseVcpu(group);
        const guest = queues.guestOf[vcpu];
        queues.placeOf[task] = vcpu;
        if (queues.size(guest) === 0) {
            queues.enter(task, guest);
            queues.pick(guest);
            queues.stolenSince[vcpu] = this.#simulation.now;
            return vcpu;
        }
        const cpu = queues.placeOf[vcpu];
        const runs = this.#cpus.threadOn[cpu] === vcpu;
        if (runs)
            this.#accounting.charge(cpu);
        queues.enter(task, guest);
        if (runs)
            this.#turnEnds.plan(cpu);
        return NONE;
    }
    /** A task leaves that is not on a CPU. False if its vCPU has no other, and halts. */
    leave(task, group) {
        const queues = this.#queues;
        const vcpu = queues.placeOf[task];
        const cpu = queues.placeOf[vcpu];
        const runs = this.#cpus.threadOn[cpu] === vcpu;
        const wasCurrent = queues.current[queues.guestOf[vcpu]] === task;
        if (wasCurrent && !runs)
            this.#accounting.settleSteal(vcpu, group);
        queues.leave(task);
        if (wasCurrent && !this.next(vcpu, group))
            return false;
        if (runs)
            this.#turnEnds.plan(cpu);
        return true;
    }
    /** The task that the vCPU served has left it: the next one, or one that waits for another vCPU. False if there is none. */
    next(vcpu, group) {
        const queues = this.#queues;
        const guest = queues.guestOf[vcpu];
        if (queues.waiting[guest] === 0 && !this.#takeOver(vcpu, group))
            return false;
        queues.pick(guest);
        return true;
    }
    #takeOver(vcpu, group) {
        const queues = this.#queues;
        const guest = queues.guestOf[vcpu];
        let busiest = guest;
        for (const other of group.vcpus) {
            if (queues.waiting[queues.guestOf[other]] > queues.waiting[busiest])
                busiest = queues.guestOf[other];
        }
        if (busiest === guest)
            return false;
        const task = queues.waitingAt(busiest, 0);
        const other = queues.placeOf[task];
        const cpu = queues.placeOf[other];
        this.#accounting.charge(cpu);
        queues.leave(task);
        queues.enter(task, guest);
        queues.placeOf[task] = vcpu;
        this.#accounting.migrations++;
        if (this.#cpus.threadOn[cpu] === other)
            this.#turnEnds.plan(cpu);
        return true;
    }
    #chooseVcpu(group) {
        const queues = this.#queues;
        let vcpu = group.vcpus[0];
        for (const other of group.vcpus) {
            if (queues.size(queues.guestOf[vcpu]) === 0)
                break;
            if (queues.size(queues.guestOf[other]) < queues.size(queues.guestOf[vcpu]))
                vcpu = other;
        }
        return vcpu;
    }
}
