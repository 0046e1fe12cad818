import { SavedFields } from "../kernel/saved-fields.js";
/** How much of something is taken (units, litres) over time, with both sides of the utilization law. */
export class Occupancy extends SavedFields {
    taken = 0;
    simulation;
    capacity;
    integral = 0;
    clock = 0;
    /** Σ change x instant. */
    moment = 0;
    constructor(simulation, capacity) {
        super();
        this.simulation = simulation;
        this.capacity = capacity;
    }
    change(amount) {
        const { now } = this.simulation;
        this.integral += this.taken * (now - this.clock);
        this.clock = now;
        this.taken += amount;
        this.moment += amount * now;
    }
    /** Its part of the station's counters, brought up to now. */
    counters() {
        const { now } = this.simulation;
        return {
            busyIntegral: this.integral + this.taken * (now - this.clock),
            // From the instants of the changes alone: what was taken at t has been taken for now - t.
            workDone: this.taken * now - this.moment,
            capacityIntegral: capacityIntegral(this.capacity, now),
        };
    }
}
/** ∫ capacity dt from 0 to `now`; an infinite capacity has done nothing at instant 0. */
export const capacityIntegral = (capacity, now) => (now === 0 ? 0 : capacity * now);
