/**
 * How often an LRU cache of `capacity` entries (a TLB, a page-walk cache, a data cache) finds what it is asked for among `items`.
 * Covers independent references of fixed popularity. Leaves out associativity and locality in time beyond popularity.
 */
import { portable } from "../../../engine/index.js";
export const UNIFORM = { kind: "uniform" };
/**
 * Share of references that hit [1]. `items` need not be whole; an empty cache never hits, one that holds all items always does. `run`: references in
 * a row that a scan makes to one item before it goes on to the next.
 */
export function lruHitRatio(popularity, capacity, items, run = 1) {
    if (capacity <= 0)
        return 0;
    if (capacity >= items)
        return 1;
    switch (popularity.kind) {
        case "uniform":
            return capacity / items;
        case "scan": // LRU has just thrown out what comes next
            return 1 - 1 / Math.max(1, run);
        case "zipf": {
            const classes = classesOf(popularity, items);
            return cheHitRatio(classes, cheTime([classes], capacity));
        }
    }
}
const SINGLE_RANKS = 64;
const CLASS_GROWTH = 1.2;
/** All items by popularity; those of a scan are used equally often. */
export function classesOf(popularity, items) {
    if (popularity.kind === "zipf")
        return zipfClasses(popularity.exponent, Math.ceil(items));
    return [{ count: items, probability: 1 / items }];
}
/** The first ranks one by one, then classes of ranks that grow in width, with the mean of their probabilities. */
function zipfClasses(exponent, items) {
    const { ln, exp, expm1 } = portable;
    const power = 1 - exponent;
    /** Integral of x^-exponent from `low` to `high`. */
    const integral = (low, high) => {
        const span = ln(high / low);
        return Math.abs(power * span) < 1e-9 ? span * exp(power * ln(low)) : (exp(power * ln(low)) * expm1(power * span)) / power;
    };
    const weights = [];
    for (let rank = 1; rank <= items;) {
        const next = rank < SINGLE_RANKS ? rank + 1 : Math.min(items + 1, Math.ceil(rank * CLASS_GROWTH));
        const weight = next === rank + 1 ? exp(-exponent * ln(rank)) : integral(rank - 0.5, next - 0.5);
        weights.push({ count: next - rank, weight });
        rank = next;
    }
    const total = weights.reduce((sum, { weight }) => sum + weight, 0);
    return weights.map(({ count, weight }) => ({ count, probability: weight / total / count }));
}
/**
 * Che's approximation: in an LRU cache every item stays for the same number of references t after its last use, found from
 * sum(1 - e^(-p t)) = capacity; its hit ratio is 1 - e^(-p t). `streams`: items of each kind of reference, all kinds being as frequent.
 * Infinity if everything fits. Source: Che, Tung, Wang, IEEE JSAC 20(7), 2002; error below one percentage point under Zipf (Fricker, Robert,
 * Roberts, ITC 2012).
 */
export function cheTime(streams, capacity) {
    const items = streams.flat();
    if (items.reduce((sum, { count }) => sum + count, 0) <= capacity)
        return Number.POSITIVE_INFINITY;
    const inCache = (time) => items.reduce((sum, { count, probability }) => sum - count * portable.expm1(-probability * time), 0);
    let low = 0;
    let high = capacity;
    while (inCache(high) < capacity)
        [low, high] = [high, 2 * high];
    for (let step = 0; step < 50; step++) {
        const middle = (low + high) / 2;
        if (inCache(middle) < capacity)
            low = middle;
        else
            high = middle;
    }
    return high;
}
export function cheHitRatio(items, time) {
    if (time === Number.POSITIVE_INFINITY)
        return 1;
    return items.reduce((sum, { count, probability }) => sum - count * probability * portable.expm1(-probability * time), 0);
}
