/** Public face of the discrete-event engine: `import { Simulation } from "plimsoll/engine"`. One section a folder. */
// --- kernel ---
export { AuditError } from "./kernel/audit.js";
export { BudgetError, SimulationError } from "./kernel/failure.js";
export { Interrupt, ProcessFailure, Wait, } from "./kernel/process.js";
export { grown } from "./kernel/grown.js";
export { SavedFields } from "./kernel/saved-fields.js";
export * from "./kernel/simulation.js";
export * from "./kernel/station.js";
export * from "./kernel/time.js";
// --- observation ---
export * from "./observation/chrome-trace.js";
export * from "./observation/event-log.js";
export * from "./observation/first-difference.js";
export * from "./observation/tracer.js";
// --- random ---
export { ArrivalProcess } from "./random/arrivals/arrival-process.js";
export * from "./random/arrivals/registry.js";
export { meanGap } from "./random/arrivals/trace.js";
export * from "./random/distributions.js";
export * from "./random/portable-math.js";
export * from "./random/stream.js";
// --- stations ---
export * from "./stations/level.js";
export * from "./stations/delay.js";
export * from "./stations/gate.js";
export { HeapIndex, IndexedHeap } from "./stations/indexed-heap.js";
export * from "./stations/link.js";
export { MultiServerQueue } from "./stations/multi-server-queue/multi-server-queue.js";
export { notify } from "./stations/notify.js";
export { Occupancy } from "./stations/occupancy.js";
export { Population } from "./stations/population.js";
export * from "./stations/semaphore.js";
export { SharedProcessor } from "./stations/shared-processor/shared-processor.js";
export * from "./stations/store.js";
// --- statistics ---
export * from "./statistics/batch-means.js";
export * from "./statistics/comparison.js";
export * from "./statistics/histogram.js";
export * from "./statistics/interval.js";
export * from "./statistics/kolmogorov-smirnov.js";
export * from "./statistics/mser5.js";
export * from "./statistics/quantile-interval.js";
export * from "./statistics/replications.js";
export * from "./statistics/sample-size.js";
export * from "./statistics/sequential.js";
export * from "./statistics/series.js";
export * from "./statistics/student-t.js";
export * from "./statistics/tally.js";
export * from "./statistics/time-weighted.js";
