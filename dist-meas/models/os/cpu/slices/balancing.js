/**
 * Evens out the load of CPUs: one without work takes over a waiting thread, and from time to time threads go from loaded to less loaded ones.
 * Source: Linux, kernel/sched/fair.c (newidle_balance, load_balance), without its domains.
 */
import { nanoseconds } from "../../../../engine/index.js";
import { NONE } from "./fair-queues.js";
/** Groups that are looked at in one queue before giving up, and threads moved from it at a time. Source: Linux, sched_nr_migrate. */
const LOOK_AT = 32;
/** Loads that differ by less than this are equal [1]. */
const ROUNDING = 1e-9;
/** Results of an attempt to even out. */
const NOTHING_MOVED = 0;
const MOVED = 1;
const ROTATED = 2;
export class Balancing {
    #simulation;
    #cpus;
    #queues;
    #groups;
    #accounting;
    #turnEnds;
    #shares;
    #ticks;
    #dispatch;
    #interval;
    /** A thread that ran within this time is cache-hot [ns]. */
    #migrationCost;
    /** The next look, 0 if none is pending. */
    #event = 0;
    /** CPU at which the next round begins, so that each has its turn. */
    #first = 0;
    constructor({ simulation, cpus, queues, groups }, parts, spec) {
        this.#simulation = simulation;
        this.#cpus = cpus;
        this.#queues = queues;
        this.#groups = groups;
        this.#accounting = parts.accounting;
        this.#turnEnds = parts.turnEnds;
        this.#shares = parts.shares;
        this.#ticks = parts.ticks;
        this.#dispatch = parts.dispatch;
        this.#interval = nanoseconds(spec.balanceInterval * cpus.count);
        this.#migrationCost = spec.migrationCost * 1e9;
    }
    /** Sees that there will be a look at the balance while somebody waits. */
    watch() {
        const { runnable, running, count } = this.#cpus;
        if (runnable > running && this.#event === 0 && count > 1)
            this.#event = this.#simulation.after(this.#interval, this.#ticks);
    }
    /** The time between two looks is over. */
    tick() {
        this.#event = 0;
        this.#even();
        this.watch();
    }
    /** No look is pending any more. */
    stop() {
        this.#simulation.cancel(this.#event);
        this.#event = 0;
    }
    /** A CPU without work takes over a thread that waits for another one, from the longest queue first. False if there is none for it. */
    pull(cpu) {
        const cpus = this.#cpus;
        if (cpus.runnable <= cpus.running)
            return false;
        let longest = cpu;
        for (let other = 0; other < cpus.count; other++)
            if (cpus.waitingOn(other) > cpus.waitingOn(longest))
                longest = other;
        if (longest !== cpu && this.#pullFrom(longest, cpu))
            return true;
        for (let other = 0; other < cpus.count; other++) {
            if (other !== longest && cpus.waitingOn(other) > 0 && this.#pullFrom(other, cpu))
                return true;
        }
        return false;
    }
    /**
     * Moves threads that wait to the least loaded CPU they may use, if that is less loaded even with them. And one that would only make the two
     * CPUs change roles: so that three equal threads on two CPUs get the same in the long run, as in the kernel, which does it when an attempt
     * to balance has failed. Threads that are cache-hot stay.
     */
    #even() {
        const { count } = this.#cpus;
        const { load } = this.#queues;
        const first = this.#first;
        let least = load[0];
        for (let cpu = 1; cpu < count; cpu++)
            least = Math.min(least, load[cpu]);
        let mayRotate = true;
        for (let step = 0; step < count; step++) {
            const cpu = (first + step) % count;
            if (load[cpu] <= least * (1 + ROUNDING))
                continue;
            let moves = 0;
            for (let position = 0; position < this.#candidates(cpu) && moves < LOOK_AT; position++) {
                const gain = this.#evenOut(cpu, this.#candidate(cpu, position), mayRotate);
                if (gain === NOTHING_MOVED)
                    continue;
                if (gain === ROTATED) {
                    mayRotate = false;
                    this.#first = cpu + 1;
                }
                moves++;
                position--; // what waits has changed
            }
        }
    }
    #pullFrom(from, to) {
        const queues = this.#queues;
        for (let position = 0; position < this.#candidates(from); position++) {
            const group = this.#candidate(from, position);
            const queue = group.queueOn(from);
            if (queues.waiting[queue] === 0 || !group.mayUse(to))
                continue;
            this.#move(queues.waitingAt(queue, 0), group, from, to);
            return true;
        }
        return false;
    }
    #evenOut(from, group, mayRotate) {
        const queues = this.#queues;
        const { load } = queues;
        const queue = group.queueOn(from);
        if (queues.waiting[queue] === 0)
            return NOTHING_MOVED;
        const thread = queues.waitingAt(queue, 0);
        if (this.#simulation.now - queues.ranUntil[thread] < this.#migrationCost)
            return NOTHING_MOVED;
        const { count } = this.#cpus;
        const share = group.weight / group.runnable;
        let to = from;
        for (let step = 1; step < count; step++) {
            // From the next one on, so that of equal CPUs each has its turn.
            const cpu = (from + step) % count;
            if (load[cpu] < load[to] && group.mayUse(cpu))
                to = cpu;
        }
        const gap = load[from] - load[to];
        const isEven = gap < share * (1 + ROUNDING);
        if (to === from || gap < share * (1 - ROUNDING) || (isEven && !mayRotate))
            return NOTHING_MOVED;
        this.#move(thread, group, from, to);
        if (this.#cpus.threadOn[to] === NONE)
            this.#dispatch(to);
        else
            this.#turnEnds.plan(to);
        return isEven ? ROTATED : MOVED;
    }
    /** A thread that waits goes to another CPU, whose turn is still to be planned. */
    #move(thread, group, from, to) {
        const queues = this.#queues;
        this.#accounting.charge(from);
        this.#accounting.charge(to);
        this.#shares.join(group, to);
        queues.follow(thread, group.queueOn(to), thread);
        queues.placeOf[thread] = to;
        this.#shares.follow(group, from, to);
        this.#cpus.want(from, -1);
        this.#cpus.want(to, 1);
        this.#accounting.migrations++;
        this.#turnEnds.plan(from);
    }
    /** Groups of a CPU that are looked at: some that wait, and the one that runs. */
    #candidates(cpu) {
        return Math.min(LOOK_AT, this.#queues.size(cpu));
    }
    #candidate(cpu, position) {
        const queues = this.#queues;
        const entity = position < queues.waiting[cpu] ? queues.waitingAt(cpu, position) : queues.current[cpu];
        return this.#groups.get(queues.groupOf[entity]);
    }
}
