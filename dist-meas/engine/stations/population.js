import { SavedFields } from "../kernel/saved-fields.js";
/** `since` of a slot that nobody has. */
const ABSENT = -1;
/**
 * Who came, left, was lost and is present at a station, with both sides of Little's law. Customers are known by slots, small integers
 * of the station's choice.
 */
export class Population extends SavedFields {
    arrivals = 0;
    departures = 0;
    losses = 0;
    present = 0;
    simulation;
    integral = 0;
    clock = 0;
    departedResidence = 0;
    since = new Float64Array(0);
    constructor(simulation) {
        super();
        this.simulation = simulation;
    }
    /** Makes room for slots 0 .. count - 1. */
    reserve(count) {
        if (count <= this.since.length)
            return;
        const longer = new Float64Array(Math.max(count, 2 * this.since.length)).fill(ABSENT);
        longer.set(this.since);
        this.since = longer;
    }
    enter(slot) {
        this.integrate();
        this.arrivals++;
        this.present++;
        this.since[slot] = this.clock;
    }
    leave(slot) {
        this.integrate();
        this.departures++;
        this.present--;
        this.departedResidence += this.clock - this.since[slot];
        this.since[slot] = ABSENT;
    }
    /** One that is present is dropped: a loss, whose time in station still counts. */
    drop(slot) {
        this.leave(slot);
        this.departures--;
        this.losses++;
    }
    /** One is turned away at the door. */
    refuse() {
        this.arrivals++;
        this.losses++;
    }
    /** One comes and leaves at the same instant. */
    pass() {
        this.arrivals++;
        this.departures++;
    }
    isPresent(slot) {
        return this.since[slot] >= 0;
    }
    /** Its part of the station's counters, brought up to now. */
    counters() {
        const { now } = this.simulation;
        let residence = this.departedResidence;
        for (const since of this.since)
            if (since !== ABSENT)
                residence += now - since;
        return {
            arrivals: this.arrivals,
            departures: this.departures,
            losses: this.losses,
            inStation: this.present,
            numberIntegral: this.integral + this.present * (now - this.clock),
            residence,
        };
    }
    integrate() {
        const { now } = this.simulation;
        this.integral += this.present * (now - this.clock);
        this.clock = now;
    }
}
