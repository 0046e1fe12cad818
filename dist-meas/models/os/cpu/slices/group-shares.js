import { NONE } from "./fair-queues.js";
/**
 * What a group is on each CPU: an entity in the CPU's run queue, with a queue of the group's own threads below. The group's weight goes to
 * the CPUs in proportion to its runnable threads on them. Source: Linux, kernel/sched/fair.c (calc_group_shares).
 */
export class GroupShares {
    #queues;
    #count;
    constructor({ cpus, queues }) {
        this.#queues = queues;
        this.#count = cpus.count;
    }
    /** Whether the group is in the CPU's run queue: it has threads there, and is not throttled. */
    isOn(group, cpu) {
        const entity = group.entities[cpu];
        return entity !== NONE && this.#queues.queueOf[entity] !== NONE;
    }
    /** Sees that the group has an entity and a queue on a CPU. */
    join(group, cpu) {
        if (group.entities[cpu] !== NONE)
            return;
        group.entities[cpu] = this.#queues.add(group.id);
        group.queues[cpu] = this.#queues.addRunQueue(this.#count);
    }
    /** The group, with threads on a CPU, is in that CPU's run queue, with its share of the group's weight. */
    attach(group, cpu) {
        const entity = group.entities[cpu];
        if (this.#queues.queueOf[entity] !== NONE)
            return this.share(group, cpu);
        this.#queues.weight[entity] = (group.weight * this.#queues.size(group.queueOn(cpu))) / group.runnable;
        this.#queues.wake(entity, cpu);
    }
    /** A thread of the group has come to `to`, where it may have none, from `from`. */
    follow(group, from, to) {
        const queues = this.#queues;
        const entity = group.entities[to];
        if (queues.queueOf[entity] !== NONE)
            this.share(group, to);
        else {
            queues.weight[entity] = group.weight / group.runnable;
            queues.follow(entity, to, group.entities[from]);
        }
        if (queues.size(group.queueOn(from)) === 0)
            queues.leave(group.entities[from]);
        else
            this.share(group, from);
    }
    /** The number of the group's runnable threads, or its weight, has changed. */
    shareOut(group) {
        if (group.runnable === 0)
            return;
        for (let cpu = 0; cpu < this.#count; cpu++)
            if (this.isOn(group, cpu))
                this.share(group, cpu);
    }
    /** Takes off the CPUs what the group, without threads, has had on them. */
    remove(group) {
        for (let cpu = 0; cpu < this.#count; cpu++) {
            if (group.entities[cpu] === NONE)
                continue;
            this.#queues.removeQueue(group.queues[cpu]);
            this.#queues.removeEntity(group.entities[cpu]);
        }
    }
    share(group, cpu) {
        const entity = group.entities[cpu];
        const weight = (group.weight * this.#queues.size(group.queueOn(cpu))) / group.runnable;
        if (weight !== this.#queues.weight[entity])
            this.#queues.reweight(entity, weight);
    }
}
