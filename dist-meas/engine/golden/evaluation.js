/** Every statistic of the engine over the mixed model's times in system. */
import { batchMeansInterval, Histogram, kolmogorovSmirnov, meanInterval, mser5, pairedComparison, portable, quantileInterval, rankSystems, replicationDeletion, runsQuantileInterval, Series, stopping, Tally, } from "../index.js";
const PARTS = 8;
/** Statistics of samples, and of their parts as if they were runs. */
export function evaluate(samples) {
    const tally = new Tally();
    const histogram = new Histogram();
    const series = new Series();
    for (const x of samples) {
        tally.add(x);
        histogram.add(x);
        series.add(x);
    }
    const { parts, means } = split(samples);
    const mergedTally = new Tally();
    const histograms = parts.map((part) => {
        const own = new Histogram();
        const ownTally = new Tally();
        for (const x of part) {
            own.add(x);
            ownTally.add(x);
        }
        mergedTally.merge(ownTally);
        return own;
    });
    return {
        tally: [tally.n, tally.mean, tally.variance, tally.standardDeviation, tally.min, tally.max],
        mergedTally: [mergedTally.n, mergedTally.mean, mergedTally.variance],
        histogram: histogram.toJSON(),
        quantiles: [0, 0.5, 0.9, 0.99, 0.999, 1].map((q) => histogram.quantile(q)),
        above: histogram.countAbove(tally.mean),
        quantileInterval: quantileInterval(histogram, 0.9, 0.95),
        runsQuantileInterval: runsQuantileInterval(histograms, 0.95, 0.95),
        mser5: mser5(series.values()),
        meanInterval: meanInterval(means, 0.95),
        batchMeans: batchMeansInterval(series.values(), 0.99),
        replicationDeletion: replicationDeletion(parts, 0.9),
        stopping: stopping(means, { relativeError: 0.05, confidence: 0.95, min: 3, max: 50 }),
        kolmogorovSmirnov: kolmogorovSmirnov(samples, (x) => 1 - portable.exp(-x / tally.mean)),
    };
}
/** Comparisons between sources, the parts of their samples taken for runs. */
export function compare(responses) {
    const systems = new Map(Object.entries(responses).map(([name, samples]) => [name, split(samples).means]));
    const [first, ...others] = systems.values();
    return [rankSystems(systems, 0.95), ...others.map((other) => pairedComparison(first, other, 0.95))];
}
function split(samples) {
    const length = Math.floor(samples.length / PARTS);
    const parts = Array.from({ length: PARTS }, (_, part) => samples.slice(part * length, (part + 1) * length));
    return { parts, means: parts.map((part) => part.reduce((sum, x) => sum + x, 0) / part.length) };
}
