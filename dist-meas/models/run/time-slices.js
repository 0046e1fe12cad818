/** A run is cut into slices with statistics of their own, so that the warm-up can be removed afterwards without keeping every request. */
/** A run has this many slices; the warm-up is a whole number of them. */
export const SLICES = 20;
/** Response times for the warm-up test, and memory, are averaged over stretches. */
export const STRETCHES_PER_SLICE = 10;
export const STRETCHES = SLICES * STRETCHES_PER_SLICE;
/** Instant at which slice `index` ends [ns]. */
export const sliceEnd = (origin, duration, index) => origin + Math.floor(((index + 1) * duration) / SLICES);
