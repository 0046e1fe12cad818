import { SavedFields } from "../kernel/saved-fields.ts";
/** Plain data: survives JSON and structured clone. Buckets in ascending order, empty ones left out. */
export interface HistogramData {
    readonly mantissaBits: number;
    readonly zeros: number;
    /** Exact extremes; null without samples. */
    readonly min: number | null;
    readonly max: number | null;
    readonly buckets: readonly number[];
    readonly counts: readonly number[];
}
/**
 * Quantiles of samples >= 0 with a relative error of at most 0.1 %. Merging adds whole numbers: any order gives the same result.
 * Counts are exact to 2^53. Takes 4 KiB for each power of two between the smallest and the largest sample.
 */
export declare class Histogram extends SavedFields {
    private counts;
    /** Bucket number of counts[0]. */
    private first;
    private zeros;
    private n;
    private smallest;
    private largest;
    /** @throws RangeError for a negative, infinite or NaN sample. */
    add(x: number): void;
    private addOutside;
    /** Makes room for these buckets, in whole powers of two. */
    private cover;
    get count(): number;
    /** Exact smallest sample; NaN without samples. */
    get min(): number;
    /** Exact largest sample; NaN without samples. */
    get max(): number;
    /**
     * The q-quantile by nearest rank: the sample of rank ceil(q n) in ascending order, within 0.1 %; exact for the smallest and the largest.
     * NaN without samples. `q` in 0..1.
     */
    quantile(q: number): number;
    /** Value of the sample of this rank (1 = smallest), within 0.1 %. NaN without samples. */
    atRank(rank: number): number;
    /** Middle of a bucket, kept between the extremes. */
    private middle;
    /** How many samples are above `x`, counting the whole bucket that holds `x` as not above. */
    countAbove(x: number): number;
    merge(other: Histogram): void;
    /** Forgets all samples (end of the warm-up), keeps the memory. */
    reset(): void;
    toJSON(): HistogramData;
    /** @throws RangeError if the data were recorded with another bucket size. */
    static fromJSON(data: HistogramData): Histogram;
}
/**
 * Rank (1..n) of the q-quantile by nearest rank: ceil(q n), at least 1. The product is taken a shade low, because 0.07 x 100 is
 * 7.000000000000001 in doubles and must not become 8.
 */
export declare const nearestRank: (q: number, n: number) => number;
