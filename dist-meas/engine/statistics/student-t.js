import { portable } from "../random/portable-math.js";
import { incompleteBeta } from "./incomplete-beta.js";
const { cos, erfcinv, exp, gammaln, ln, log1p, sin } = portable;
/** Quantile of the standard normal distribution; `probability` in 0..1. */
export const normalQuantile = (probability) => -Math.SQRT2 * erfcinv(2 * probability);
/**
 * Quantile of Student's t distribution, error below 1e-9 (relative; absolute for quantiles below 1): `studentT(0.975, n - 1)` is the
 * factor of a 95 % interval.
 * `degrees` of freedom > 0, not necessarily whole; Infinity gives the normal distribution.
 * @throws RangeError outside 0..1 or for degrees not above 0.
 */
export function studentT(probability, degrees) {
    if (!(probability >= 0 && probability <= 1))
        throw new RangeError(`studentT: found probability ${probability}, expected 0 to 1`);
    if (!(degrees > 0))
        throw new RangeError(`studentT: found ${degrees} degrees of freedom, expected a number above 0`);
    if (probability === 0.5)
        return 0;
    if (probability > 0.5)
        return upperQuantile(1 - probability, degrees);
    return -upperQuantile(probability, degrees);
}
/** P(|T| > t) for t >= 0: the p-value of a two-sided t test. */
export const studentTwoSided = (t, degrees) => (t === Infinity ? 0 : 2 * upperTail(t, degrees));
/** t with P(T > t) = tail, for tail < 1/2. */
function upperQuantile(tail, degrees) {
    if (tail === 0)
        return Infinity;
    if (degrees === 1)
        return cos(Math.PI * tail) / sin(Math.PI * tail);
    if (degrees === 2)
        return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
    const start = expansion(-normalQuantile(tail), degrees);
    return degrees > 1e4 ? start : solve(tail, degrees, start);
}
/** Cornish-Fisher expansion of the t quantile around the normal quantile z (Abramowitz and Stegun 26.7.5); error of order degrees^-5. */
function expansion(z, degrees) {
    const z2 = z * z;
    const g1 = (z2 + 1) * z * (1 / 4);
    const g2 = ((5 * z2 + 16) * z2 + 3) * z * (1 / 96);
    const g3 = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * z * (1 / 384);
    const g4 = ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) * z * (1 / 92160);
    const r = 1 / degrees;
    return z + r * (g1 + r * (g2 + r * (g3 + r * g4)));
}
/** Newton steps on ln P(T > t) over ln t, which is nearly straight in the tail, kept inside a shrinking bracket. */
function solve(tail, degrees, start) {
    const target = ln(tail);
    let low = -745;
    let high = 745; // ln t
    let u = ln(start > 0 ? start : 1);
    for (let i = 0; i < 200; i++) {
        const t = exp(u);
        const survival = upperTail(t, degrees);
        const excess = ln(survival) - target;
        if (excess > 0)
            low = u;
        else
            high = u;
        const slope = (-density(t, degrees) * t) / survival;
        let next = u - excess / slope;
        if (!(next > low && next < high))
            next = low + (high - low) / 2;
        if (Math.abs(next - u) < 1e-14)
            return exp(next);
        u = next;
    }
    return exp(u);
}
function density(t, degrees) {
    const normalization = gammaln((degrees + 1) / 2) - gammaln(degrees / 2) - 0.5 * ln(Math.PI * degrees);
    return exp(normalization - ((degrees + 1) / 2) * log1p((t * t) / degrees));
}
/** P(T > t) for t > 0. */
const upperTail = (t, degrees) => {
    const x = degrees / (degrees + t * t);
    return 0.5 * incompleteBeta(x, (t * t) / (degrees + t * t), degrees / 2, 0.5);
};
