/**
 * Where the time of requests went, by response time: sums of each component in logarithmic buckets, so that the slowest 1 % can be taken apart
 * after the run, in bounded memory. Buckets are 1.6 % wide, from 1 ns to 2^53 ns.
 */
import { COMPONENTS } from "../vocabulary.js";
const SUB_BUCKETS = 64;
const OCTAVES = 54;
const WIDTH = COMPONENTS.length + 1; // the count comes first
export class LatencyProfile {
    #sums = [];
    /** Adds one request: its parts [ns] begin at `offset` and sum to its response time. */
    add(response, parts, offset) {
        const bucket = bucketOf(response);
        let sums = this.#sums[bucket];
        if (sums === undefined) {
            sums = new Float64Array(WIDTH);
            this.#sums[bucket] = sums;
        }
        sums[0]++;
        for (let k = 1; k < WIDTH; k++)
            sums[k] += parts[offset + k - 1];
    }
    merge(data) {
        data.buckets.forEach((bucket, index) => {
            this.#sums[bucket] ??= new Float64Array(WIDTH);
            const sums = this.#sums[bucket];
            for (let k = 0; k < WIDTH; k++)
                sums[k] += data.sums[index * WIDTH + k];
        });
    }
    toData() {
        const buckets = [];
        this.#sums.forEach((_, bucket) => buckets.push(bucket));
        const sums = new Float64Array(buckets.length * WIDTH);
        buckets.forEach((bucket, index) => sums.set(this.#sums[bucket], index * WIDTH));
        return { buckets: Int32Array.from(buckets), sums };
    }
    /** Requests added. */
    get count() {
        return this.#sums.reduce((count, sums) => count + sums[0], 0);
    }
    /** Mean of each component [ns] over the slowest `share` of requests (1 for all). The bucket at the border counts in part. Empty: NaN. */
    meanOfSlowest(share) {
        const wanted = this.count * share;
        const total = new Float64Array(WIDTH);
        const descending = [];
        this.#sums.forEach((sums) => descending.unshift(sums));
        for (const sums of descending) {
            const taken = Math.min(1, (wanted - total[0]) / sums[0]);
            if (taken <= 0)
                break;
            for (let k = 0; k < WIDTH; k++)
                total[k] += taken * sums[k];
        }
        return Array.from(total.subarray(1), (sum) => sum / total[0]);
    }
}
function bucketOf(response) {
    const whole = Math.max(1, Math.floor(response));
    // Exact for safe integers: the number of halvings that bring it below 2^6.
    const octave = whole < 4294967296 ? 31 - Math.clz32(whole) : 63 - Math.clz32(Math.floor(whole / 4294967296));
    const scale = POWERS[octave];
    return octave * SUB_BUCKETS + Math.floor((whole / scale - 1) * SUB_BUCKETS);
}
const POWERS = Float64Array.from({ length: OCTAVES }, (_, octave) => powerOfTwo(octave));
function powerOfTwo(exponent) {
    let power = 1;
    for (let k = 0; k < exponent; k++)
        power *= 2;
    return power;
}
