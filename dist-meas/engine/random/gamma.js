import { portable } from "./portable-math.js";
/**
 * Gamma variates of mean `shape` times `scale`.
 * Source: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26(3), 2000; accepts more than 95 % of its
 * proposals. Because it rejects some, the members of an antithetic pair stay in step only from time to time.
 */
export function gammaSampler(shape, scale, stream) {
    if (shape < 1) {
        // Gamma(a) = Gamma(a + 1) U^(1/a), and -ln U is exponential.
        const above = gammaSampler(shape + 1, scale, stream);
        const power = 1 / shape;
        return () => above() * portable.exp(-stream.exponential(power));
    }
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    return () => {
        for (;;) {
            const z = stream.normal();
            const root = 1 + c * z;
            if (root <= 0)
                continue;
            const v = root * root * root;
            const u = stream.next();
            const z2 = z * z;
            if (u < 1 - 0.0331 * z2 * z2 || portable.ln(u) < 0.5 * z2 + d * (1 - v + portable.ln(v)))
                return d * v * scale;
        }
    };
}
