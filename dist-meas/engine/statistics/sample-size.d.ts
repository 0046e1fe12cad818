/** Samples needed to quote this percentile (0..100): 1,000 for the 99th, 20 for the median, Infinity for the 0th and 100th. */
export declare function samplesNeeded(percentile: number): number;
/** Whether `n` samples suffice to quote this percentile (0..100). */
export declare const enoughSamples: (n: number, percentile: number) => boolean;
