// Ziggurat tables (Marsaglia and Tsang, The Ziggurat Method for Generating Random Variables, J. Stat. Software 5(8), 2000), 256 layers
// of equal area. Computed with portable math, so that they have the same bits everywhere.
import { portable } from "./portable-math.js";
const LAYERS = 256;
/**
 * Tables for a decreasing density `density` (not normalized, 1 at 0) with inverse `inverse`.
 * `tail` and `area` (of each layer) must solve the ziggurat equation for 256 layers; `steps` is the number of positions in a layer.
 */
function tables(density, inverse, tail, area, steps) {
    const edge = new Float64Array(LAYERS + 1);
    edge[0] = area / density(tail);
    edge[1] = tail;
    for (let i = 2; i < LAYERS; i++)
        edge[i] = inverse(area / edge[i - 1] + density(edge[i - 1]));
    edge[LAYERS] = 0;
    const width = new Float64Array(LAYERS);
    const inner = new Float64Array(LAYERS);
    const height = new Float64Array(LAYERS + 1);
    for (let i = 0; i < LAYERS; i++) {
        width[i] = edge[i] / steps;
        inner[i] = (edge[i + 1] / edge[i]) * steps;
        height[i] = density(edge[i]);
    }
    height[LAYERS] = 1;
    return { tail, width, inner, height };
}
const { exp, ln } = portable;
/** e^-x over 2^24 positions a layer: 8 bits of a 32-bit draw choose the layer, 24 the position. */
export const exponentialZiggurat = tables((x) => exp(-x), (y) => -ln(y), 7.69711747013104972, 0.0039496598225815571993, 0x1000000);
/** e^(-x²/2) over 2^23 positions a layer: the remaining bit is the sign. */
export const normalZiggurat = tables((x) => exp(-0.5 * x * x), (y) => Math.sqrt(-2 * ln(y)), 3.6541528853610088, 0.00492867323399, 0x800000);
