import { SavedFields } from "../../kernel/saved-fields.js";
import { isSaveable } from "../../kernel/saved-state.js";
import { nanoseconds } from "../../kernel/time.js";
import { sampler } from "../distributions.js";
/** Draws from a distribution, one by one; where it stands in a list of values (distribution `trace`) is saved with it. */
export class Draws extends SavedFields {
    draw;
    what;
    /** `what` is drawn, for errors: "renewal arrivals: gap". @throws RangeError if the distribution's parameters are impossible */
    constructor(what, distribution, stream) {
        super();
        this.what = what;
        this.draw = sampler(distribution, stream);
    }
    /** A number of at least 0. */
    number() {
        const value = this.draw();
        if (!(value >= 0)) {
            throw new RangeError(`${this.what}: found ${value}, expected 0 or more; choose a distribution that is never negative`);
        }
        return value;
    }
    /** A duration, drawn in seconds [ns]. */
    duration() {
        return nanoseconds(this.number());
    }
    save() {
        return isSaveable(this.draw) ? this.draw.save() : undefined;
    }
    restore(state) {
        if (isSaveable(this.draw))
            this.draw.restore(state);
    }
}
