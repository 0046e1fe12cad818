import { sampleVariance } from "simple-statistics";
import { meanInterval } from "./interval.js";
import { studentTwoSided } from "./student-t.js";
function requirePairs(names, first, second) {
    if (first.length !== second.length) {
        throw new RangeError(`${names}: found ${first.length} and ${second.length} replications, expected pairs with common random numbers; run both the same number of times`);
    }
}
/** Compares two systems by their replications: entry i of both must come from the same random numbers. @throws RangeError without pairs. */
export function pairedComparison(first, second, confidence) {
    requirePairs("paired comparison", first, second);
    const differences = second.map((value, i) => value - first[i]);
    const difference = meanInterval(differences, confidence);
    const { low, high, mean, n } = difference;
    if (n < 2)
        return { difference, verdict: "can't tell", pValue: 1, varianceSaved: NaN };
    const spread = sampleVariance(differences);
    const apart = sampleVariance(first) + sampleVariance(second);
    return {
        difference,
        verdict: high < 0 ? "lower" : low > 0 ? "higher" : "can't tell",
        pValue: mean === 0 ? 1 : spread === 0 ? 0 : studentTwoSided(Math.abs(mean) / Math.sqrt(spread / n), n - 1),
        varianceSaved: apart === 0 ? NaN : 1 - spread / apart,
    };
}
/**
 * Orders systems by their means, smallest first, under common random numbers. All pairs are tested, with Holm's correction: the
 * probability of even one wrong order among them is at most 1 - confidence.
 * Source: Holm, A simple sequentially rejective multiple test procedure, Scand. J. Statistics 6, 1979.
 */
export function rankSystems(systems, confidence) {
    const entries = [...systems].map(([name, values]) => ({
        name,
        values,
        mean: meanInterval(values, confidence).mean,
        better: 0,
        worse: 0,
    }));
    const pairs = entries.flatMap((second, j) => entries.slice(0, j).map((first) => {
        requirePairs(`${first.name} and ${second.name}`, first.values, second.values);
        return { first, second, ...pairedComparison(first.values, second.values, confidence) };
    }));
    const adjusted = holm(pairs.map(({ pValue }) => pValue));
    pairs.forEach(({ first, second, difference }, i) => {
        if (adjusted[i] > 1 - confidence)
            return;
        const [smaller, larger] = difference.mean > 0 ? [first, second] : [second, first];
        smaller.better++;
        larger.worse++;
    });
    return entries
        .map(({ name, mean, better, worse }) => ({ name, mean, rankLow: 1 + worse, rankHigh: entries.length - better }))
        .sort((a, b) => a.mean - b.mean || (a.name < b.name ? -1 : 1));
}
/** Holm's adjusted p-values, in the order given: reject those at most the level. */
export function holm(pValues) {
    const order = pValues.map((_, i) => i).sort((a, b) => pValues[a] - pValues[b] || a - b);
    const adjusted = new Array(pValues.length);
    let largest = 0;
    order.forEach((index, rank) => {
        largest = Math.max(largest, Math.min(1, (pValues.length - rank) * pValues[index]));
        adjusted[index] = largest;
    });
    return adjusted;
}
