import { SavedFields } from "../kernel/saved-fields.js";
/**
 * A running sum of additions and their later subtractions that does not drift: the rounding error of each step is kept beside it
 * (two-sum, Knuth, TAOCP 2, 4.2.2), so that taking everything out again leaves zero to within 1e-32 of the largest value.
 *
 *     sum.term = 0.1;
 *     sum.add();
 */
export class ExactSum extends SavedFields {
    /** What to add next: a field, because a double handed to a call that is not inlined is an allocation. */
    term = 0;
    high = 0;
    low = 0;
    get value() {
        return this.high + this.low;
    }
    add() {
        const sum = this.high + this.term;
        const added = sum - this.high;
        this.low += this.high - (sum - added) + (this.term - added);
        this.high = sum;
    }
    clear() {
        this.high = 0;
        this.low = 0;
    }
}
