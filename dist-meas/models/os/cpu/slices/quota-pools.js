import { QuotaPeriods } from "../quota-periods.js";
/** A quota with less than this left is used up [ns]. */
const GRAIN = 1e-3;
export class QuotaPools {
    #simulation;
    #groups;
    #periods;
    #exhausted;
    constructor(simulation, name, groups) {
        this.#simulation = simulation;
        this.#groups = groups;
        this.#exhausted = simulation.on(`${name}: quota used up`, (id) => this.#onExhausted(groups.group(id)));
        this.#periods = new QuotaPeriods(simulation, name, (id) => this.#grant(groups.group(id)), (id) => groups.group(id).tasks > 0);
    }
    /** The group has this bandwidth from now on, beginning with its full quota; undefined: none. */
    set(group, bandwidth) {
        group.pool.quota = bandwidth?.quota ?? Infinity;
        this.#periods.set(group.id, bandwidth);
        this.#grant(group);
        if (group.tasks > 0)
            this.#periods.work(group.id);
    }
    /** The group has work. */
    work(group) {
        this.#periods.work(group.id);
    }
    /** One more, or one less, CPU runs the group. */
    use(group, more) {
        const { pool } = group;
        if (pool.quota < Infinity)
            pool.settle(this.#simulation.now);
        pool.running += more;
        if (pool.quota < Infinity)
            this.#plan(group);
    }
    remove(group) {
        this.#simulation.cancel(group.pool.exhaustion);
        this.#periods.set(group.id, undefined);
    }
    #grant(group) {
        group.pool.settle(this.#simulation.now);
        group.pool.left = group.pool.quota;
        if (group.isThrottled)
            this.#groups.release(group);
        this.#plan(group);
    }
    #plan(group) {
        const { pool } = group;
        this.#simulation.cancel(pool.exhaustion);
        pool.exhaustion = 0;
        if (pool.running === 0 || pool.left === Infinity)
            return;
        const delay = Math.max(0, Math.ceil(pool.left / pool.running - GRAIN));
        pool.exhaustion = this.#simulation.after(delay, this.#exhausted, group.id);
    }
    #onExhausted(group) {
        group.pool.settle(this.#simulation.now);
        group.pool.exhaustion = this.#groups.isFinishing(group) ? this.#simulation.after(0, this.#exhausted, group.id) : 0;
        if (group.pool.exhaustion === 0)
            this.#groups.throttle(group);
    }
}
export class QuotaPool {
    quota = Infinity;
    /** What is left of it as of `settledAt`. */
    left = Infinity;
    settledAt = 0;
    /** CPUs that use it. */
    running = 0;
    /** Event at which nothing is left, 0 if none is pending. */
    exhaustion = 0;
    settle(now) {
        if (this.left < Infinity)
            this.left -= this.running * (now - this.settledAt);
        this.settledAt = now;
    }
}
