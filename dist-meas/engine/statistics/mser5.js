const BATCH = 5;
/** The last batches are no candidates: a mean over so few has a small variance by chance. */
const KEEP = 5;
/**
 * Where the warm-up ends by MSER-5: cut so that the standard error of the mean of what remains, over batches of five, is smallest.
 * Source: White, Cobb and Spratt, A comparison of five steady-state truncation heuristics for simulation, WSC 2000.
 */
export function mser5(series) {
    const batches = Math.floor(series.length / BATCH);
    if (batches < 2 * KEEP)
        return { truncate: 0, reliable: false };
    let best = Infinity;
    let cut = 0;
    let n = 0;
    let mean = 0;
    let squares = 0; // squared deviations of the batches from `batch` on (Welford, from the end)
    for (let batch = batches - 1; batch >= 0; batch--) {
        let sum = 0;
        for (let i = 0; i < BATCH; i++)
            sum += series[batch * BATCH + i];
        const delta = sum / BATCH - mean;
        mean += delta / ++n;
        squares += delta * (sum / BATCH - mean);
        const error = squares / (n * n);
        if (n >= KEEP && error <= best) {
            best = error;
            cut = batch;
        }
    }
    return { truncate: cut * BATCH, reliable: cut <= batches / 2 };
}
