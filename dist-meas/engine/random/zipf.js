import { portable } from "./portable-math.js";
const { exp, expm1, ln, log1p } = portable;
/** (e^x - 1) / x, continued through 0. */
const expm1OverX = (x) => (Math.abs(x) > 1e-8 ? expm1(x) / x : 1 + x / 2);
/** ln(1 + x) / x, continued through 0. */
const log1pOverX = (x) => (Math.abs(x) > 1e-8 ? log1p(x) / x : 1 - x / 2);
/**
 * Ranks 1..n with probability proportional to k^-exponent, in constant time and memory.
 * Source: Hörmann and Derflinger, Rejection-inversion to generate variates from monotone discrete distributions, ACM TOMACS 6(3), 1996.
 */
export function zipfSampler(exponent, n, stream) {
    const density = (x) => exp(-exponent * ln(x));
    /** Integral of the density from 1 to x. */
    const integral = (x) => ln(x) * expm1OverX((1 - exponent) * ln(x));
    const inverse = (y) => exp(y * log1pOverX(Math.max(-1, y * (1 - exponent))));
    const start = integral(1.5) - 1;
    const end = integral(n + 0.5);
    const sure = 2 - inverse(integral(2.5) - density(2));
    return () => {
        for (;;) {
            const y = start + stream.next() * (end - start);
            const x = inverse(y);
            const k = Math.min(n, Math.max(1, Math.round(x)));
            if (k - x <= sure || y >= integral(k + 0.5) - density(k))
                return k;
        }
    };
}
/** Sum of k^-s over k = 1..n: the first terms one by one, the rest by the Euler-Maclaurin formula; relative error below 1e-12. */
function powerSum(s, n) {
    const direct = Math.min(n, 1000);
    let sum = 0;
    for (let k = direct; k >= 1; k--)
        sum += exp(-s * ln(k));
    if (n === direct)
        return sum;
    const term = (x) => exp(-s * ln(x));
    const antiderivative = (x) => ln(x) * expm1OverX((1 - s) * ln(x));
    const [fa, fb] = [term(direct), term(n)];
    const rest = antiderivative(n) - antiderivative(direct) + (fb - fa) / 2;
    const slopes = (-s * fb) / n + (s * fa) / direct;
    const thirds = (-s * (s + 1) * (s + 2) * fb) / (n * n * n) + (s * (s + 1) * (s + 2) * fa) / (direct * direct * direct);
    return sum + rest + slopes / 12 - thirds / 720;
}
/** Mean of k^power over Zipf ranks. */
export const zipfMoment = (exponent, n, power) => powerSum(exponent - power, n) / powerSum(exponent, n);
