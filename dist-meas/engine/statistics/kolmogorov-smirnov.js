import { portable } from "../random/portable-math.js";
/** Kolmogorov-Smirnov test of independent samples against a continuous distribution with no parameter fitted to them. */
export function kolmogorovSmirnov(samples, cdf) {
    const sorted = Float64Array.from(samples).sort();
    const n = sorted.length;
    let distance = 0;
    for (let i = 0; i < n; i++) {
        const p = cdf(sorted[i]);
        distance = Math.max(distance, p - i / n, (i + 1) / n - p);
    }
    return { distance, pValue: kolmogorovTail(distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n))) };
}
/** P(K > x) of Kolmogorov's limiting distribution; the argument above carries Stephens' (1970) correction for finite n. */
function kolmogorovTail(x) {
    if (x < 0.2)
        return 1; // the series converges slowly here, and the tail is 1 to 12 digits
    let sum = 0;
    for (let k = 1; k <= 40; k++)
        sum += (k % 2 === 1 ? 2 : -2) * portable.exp(-2 * k * k * x * x);
    return Math.min(1, Math.max(0, sum));
}
