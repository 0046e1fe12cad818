import { gammaSampler } from "./gamma.js";
import { portable } from "./portable-math.js";
import { zipfMoment, zipfSampler } from "./zipf.js";
/** Underlying normal of a lognormal distribution: X = e^(location + scale Z). */
function lognormalParameters(spec) {
    if ("median" in spec) {
        const z = -Math.SQRT2 * portable.erfcinv((2 * spec.percentile) / 100);
        return { location: portable.ln(spec.median), scale: portable.ln(spec.value / spec.median) / z };
    }
    const variance = portable.log1p(spec.cv * spec.cv);
    return { location: portable.ln(spec.mean) - variance / 2, scale: Math.sqrt(variance) };
}
/** Probability of the branch with the shorter mean. */
const shortBranch = (cv) => (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
/**
 * What is wrong with the parameters - what was found, what was expected and the fix - or undefined if nothing is.
 * `sampler`, `meanOf` and `varianceOf` throw it as a RangeError.
 */
export function distributionProblem(spec) {
    const checks = requirements(spec);
    const failed = checks.find(([ok]) => !ok);
    return failed && `${spec.kind}: ${failed[1]}`;
}
const positive = (name, value) => [
    value > 0 && value < Infinity,
    `${name}: found ${value}, expected a finite number above 0`,
];
const finite = (name, value) => [
    Number.isFinite(value),
    `${name}: found ${value}, expected a finite number`,
];
const count = (name, value) => [
    Number.isInteger(value) && value >= 1 && value <= 4294967296,
    `${name}: found ${value}, expected a whole number from 1 to 2^32`,
];
function list(values) {
    const odd = values.findIndex((value) => !Number.isFinite(value));
    return [
        [values.length > 0, "values: found none, expected at least one; for a single value write kind constant"],
        [odd < 0, `values[${odd}]: found ${values[odd]}, expected a finite number`],
    ];
}
function requirements(spec) {
    switch (spec.kind) {
        case "constant":
            return [finite("value", spec.value)];
        case "uniform":
            return [
                finite("low", spec.low),
                finite("high", spec.high),
                [
                    spec.low < spec.high,
                    `low ${spec.low}, high ${spec.high}: expected low below high; swap them, or write kind constant if they are equal`,
                ],
            ];
        case "exponential":
            return [positive("mean", spec.mean)];
        case "erlang":
            return [positive("mean", spec.mean), count("stages", spec.stages)];
        case "gamma":
            return [positive("mean", spec.mean), positive("cv", spec.cv)];
        case "hyperexponential":
            return [
                positive("mean", spec.mean),
                [spec.cv >= 1 && spec.cv < Infinity, `cv: found ${spec.cv}, expected 1 or more; below 1 write kind gamma or erlang`],
            ];
        case "lognormal":
            if ("median" in spec) {
                return [
                    positive("median", spec.median),
                    positive("value", spec.value),
                    [
                        spec.percentile > 50 && spec.percentile < 100,
                        `percentile: found ${spec.percentile}, expected a number between 50 and 100, e.g. 99 with the 99th percentile as value`,
                    ],
                    [
                        spec.value > spec.median,
                        `value: found ${spec.value}, expected a percentile above the median ${spec.median}; are the two numbers exchanged?`,
                    ],
                ];
            }
            return [positive("mean", spec.mean), positive("cv", spec.cv)];
        case "weibull":
            return [positive("shape", spec.shape), positive("scale", spec.scale)];
        case "pareto":
            return [positive("shape", spec.shape), positive("minimum", spec.minimum)];
        case "zipf":
            return [
                [
                    spec.exponent >= 0 && spec.exponent < Infinity,
                    `exponent: found ${spec.exponent}, expected 0 or more (0: all ranks equally likely, 1: the classic)`,
                ],
                count("n", spec.n),
            ];
        case "trace":
            return list(spec.values);
        case "empirical": {
            const { values, weights } = spec;
            if (weights === undefined)
                return list(values);
            const odd = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
            return [
                ...list(values),
                [weights.length === values.length, `weights: found ${weights.length} for ${values.length} values, expected one weight a value`],
                [odd < 0, `weights[${odd}]: found ${weights[odd]}, expected a number of at least 0`],
                [weights.some((weight) => weight > 0), "weights: found only zeros, expected at least one above 0"],
            ];
        }
        default:
            return [
                [
                    false,
                    "unknown kind of distribution; expected constant, uniform, exponential, erlang, gamma, hyperexponential, lognormal, weibull, pareto, zipf, empirical or trace",
                ],
            ];
    }
}
function check(spec) {
    const problem = distributionProblem(spec);
    if (problem !== undefined)
        throw new RangeError(problem);
}
/**
 * A function that draws from `spec` with numbers of `stream`, and remembers nothing between draws, but for a trace: see `traceSampler`.
 * @throws RangeError if the parameters are impossible.
 */
export function sampler(spec, stream) {
    check(spec);
    switch (spec.kind) {
        case "constant": {
            const { value } = spec;
            return () => value;
        }
        case "uniform": {
            const { low, high } = spec;
            return () => low + (high - low) * stream.next();
        }
        case "exponential": {
            const { mean } = spec;
            return () => stream.exponential(mean);
        }
        case "erlang": {
            const { stages } = spec;
            const stageMean = spec.mean / stages;
            return () => {
                let sum = 0;
                for (let i = 0; i < stages; i++)
                    sum += stream.exponential(stageMean);
                return sum;
            };
        }
        case "gamma": {
            const shape = 1 / (spec.cv * spec.cv);
            return gammaSampler(shape, spec.mean / shape, stream);
        }
        case "hyperexponential": {
            const p = shortBranch(spec.cv);
            const shortMean = spec.mean / (2 * p);
            const longMean = spec.mean / (2 * (1 - p));
            return () => stream.exponential(stream.next() < p ? shortMean : longMean);
        }
        case "lognormal": {
            const { location, scale } = lognormalParameters(spec);
            return () => portable.exp(location + scale * stream.normal());
        }
        case "weibull": {
            const { scale } = spec;
            const power = 1 / spec.shape;
            return () => scale * portable.exp(power * portable.ln(stream.exponential(1))); // twice as fast as pow
        }
        case "pareto": {
            const { minimum } = spec;
            const mean = 1 / spec.shape; // of the logarithm's excess
            return () => minimum * portable.exp(stream.exponential(mean));
        }
        case "zipf":
            return zipfSampler(spec.exponent, spec.n, stream);
        case "empirical":
            return empiricalSampler(spec.values, spec.weights, stream);
        case "trace":
            return traceSampler(spec.values);
    }
}
/**
 * The values in the order given, then from the first again. It remembers where it is: `keep` it in a
 * simulation that is saved.
 */
export function traceSampler(values) {
    check({ kind: "trace", values });
    let position = 0;
    const next = () => {
        if (position === values.length)
            position = 0;
        return values[position++];
    };
    return Object.assign(next, { save: () => position, restore: (state) => void (position = state) });
}
/** Inversion over the sorted values: the order they were given in does not matter, and antithetic streams mirror the result. */
function empiricalSampler(values, weights, stream) {
    if (weights === undefined) {
        const sorted = Float64Array.from(values).sort();
        return () => sorted[stream.integer(sorted.length)];
    }
    const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || weights[a] - weights[b]);
    const sorted = Float64Array.from(order, (i) => values[i]);
    let sum = 0;
    const cumulative = Float64Array.from(order, (i) => (sum += weights[i]));
    return () => {
        const target = stream.next() * sum;
        let low = 0;
        let high = sorted.length - 1;
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (target < cumulative[middle])
                high = middle;
            else
                low = middle + 1;
        }
        return sorted[low];
    };
}
/** Exact mean; Infinity where the distribution has none. @throws RangeError if the parameters are impossible. */
export function meanOf(spec) {
    return moments(spec).mean;
}
/** Exact variance; Infinity where the distribution has none. @throws RangeError if the parameters are impossible. */
export function varianceOf(spec) {
    return moments(spec).variance;
}
function moments(spec) {
    check(spec);
    switch (spec.kind) {
        case "constant":
            return { mean: spec.value, variance: 0 };
        case "uniform":
            return { mean: spec.low + (spec.high - spec.low) / 2, variance: ((spec.high - spec.low) * (spec.high - spec.low)) / 12 };
        case "exponential":
            return { mean: spec.mean, variance: spec.mean * spec.mean };
        case "erlang":
            return { mean: spec.mean, variance: (spec.mean * spec.mean) / spec.stages };
        case "gamma":
        case "hyperexponential":
            return { mean: spec.mean, variance: spec.mean * spec.cv * spec.mean * spec.cv };
        case "lognormal": {
            const { location, scale } = lognormalParameters(spec);
            const mean = "mean" in spec ? spec.mean : portable.exp(location + (scale * scale) / 2);
            return { mean, variance: mean * mean * portable.expm1(scale * scale) };
        }
        case "weibull": {
            const factorial = (x) => portable.exp(portable.gammaln(1 + x));
            const first = factorial(1 / spec.shape);
            return { mean: spec.scale * first, variance: spec.scale * spec.scale * (factorial(2 / spec.shape) - first * first) };
        }
        case "pareto": {
            const { shape, minimum } = spec;
            return {
                mean: shape > 1 ? (shape * minimum) / (shape - 1) : Infinity,
                variance: shape > 2 ? (minimum * minimum * shape) / ((shape - 1) * (shape - 1) * (shape - 2)) : Infinity,
            };
        }
        case "zipf": {
            const mean = zipfMoment(spec.exponent, spec.n, 1);
            return { mean, variance: zipfMoment(spec.exponent, spec.n, 2) - mean * mean };
        }
        case "trace":
            return weightedMoments(spec.values, undefined);
        case "empirical":
            return weightedMoments(spec.values, spec.weights);
    }
}
function weightedMoments(values, weights) {
    const weight = (i) => (weights === undefined ? 1 : weights[i]);
    const total = values.reduce((sum, _, i) => sum + weight(i), 0);
    const mean = values.reduce((sum, value, i) => sum + weight(i) * value, 0) / total;
    const variance = values.reduce((sum, value, i) => sum + weight(i) * (value - mean) * (value - mean), 0) / total;
    return { mean, variance };
}
