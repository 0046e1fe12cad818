import { SavedFields } from "../../kernel/saved-fields.js";
/** How many jobs there are of each weight, when not all have the same. */
export class WeightCensus extends SavedFields {
    /** Distinct weights, ascending. */
    weights = [];
    counts = [];
    get kinds() {
        return this.weights.length;
    }
    get heaviest() {
        return this.weights[this.weights.length - 1];
    }
    add(weight, count) {
        const at = this.find(weight);
        if (this.weights[at] === weight) {
            this.counts[at] += count;
        }
        else {
            this.weights.splice(at, 0, weight);
            this.counts.splice(at, 0, count);
        }
    }
    /** Takes one out; it must be there. */
    remove(weight) {
        const at = this.find(weight);
        this.counts[at]--;
        if (this.counts[at] === 0) {
            this.weights.splice(at, 1);
            this.counts.splice(at, 1);
        }
    }
    /** First place whose weight is at least `weight`. */
    find(weight) {
        let low = 0;
        let high = this.weights.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (this.weights[middle] < weight)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
