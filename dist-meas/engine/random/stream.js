// Named streams of pseudo-random numbers: one per purpose, so that a new draw in one place moves no draw in another.
import alea from "seedrandom/lib/alea.js";
import { portable } from "./portable-math.js";
import { exponentialZiggurat, normalZiggurat } from "./ziggurat.js";
const TWO_32 = 4294967296;
const STEP = 1 / TWO_32;
const HALF_STEP = STEP / 2;
const expTail = exponentialZiggurat.tail;
const expWidth = exponentialZiggurat.width;
const expInner = exponentialZiggurat.inner;
const expHeight = exponentialZiggurat.height;
const normalTail = normalZiggurat.tail;
const normalWidth = normalZiggurat.width;
const normalInner = normalZiggurat.inner;
const normalHeight = normalZiggurat.height;
/**
 * Baagøe's Alea, as in seedrandom: seedrandom turns the seed text into the state, and the same recurrence runs on here, where it is
 * inlined into its callers and can be saved. A test compares the numbers with seedrandom's own.
 */
class AleaStream {
    name;
    antithetic;
    state = new Float64Array(4); // s0, s1, s2, carry
    constructor(seed, name, antithetic) {
        this.name = name;
        this.antithetic = antithetic;
        // JSON, because "1" + "2/x" and "12" + "/x" must not be the same seed.
        const { s0, s1, s2, c } = alea(JSON.stringify([String(seed), name]), { state: true }).state();
        this.state.set([s0, s1, s2, c]);
    }
    /** Next number of the recurrence: a multiple of 2^-32 in [0, 1). */
    draw() {
        const state = this.state;
        const t = 2091639 * state[0] + state[3] * STEP;
        const carry = t | 0;
        const u = t - carry;
        state[0] = state[1];
        state[1] = state[2];
        state[2] = u;
        state[3] = carry;
        return u;
    }
    next() {
        const u = this.draw() + HALF_STEP;
        return this.antithetic ? 1 - u : u;
    }
    exponential(mean) {
        const bits = (this.draw() * TWO_32) >>> 0;
        const layer = bits & 255;
        const position = bits >>> 8;
        if (position < expInner[layer] && !this.antithetic)
            return (position + 0.5) * expWidth[layer] * mean;
        return +this.rareExponential(layer, position) * mean;
    }
    /** The part of `exponential` that few draws need, kept apart so that the common part is inlined. */
    rareExponential(layer, position) {
        const x = this.plainExponential(layer, position);
        // -ln(1 - e^-x) is the variate as far from the top as x is from the bottom.
        return this.antithetic ? -portable.ln(-portable.expm1(-x)) : x;
    }
    plainExponential(layer, position) {
        let shift = 0; // the tail of an exponential is the same exponential, moved
        for (;;) {
            const x = (position + 0.5) * expWidth[layer];
            if (position < expInner[layer])
                return shift + x;
            if (layer === 0)
                shift += expTail;
            else {
                const low = expHeight[layer];
                if (low + (this.draw() + HALF_STEP) * (expHeight[layer + 1] - low) < portable.exp(-x))
                    return shift + x;
            }
            const bits = (this.draw() * TWO_32) >>> 0;
            layer = bits & 255;
            position = bits >>> 8;
        }
    }
    normal() {
        const bits = (this.draw() * TWO_32) >>> 0;
        const layer = bits & 255;
        const position = bits >>> 9;
        const sign = ((bits & 256) !== 0) !== this.antithetic ? -1 : 1;
        if (position < normalInner[layer])
            return sign * (position + 0.5) * normalWidth[layer];
        return sign * +this.rareNormal(layer, position);
    }
    /** Magnitude of a normal variate where the fast path could not decide. */
    rareNormal(layer, position) {
        for (;;) {
            const x = (position + 0.5) * normalWidth[layer];
            if (position < normalInner[layer])
                return x;
            if (layer === 0)
                return this.normalTail();
            const low = normalHeight[layer];
            if (low + (this.draw() + HALF_STEP) * (normalHeight[layer + 1] - low) < portable.exp(-0.5 * x * x))
                return x;
            const bits = (this.draw() * TWO_32) >>> 0;
            layer = bits & 255;
            position = bits >>> 9;
        }
    }
    /** A normal variate known to lie beyond the last layer (Marsaglia, Technometrics 6, 1964). */
    normalTail() {
        for (;;) {
            const x = -portable.ln(this.draw() + HALF_STEP) / normalTail;
            const y = -portable.ln(this.draw() + HALF_STEP);
            if (2 * y > x * x)
                return normalTail + x;
        }
    }
    integer(n) {
        if (!(n >= 1 && n <= TWO_32 && Math.floor(n) === n))
            throw new RangeError(`stream ${this.name}: integer(${n}): expected a whole number from 1 to 2^32`);
        // Cells that do not divide evenly among n results are drawn again.
        const fair = TWO_32 - (TWO_32 % n);
        let cell = this.draw() * TWO_32;
        while (cell >= fair)
            cell = this.draw() * TWO_32;
        const value = cell % n;
        return this.antithetic ? n - 1 - value : value;
    }
    save() {
        const [s0, s1, s2, carry] = this.state;
        return [s0, s1, s2, carry];
    }
    restore(state) {
        this.state.set(state);
    }
}
/** A stream of its own for `name` under `seed`. Equal arguments give equal numbers; different names give unrelated ones. */
export function createStream(seed, name, options = {}) {
    return new AleaStream(seed, name, options.antithetic ?? false);
}
/** All streams of one run: the same name gives the same stream object. */
export class Streams {
    seed;
    options;
    byName = new Map();
    /** @throws RangeError if the seed is a number that JavaScript may have rounded. */
    constructor(seed, options = {}) {
        if (typeof seed === "number" && !Number.isSafeInteger(seed)) {
            throw new RangeError(`seed: found ${seed}, expected an integer within ±(2^53 - 1) or a text; write a long seed in quotes`);
        }
        this.seed = seed;
        this.options = options;
    }
    get(name) {
        let stream = this.byName.get(name);
        if (stream === undefined) {
            stream = createStream(this.seed, name, this.options);
            this.byName.set(name, stream);
        }
        return stream;
    }
    /** States of all streams used so far, by name. */
    save() {
        return Object.fromEntries(Array.from(this.byName, ([name, stream]) => [name, stream.save()]));
    }
    /** Goes on from a saved state. Streams first used after `save` start afresh, as they did then. */
    restore(states) {
        for (const [name, stream] of this.byName) {
            if (!(name in states))
                stream.restore(createStream(this.seed, name).save());
        }
        for (const [name, state] of Object.entries(states))
            this.get(name).restore(state);
    }
}
