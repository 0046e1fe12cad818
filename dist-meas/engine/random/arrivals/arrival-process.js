/** What every arrival process is, and what the registry knows of its kind. */
import { SavedFields } from "../../kernel/saved-fields.js";
/**
 * A source that a model asks for the next arrival, one at a time, so that only one is ever pending and nothing is preloaded. It remembers
 * where it is: `keep` it in a simulation that is saved.
 */
export class ArrivalProcess extends SavedFields {
    /** Row of the trace behind the arrival given last; -1 if there is none. */
    row = -1;
}
/** @throws RangeError unless `value` is above 0 and finite */
export function requirePositive(kind, name, value) {
    if (!(value > 0 && value < Infinity))
        throw new RangeError(`${kind} arrivals: ${name}: found ${value}, expected a finite number above 0`);
}
/** @throws RangeError unless `value` is at least 0 and finite */
export function requireNotNegative(kind, name, value) {
    if (!(value >= 0 && value < Infinity))
        throw new RangeError(`${kind} arrivals: ${name}: found ${value}, expected a finite number of at least 0`);
}
