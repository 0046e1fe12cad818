import { SavedFields } from "../kernel/saved-fields.js";
/** Count, mean, variance and extremes of samples, in one pass (Welford 1962; merging after Chan, Golub and LeVeque 1979). */
export class Tally extends SavedFields {
    n = 0;
    min = Infinity;
    max = -Infinity;
    average = 0;
    /** Sum of squared deviations from the mean. */
    squares = 0;
    add(x) {
        const delta = x - this.average;
        this.average += delta / ++this.n;
        this.squares += delta * (x - this.average);
        if (x < this.min)
            this.min = x;
        if (x > this.max)
            this.max = x;
    }
    /** NaN without samples. */
    get mean() {
        return this.n === 0 ? NaN : this.average;
    }
    /** Unbiased sample variance; NaN with fewer than two samples. */
    get variance() {
        return this.n < 2 ? NaN : this.squares / (this.n - 1);
    }
    get standardDeviation() {
        return Math.sqrt(this.variance);
    }
    /** Takes in the samples of `other`. Sums are floating point: merge in a fixed order where bits matter. */
    merge(other) {
        if (other.n === 0)
            return;
        const n = this.n + other.n;
        const delta = other.average - this.average;
        this.squares += other.squares + delta * delta * ((this.n * other.n) / n);
        this.average += (delta * other.n) / n;
        this.n = n;
        this.min = Math.min(this.min, other.min);
        this.max = Math.max(this.max, other.max);
    }
    reset() {
        this.n = 0;
        this.min = Infinity;
        this.max = -Infinity;
        this.average = 0;
        this.squares = 0;
    }
}
