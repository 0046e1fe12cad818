/** A run is cut into slices with statistics of their own, so that the warm-up can be removed afterwards without keeping every request. */
/** A run has this many slices; the warm-up is a whole number of them. */
export declare const SLICES = 20;
/** Response times for the warm-up test, and memory, are averaged over stretches. */
export declare const STRETCHES_PER_SLICE = 10;
export declare const STRETCHES: number;
/** Instant at which slice `index` ends [ns]. */
export declare const sliceEnd: (origin: number, duration: number, index: number) => number;
