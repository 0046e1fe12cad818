export interface RandomStream {
    readonly name: string;
    /** Uniform in the open interval (0, 1), on the midpoints of a grid of 2^32 cells: never 0, never 1. */
    next(): number;
    /** Exponential with this mean, in the mean's unit. */
    exponential(mean: number): number;
    /** Standard normal: mean 0, variance 1. */
    normal(): number;
    /** Uniform integer in 0 .. n - 1 without bias; n an integer in 1 .. 2^32. @throws RangeError outside. */
    integer(n: number): number;
    /** True for the mirrored member of an antithetic pair. */
    readonly antithetic: boolean;
    /** State of the generator, to go on from later with `restore`: plain numbers, safe to store as JSON. */
    save(): StreamState;
    restore(state: StreamState): void;
}
export type StreamState = readonly [s0: number, s1: number, s2: number, carry: number];
export interface StreamOptions {
    /**
     * Mirror every draw: where the stream without this option gives the p-quantile, this one gives the (1 - p)-quantile of the same
     * distribution. The average over such a pair of runs varies less than that over two independent ones wherever the model is monotone.
     */
    readonly antithetic?: boolean;
}
/** A stream of its own for `name` under `seed`. Equal arguments give equal numbers; different names give unrelated ones. */
export declare function createStream(seed: number | string, name: string, options?: StreamOptions): RandomStream;
/** All streams of one run: the same name gives the same stream object. */
export declare class Streams {
    readonly seed: number | string;
    private readonly options;
    private readonly byName;
    /** @throws RangeError if the seed is a number that JavaScript may have rounded. */
    constructor(seed: number | string, options?: StreamOptions);
    get(name: string): RandomStream;
    /** States of all streams used so far, by name. */
    save(): Record<string, StreamState>;
    /** Goes on from a saved state. Streams first used after `save` start afresh, as they did then. */
    restore(states: Readonly<Record<string, StreamState>>): void;
}
