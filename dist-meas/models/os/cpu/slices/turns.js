/**
 * Who runs on a CPU: a CPU picks a group from its run queue, of that a thread or vCPU, and a vCPU serves the task that its guest has picked.
 * Switching to another task costs the switch and the refill of the cache, going on on another core the refill.
 */
import { nanoseconds } from "../../../../engine/index.js";
import { cacheRefill, switchCost } from "../../../hardware/cores.js";
import { NONE } from "./fair-queues.js";
export class Turns {
    #simulation;
    #cores;
    #cpus;
    #queues;
    #tasks;
    #groups;
    #accounting;
    #turnEnds;
    #shares;
    #guests;
    #balancing;
    #pools;
    #switchCost;
    #refill;
    constructor({ simulation, cores, cpus, queues, tasks, groups }, parts, cpu) {
        this.#simulation = simulation;
        this.#cores = cores;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#tasks = tasks;
        this.#groups = groups;
        this.#accounting = parts.accounting;
        this.#turnEnds = parts.turnEnds;
        this.#shares = parts.shares;
        this.#guests = parts.guests;
        this.#balancing = parts.balancing;
        this.#pools = parts.pools;
        this.#switchCost = nanoseconds(switchCost(cpu));
        this.#refill = nanoseconds(cacheRefill(cpu));
    }
    /** Picks anew where a slice is over or somebody is due earlier: among the guest's tasks, and among what the host runs. */
    reschedule(cpu) {
        const queues = this.#queues;
        const thread = this.#cpus.threadOn[cpu];
        const guest = queues.guestOf[thread];
        if (guest !== NONE && queues.isDue(guest)) {
            queues.putBack(guest);
            queues.pick(guest);
        }
        const threads = this.#groups.get(this.#cpus.groupOn[cpu]).queueOn(cpu);
        if (queues.isDue(cpu) || queues.isDue(threads)) {
            queues.putBack(threads);
            queues.putBack(cpu);
            this.vacate(cpu);
            this.dispatch(cpu);
        }
        else
            this.#serve(cpu, thread);
    }
    /** Picks who runs on a CPU that nobody runs on; with nobody waiting, somebody who waits elsewhere. */
    dispatch(cpu) {
        const queues = this.#queues;
        const cpus = this.#cpus;
        let entity = queues.pick(cpu);
        if (entity === NONE && this.#balancing.pull(cpu))
            entity = queues.pick(cpu);
        if (entity === NONE)
            return this.#rest(cpu);
        const id = queues.groupOf[entity];
        const group = this.#groups.get(id);
        const thread = queues.pick(group.queueOn(cpu));
        cpus.threadOn[cpu] = thread;
        cpus.running++;
        cpus.chargedAt[cpu] = this.#simulation.now;
        if (queues.guestOf[thread] !== NONE)
            this.#accounting.settleSteal(thread, group);
        this.#setGroup(cpu, id);
        this.#serve(cpu, thread);
        if (this.#cores.isBusy[cpu] === 0)
            this.#turnEnds.setBusy(cpu, true);
        this.#balancing.watch();
    }
    /** The task on a CPU, charged up to now, ends; somebody else runs on. */
    takeOff(cpu) {
        const queues = this.#queues;
        const cpus = this.#cpus;
        const thread = cpus.threadOn[cpu];
        const group = this.#groups.get(cpus.groupOn[cpu]);
        if (queues.guestOf[thread] !== NONE) {
            queues.leave(cpus.taskOn[cpu]);
            if (this.#guests.next(thread, group))
                return this.reschedule(cpu);
        }
        queues.leave(thread);
        group.runnable--;
        cpus.want(cpu, -1);
        if (queues.size(group.queueOn(cpu)) === 0)
            queues.leave(group.entities[cpu]);
        else
            queues.putBack(cpu);
        this.vacate(cpu);
        this.#shares.shareOut(group);
        this.dispatch(cpu);
    }
    /** Nobody runs on a CPU; whoever did has been put back in its queues, or has left them. To be followed by `dispatch`. */
    vacate(cpu) {
        const cpus = this.#cpus;
        this.#queues.stop(cpus.threadOn[cpu], this.#simulation.now);
        cpus.threadOn[cpu] = NONE;
        cpus.taskOn[cpu] = NONE;
        cpus.running--;
    }
    /** A thread serves the task that it is, a vCPU the one that its guest has picked. */
    #serve(cpu, thread) {
        const queues = this.#queues;
        const cpus = this.#cpus;
        const guest = queues.guestOf[thread];
        const task = guest === NONE ? thread : queues.current[guest];
        cpus.taskOn[cpu] = task;
        const id = this.#tasks.idOf(queues.slotOf[task]);
        if (id !== cpus.lastTask[cpu]) {
            cpus.lastTask[cpu] = id;
            const last = queues.ranOn[thread];
            const hasMoved = last !== NONE && this.#cores.coreOf(last) !== this.#cores.coreOf(cpu);
            if (this.#cores.isBusy[cpu] === 1) {
                this.#accounting.switches++;
                cpus.overhead[cpu] = this.#switchCost;
            }
            else
                cpus.overhead[cpu] = hasMoved ? this.#refill : 0;
        }
        queues.ranOn[thread] = cpu;
        this.#turnEnds.plan(cpu);
    }
    #rest(cpu) {
        this.#setGroup(cpu, NONE);
        if (this.#cores.isBusy[cpu] === 1)
            this.#turnEnds.setBusy(cpu, false);
        this.#turnEnds.plan(cpu);
    }
    /** A CPU runs this group now, and uses its quota; NONE: it is idle. */
    #setGroup(cpu, id) {
        const { groupOn } = this.#cpus;
        const before = groupOn[cpu];
        if (before === id)
            return;
        groupOn[cpu] = id;
        if (before !== NONE)
            this.#pools.use(this.#groups.get(before), -1);
        if (id !== NONE)
            this.#pools.use(this.#groups.get(id), 1);
    }
}
