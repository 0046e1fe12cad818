// When a percentile may be quoted at all: at least ten samples must lie beyond it on its thinner side, so that one stray
// sample can't decide it.
const BEYOND = 10;
/** Samples needed to quote this percentile (0..100): 1,000 for the 99th, 20 for the median, Infinity for the 0th and 100th. */
export function samplesNeeded(percentile) {
    if (!(percentile >= 0 && percentile <= 100))
        throw new RangeError(`percentile: found ${percentile}, expected a number from 0 to 100`);
    const thinner = Math.min(percentile, 100 - percentile) / 100;
    // A shade low, because 100 - 99.9 is 0.0999999... in doubles and must not cost one sample more.
    return Math.ceil((BEYOND / thinner) * (1 - 1e-12));
}
/** Whether `n` samples suffice to quote this percentile (0..100). */
export const enoughSamples = (n, percentile) => n >= samplesNeeded(percentile);
