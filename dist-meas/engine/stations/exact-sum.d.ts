import { SavedFields } from "../kernel/saved-fields.ts";
/**
 * A running sum of additions and their later subtractions that does not drift: the rounding error of each step is kept beside it
 * (two-sum, Knuth, TAOCP 2, 4.2.2), so that taking everything out again leaves zero to within 1e-32 of the largest value.
 *
 *     sum.term = 0.1;
 *     sum.add();
 */
export declare class ExactSum extends SavedFields {
    /** What to add next: a field, because a double handed to a call that is not inlined is an allocation. */
    term: number;
    private high;
    private low;
    get value(): number;
    add(): void;
    clear(): void;
}
