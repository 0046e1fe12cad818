import { NONE } from "./fair-queues.js";
import { GRAIN } from "./slice-tasks.js";
/** When the turn on each CPU ends: one event a CPU, planned anew whenever something changes that it depends on. */
export class TurnEnds {
    #simulation;
    #accounting;
    #turnEnds;
    #cores;
    #cpus;
    #queues;
    #tasks;
    #groups;
    /** `turnEnds(cpu)` is called when the turn on a CPU is over. */
    constructor({ simulation, cores, cpus, queues, tasks, groups }, accounting, turnEnds) {
        this.#simulation = simulation;
        this.#accounting = accounting;
        this.#turnEnds = turnEnds;
        this.#cores = cores;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#tasks = tasks;
        this.#groups = groups;
    }
    /** Schedules the end of the turn: the task finishes, its slice is over, or one that is due earlier may take over. */
    plan(cpu) {
        const { event, eventAt, threadOn, taskOn, groupOn, speed, overhead } = this.#cpus;
        const { now } = this.#simulation;
        const thread = threadOn[cpu];
        if (thread === NONE) {
            if (event[cpu] !== 0)
                this.#simulation.cancel(event[cpu]);
            event[cpu] = 0;
            return;
        }
        this.#accounting.charge(cpu);
        const queues = this.#queues;
        const left = Math.max(0, this.#tasks.left[queues.slotOf[taskOn[cpu]]]);
        let time = left / speed[cpu];
        queues.findRemaining(cpu);
        time = Math.min(time, queues.remaining);
        queues.findRemaining(this.#groups.get(groupOn[cpu]).queueOn(cpu));
        time = Math.min(time, queues.remaining);
        const guest = queues.guestOf[thread];
        if (guest !== NONE) {
            queues.findRemaining(guest);
            time = Math.min(time, queues.remaining);
        }
        const delay = Math.ceil(overhead[cpu] + time - GRAIN);
        if (event[cpu] !== 0) {
            if (eventAt[cpu] === now + delay)
                return;
            this.#simulation.cancel(event[cpu]);
        }
        eventAt[cpu] = now + delay;
        event[cpu] = this.#simulation.after(delay, this.#turnEnds, cpu);
    }
    /** A hardware thread gets busy or idle, which changes the speed of its siblings. */
    setBusy(cpu, isBusy) {
        const { count, cores } = this.#cores;
        const first = this.#cores.coreOf(cpu);
        for (let sibling = first; sibling < count; sibling += cores)
            this.#accounting.charge(sibling);
        this.#cores.setBusy(cpu, isBusy);
        for (let sibling = first; sibling < count; sibling += cores) {
            if (this.#cores.isBusy[sibling] === 0)
                continue;
            this.#cpus.speed[sibling] = this.#cores.speed(sibling);
            if (this.#cpus.threadOn[sibling] !== NONE)
                this.plan(sibling);
        }
    }
}
