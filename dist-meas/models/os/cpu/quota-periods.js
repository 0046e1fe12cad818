export class QuotaPeriods {
    #simulation;
    #refill;
    #hasWork;
    #periodEnds;
    /** 0 for groups without a quota. */
    #period = [];
    /** End of the period whose quota is in use, -1 before the first. */
    #end = [];
    #timer = [];
    /** `refill(group)` gives the group its quota for a new period. */
    constructor(simulation, name, refill, hasWork) {
        this.#simulation = simulation;
        this.#refill = refill;
        this.#hasWork = hasWork;
        this.#periodEnds = simulation.on(`${name}: period of a quota ends`, (group) => this.#onPeriodEnd(group));
    }
    /** The group has this bandwidth from now on, from its next work on; undefined: no quota. */
    set(group, bandwidth) {
        this.#simulation.cancel(this.#timer[group] ?? 0);
        this.#period[group] = bandwidth?.period ?? 0;
        this.#end[group] = -1;
        this.#timer[group] = 0;
    }
    /** The group has work: to be called before it begins to run. */
    work(group) {
        if (this.#period[group] > 0 && this.#timer[group] === 0)
            this.#start(group);
    }
    #start(group) {
        const { now } = this.#simulation;
        const period = this.#period[group];
        const end = this.#end[group];
        if (end < 0)
            this.#end[group] = now + period;
        else if (now >= end)
            this.#end[group] = end + (Math.floor((now - end) / period) + 1) * period;
        this.#timer[group] = this.#simulation.at(this.#end[group], this.#periodEnds, group);
        if (this.#end[group] > end)
            this.#refill(group);
    }
    #onPeriodEnd(group) {
        this.#timer[group] = 0;
        if (this.#hasWork(group))
            this.#start(group);
    }
}
