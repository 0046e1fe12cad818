/** One of every distribution and of every arrival process, for the mixed model, and the bits of what they and the functions give. */
import { createArrivals, createStream, meanOf, meanRate, portable, sampler, varianceOf, } from "../index.js";
import { BitHash } from "./bit-hash.js";
/** Service times, means near 5 [ms]. */
export const DISTRIBUTIONS = {
    constant: { kind: "constant", value: 5 },
    uniform: { kind: "uniform", low: 1, high: 9 },
    exponential: { kind: "exponential", mean: 5 },
    erlang: { kind: "erlang", mean: 5, stages: 3 },
    "gamma, cv 0.5": { kind: "gamma", mean: 5, cv: 0.5 },
    "gamma, cv 2": { kind: "gamma", mean: 5, cv: 2 },
    hyperexponential: { kind: "hyperexponential", mean: 5, cv: 2 },
    lognormal: { kind: "lognormal", mean: 5, cv: 1 },
    "lognormal by percentile": { kind: "lognormal", median: 4, percentile: 99, value: 20 },
    weibull: { kind: "weibull", shape: 1.5, scale: 5.5 },
    pareto: { kind: "pareto", shape: 2.5, minimum: 3 },
    zipf: { kind: "zipf", exponent: 1.1, n: 30 },
    empirical: { kind: "empirical", values: [2, 9, 4, 7, 3] },
    "weighted empirical": { kind: "empirical", values: [2, 9, 4, 7, 3], weights: [3, 1, 2, 1, 3] },
    trace: { kind: "trace", values: [5, 3, 8, 1, 6, 7] },
};
/** As from a coarse clock: quadratic residues, which lie as if at random, each of them twice. */
const recorded = Float64Array.from({ length: 5000 }, (_, row) => ((row * row) % 4999) / 100).sort();
/** Sources of about 100 customers a second. */
export const ARRIVALS = {
    poisson: { kind: "poisson", rate: 100 },
    varying: {
        kind: "varying",
        points: [
            { time: 0, rate: 20 },
            { time: 2, rate: 240 },
            { time: 3, rate: 60 },
            { time: 3, rate: 90 },
            { time: 6, rate: 10 },
        ],
    },
    mmpp: {
        kind: "mmpp",
        states: [
            { rate: 30, transitions: [0, 2, 1] },
            { rate: 250, transitions: [5, 0, 1] },
            { rate: 0, transitions: [4, 4, 0] },
        ],
    },
    "on/off": {
        kind: "onOff",
        on: { kind: "exponential", mean: 0.5 },
        off: { kind: "exponential", mean: 0.7 },
        gap: { kind: "exponential", mean: 0.004 },
    },
    batch: { kind: "batches", arrivals: { kind: "poisson", rate: 30 }, size: { kind: "zipf", exponent: 1.2, n: 12 } },
    renewal: { kind: "renewal", gap: { kind: "gamma", mean: 0.01, cv: 1.5 } },
    trace: { kind: "trace", trace: { name: "recorded", times: recorded, columns: {} }, share: 0.9, speed: 1 },
    periodic: { kind: "periodic", every: 0.01, jitter: 0.004 },
    bursts: { kind: "bursts", every: 0.05, size: 5, gap: 0.001 },
};
const DRAWS = 1500;
/** Names and hashes: each function over a grid, each distribution with its antithetic half, each arrival process. */
export function variateHashes(seed) {
    const streams = (name) => [false, true].map((antithetic) => createStream(seed, name, { antithetic }));
    return [
        ...Object.entries(FUNCTIONS).map(([name, f]) => {
            const hash = new BitHash();
            for (let i = -300; i < 1200; i++)
                hash.add(f(i / 16 + 1 / 3));
            return [`function ${name}`, hash.hex];
        }),
        ...Object.entries(DISTRIBUTIONS).map(([name, spec]) => {
            const hash = new BitHash().add([meanOf(spec), varianceOf(spec)]);
            for (const draw of streams(name).map((stream) => sampler(spec, stream)))
                for (let i = 0; i < DRAWS; i++)
                    hash.add(draw());
            return [`distribution ${name}`, hash.hex];
        }),
        ...Object.entries(ARRIVALS).map(([name, spec]) => {
            const hash = new BitHash().add(meanRate(spec));
            for (const source of streams(name).map((stream) => createArrivals(spec, stream, 0.5))) {
                for (let i = 0; i < DRAWS; i++)
                    hash.add([source.next(), source.row]);
            }
            return [`arrivals ${name}`, hash.hex];
        }),
    ];
}
const { erfcinv, pow, ...oneArgument } = portable;
/** Over arguments -18 to 75; outside their domain they give NaN or Infinity, which counts too. */
const FUNCTIONS = {
    ...oneArgument,
    erfcinv: (x) => erfcinv(Math.abs(x) / 40),
    pow: (x) => pow(Math.abs(x), x / 7),
    sqrt: (x) => Math.sqrt(x),
};
