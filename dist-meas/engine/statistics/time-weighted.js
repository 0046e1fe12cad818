import { SavedFields } from "../kernel/saved-fields.js";
/** A quantity that keeps its value until it is set again (a queue length, memory in use), averaged over time. Times in the caller's unit. */
export class TimeWeighted extends SavedFields {
    max;
    value;
    start;
    since;
    area = 0;
    constructor(value = 0, start = 0) {
        super();
        this.value = value;
        this.max = value;
        this.start = start;
        this.since = start;
    }
    get current() {
        return this.value;
    }
    /** The quantity is `value` from `now` on. Times must not decrease. */
    set(value, now) {
        this.area += this.value * (now - this.since);
        this.since = now;
        this.value = value;
        if (value > this.max)
            this.max = value;
    }
    /** ∫ value dt from the start to `now`. */
    integral(now) {
        return this.area + this.value * (now - this.since);
    }
    /** Time average from the start to `now`; at the start itself, the value. */
    mean(now) {
        return now > this.start ? this.integral(now) / (now - this.start) : this.value;
    }
    /** Forgets the past (end of the warm-up), keeps the value. */
    reset(now) {
        this.start = now;
        this.since = now;
        this.area = 0;
        this.max = this.value;
    }
}
