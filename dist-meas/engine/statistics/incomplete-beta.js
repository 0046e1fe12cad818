import { portable } from "../random/portable-math.js";
const { exp, gammaln, ln } = portable;
/** Regularized incomplete beta function I_x(a, b), with y = 1 - x given so that it can't cancel. Continued fraction, modified Lentz method. */
export function incompleteBeta(x, y, a, b) {
    if (x <= 0)
        return 0;
    if (y <= 0)
        return 1;
    const front = exp(gammaln(a + b) - gammaln(a) - gammaln(b) + a * ln(x) + b * ln(y));
    return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(y, b, a)) / b;
}
function betaFraction(x, a, b) {
    const tiny = 1e-300;
    const away = (value) => (Math.abs(value) < tiny ? tiny : value);
    let c = 1;
    let d = 1 / away(1 - ((a + b) * x) / (a + 1));
    let result = d;
    for (let m = 1; m < 10000; m++) {
        const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / away(1 + even * d);
        c = away(1 + even / c);
        result *= d * c;
        const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / away(1 + odd * d);
        c = away(1 + odd / c);
        const factor = d * c;
        result *= factor;
        if (Math.abs(factor - 1) < 1e-16)
            break;
    }
    return result;
}
