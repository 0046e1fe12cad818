/**
 * How long starts took, in bounded memory: duration by duration up to a limit, and beyond it as a histogram, whose quantiles are within 0.1 %
 * (`Histogram`). Count, mean and longest are exact in both: a sum of whole nanoseconds is, up to 2^53 ns, and rounds in its last digits beyond.
 */
import { grown, Histogram, nearestRank, seconds } from "../../engine/index.js";
/** Starts of one application in one run of which each duration is kept, in 512 KiB; more are counted in buckets. */
const MOST_KEPT = 65_536;
export class StartDurations {
    #mostKept;
    #kept = new Float64Array(0);
    #keptCount = 0;
    /** In place of what was kept, once that was too much. */
    #histogram;
    #sum = 0;
    /** What is kept, ascending [s]; made when it is asked for. */
    #ascending;
    constructor(mostKept = MOST_KEPT) {
        this.#mostKept = mostKept;
    }
    /** One more start, of `duration` [ns]. */
    add(duration) {
        if (this.#keptCount >= this.#mostKept)
            this.#countInBuckets();
        if (this.#histogram === undefined)
            this.#keep(duration);
        else
            this.#histogram.add(duration);
        this.#sum += duration;
    }
    get count() {
        return this.#histogram?.count ?? this.#keptCount;
    }
    /** Mean [s]; NaN without starts. */
    get mean() {
        if (this.#histogram !== undefined)
            return seconds(this.#sum) / this.#histogram.count;
        // In ascending order, so that the mean does not depend on which of several runs or applications is merged first.
        return this.#inOrder().reduce((sum, duration) => sum + duration, 0) / this.#keptCount;
    }
    /** Longest [s]; NaN without starts. */
    get max() {
        return this.quantile(1);
    }
    /** The q-quantile by nearest rank [s]: exact as long as durations are kept, within 0.1 % beyond; NaN without starts. `q` in 0..1. */
    quantile(q) {
        if (this.#histogram !== undefined)
            return seconds(this.#histogram.quantile(q));
        return this.#keptCount === 0 ? NaN : this.#inOrder()[nearestRank(q, this.#keptCount) - 1];
    }
    /** Adds the starts of another application or run. What both kept stays kept, also beyond the limit of one. */
    merge(data) {
        if (data.kind === "exact" && this.#histogram === undefined) {
            for (const duration of data.durations) {
                this.#keep(duration);
                this.#sum += duration;
            }
            return;
        }
        const histogram = this.#countInBuckets();
        if (data.kind === "histogram") {
            histogram.merge(Histogram.fromJSON(data.histogram));
            this.#sum += data.sum;
            return;
        }
        for (const duration of data.durations) {
            histogram.add(duration);
            this.#sum += duration;
        }
    }
    toData() {
        if (this.#histogram === undefined)
            return { kind: "exact", durations: this.#kept.slice(0, this.#keptCount) };
        return { kind: "histogram", histogram: this.#histogram.toJSON(), sum: this.#sum };
    }
    #keep(duration) {
        if (this.#keptCount === this.#kept.length)
            this.#kept = grown(this.#kept, Math.max(16, 2 * this.#kept.length));
        this.#kept[this.#keptCount++] = duration;
        this.#ascending = undefined;
    }
    #countInBuckets() {
        if (this.#histogram !== undefined)
            return this.#histogram;
        this.#histogram = new Histogram();
        for (let k = 0; k < this.#keptCount; k++)
            this.#histogram.add(this.#kept[k]);
        this.#kept = new Float64Array(0);
        this.#keptCount = 0;
        this.#ascending = undefined;
        return this.#histogram;
    }
    #inOrder() {
        this.#ascending ??= this.#kept.slice(0, this.#keptCount).sort().map(seconds);
        return this.#ascending;
    }
}
