// Log-linear histogram: every power of two is cut into 512 buckets of equal width. A bucket's number is the upper part of the double's
// own bits, so that no logarithm is taken. Its middle is at most 1/1024 (0.098 %) away from any value in it.
import { SavedFields } from "../kernel/saved-fields.js";
const MANTISSA_BITS = 9;
const SHIFT = 20 - MANTISSA_BITS;
const OCTAVE = 1 << MANTISSA_BITS;
const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);
double[0] = 1;
const HIGH = words[1] !== 0 ? 1 : 0; // which half holds sign, exponent and upper mantissa
function bucketOf(x) {
    double[0] = x;
    return words[HIGH] >>> SHIFT;
}
function lowerEdge(bucket) {
    words[1 - HIGH] = 0;
    words[HIGH] = bucket << SHIFT;
    return double[0];
}
/**
 * Quantiles of samples >= 0 with a relative error of at most 0.1 %. Merging adds whole numbers: any order gives the same result.
 * Counts are exact to 2^53. Takes 4 KiB for each power of two between the smallest and the largest sample.
 */
export class Histogram extends SavedFields {
    counts = new Float64Array(0);
    /** Bucket number of counts[0]. */
    first = 0;
    zeros = 0;
    n = 0;
    smallest = Infinity;
    largest = -Infinity;
    /** @throws RangeError for a negative, infinite or NaN sample. */
    add(x) {
        double[0] = x;
        const i = (words[HIGH] >>> SHIFT) - this.first;
        if (i >= 0 && i < this.counts.length)
            this.counts[i]++;
        else
            this.addOutside(x);
        this.n++;
        if (x < this.smallest)
            this.smallest = x;
        if (x > this.largest)
            this.largest = x;
    }
    addOutside(x) {
        if (!(x >= 0 && x < Infinity))
            throw new RangeError(`histogram: found sample ${x}, expected a finite number of at least 0`);
        if (x === 0)
            this.zeros++;
        else {
            const bucket = bucketOf(x);
            this.cover(bucket, bucket);
            this.counts[bucket - this.first]++;
        }
    }
    /** Makes room for these buckets, in whole powers of two. */
    cover(from, to) {
        const last = this.first + this.counts.length;
        if (this.counts.length > 0 && from >= this.first && to < last)
            return;
        const low = from - (from % OCTAVE);
        const high = to - (to % OCTAVE) + OCTAVE;
        const first = this.counts.length === 0 ? low : Math.min(low, this.first);
        const counts = new Float64Array(Math.max(high, last) - first);
        counts.set(this.counts, this.counts.length === 0 ? 0 : this.first - first);
        this.counts = counts;
        this.first = first;
    }
    get count() {
        return this.n;
    }
    /** Exact smallest sample; NaN without samples. */
    get min() {
        return this.n === 0 ? NaN : this.smallest;
    }
    /** Exact largest sample; NaN without samples. */
    get max() {
        return this.n === 0 ? NaN : this.largest;
    }
    /**
     * The q-quantile by nearest rank: the sample of rank ceil(q n) in ascending order, within 0.1 %; exact for the smallest and the largest.
     * NaN without samples. `q` in 0..1.
     */
    quantile(q) {
        if (!(q >= 0 && q <= 1))
            throw new RangeError(`quantile: found ${q}, expected a number from 0 to 1; a percentile is divided by 100`);
        return this.atRank(nearestRank(q, this.n));
    }
    /** Value of the sample of this rank (1 = smallest), within 0.1 %. NaN without samples. */
    atRank(rank) {
        if (this.n === 0)
            return NaN;
        if (rank <= 1)
            return this.smallest;
        if (rank >= this.n)
            return this.largest;
        let below = this.zeros;
        if (rank <= below)
            return 0;
        for (let i = 0; i < this.counts.length; i++) {
            below += this.counts[i];
            if (rank <= below)
                return this.middle(this.first + i);
        }
        return this.largest;
    }
    /** Middle of a bucket, kept between the extremes. */
    middle(bucket) {
        const low = lowerEdge(bucket);
        const high = lowerEdge(bucket + 1);
        return Math.min(this.largest, Math.max(this.smallest, low + (high - low) / 2));
    }
    /** How many samples are above `x`, counting the whole bucket that holds `x` as not above. */
    countAbove(x) {
        if (x < 0)
            return this.n;
        if (x >= this.largest)
            return 0;
        let above = 0;
        const bucket = bucketOf(x);
        for (let i = Math.max(0, x === 0 ? 0 : bucket + 1 - this.first); i < this.counts.length; i++)
            above += this.counts[i];
        return above;
    }
    merge(other) {
        if (other.counts.length > 0) {
            this.cover(other.first, other.first + other.counts.length - 1);
            const offset = other.first - this.first;
            for (let i = 0; i < other.counts.length; i++)
                this.counts[offset + i] += other.counts[i];
        }
        this.zeros += other.zeros;
        this.n += other.n;
        this.smallest = Math.min(this.smallest, other.smallest);
        this.largest = Math.max(this.largest, other.largest);
    }
    /** Forgets all samples (end of the warm-up), keeps the memory. */
    reset() {
        this.counts.fill(0);
        this.zeros = 0;
        this.n = 0;
        this.smallest = Infinity;
        this.largest = -Infinity;
    }
    toJSON() {
        const buckets = [];
        const counts = [];
        this.counts.forEach((count, i) => {
            if (count === 0)
                return;
            buckets.push(this.first + i);
            counts.push(count);
        });
        const empty = this.n === 0;
        return {
            mantissaBits: MANTISSA_BITS,
            zeros: this.zeros,
            min: empty ? null : this.smallest,
            max: empty ? null : this.largest,
            buckets,
            counts,
        };
    }
    /** @throws RangeError if the data were recorded with another bucket size. */
    static fromJSON(data) {
        if (data.mantissaBits !== MANTISSA_BITS) {
            throw new RangeError(`histogram: found ${data.mantissaBits} mantissa bits, expected ${MANTISSA_BITS}; record it again with this version`);
        }
        const histogram = new Histogram();
        const { buckets, counts } = data;
        if (buckets.length > 0)
            histogram.cover(buckets[0], buckets[buckets.length - 1]);
        buckets.forEach((bucket, i) => (histogram.counts[bucket - histogram.first] = counts[i]));
        histogram.zeros = data.zeros;
        histogram.n = counts.reduce((sum, count) => sum + count, data.zeros);
        histogram.smallest = data.min ?? Infinity;
        histogram.largest = data.max ?? -Infinity;
        return histogram;
    }
}
/**
 * Rank (1..n) of the q-quantile by nearest rank: ceil(q n), at least 1. The product is taken a shade low, because 0.07 x 100 is
 * 7.000000000000001 in doubles and must not become 8.
 */
export const nearestRank = (q, n) => Math.max(1, Math.ceil(q * n * (1 - 1e-15)));
