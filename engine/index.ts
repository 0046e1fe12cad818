/** Public face of the discrete-event engine: `import { Simulation } from "plimsoll/engine"`. One section a folder. */

// --- kernel ---
export { AuditError, type AuditReport } from "./kernel/audit.ts";
export type { Guards } from "./kernel/budgets.ts";
export { BudgetError, SimulationError } from "./kernel/failure.ts";
export {
  Interrupt,
  type Place,
  type Process,
  ProcessFailure,
  type ProcessHandle,
  type ProcessId,
  Wait,
  type WaitingProcess,
  type Waiter,
} from "./kernel/process.ts";
export { grown } from "./kernel/grown.ts";
export type { EventInfo, Outcome } from "./kernel/run-loop.ts";
export { SavedFields } from "./kernel/saved-fields.ts";
export type { Saveable, SavedState } from "./kernel/saved-state.ts";
export * from "./kernel/simulation.ts";
export * from "./kernel/station.ts";
export * from "./kernel/time.ts";
export type { FirstOf } from "./kernel/waits.ts";

// --- observation ---
export * from "./observation/chrome-trace.ts";
export * from "./observation/event-log.ts";
export * from "./observation/first-difference.ts";
export * from "./observation/tracer.ts";

// --- random ---
export { ArrivalProcess } from "./random/arrivals/arrival-process.ts";
export * from "./random/arrivals/registry.ts";
export { meanGap, type TraceSpec } from "./random/arrivals/trace.ts";
export * from "./random/distributions.ts";
export * from "./random/portable-math.ts";
export * from "./random/stream.ts";

// --- stations ---
export * from "./stations/level.ts";
export * from "./stations/delay.ts";
export * from "./stations/gate.ts";
export { HeapIndex, IndexedHeap } from "./stations/indexed-heap.ts";
export * from "./stations/link.ts";
export type { CustomerId } from "./stations/multi-server-queue/customers.ts";
export { MultiServerQueue } from "./stations/multi-server-queue/multi-server-queue.ts";
export type { Discipline, MultiServerQueueOptions } from "./stations/multi-server-queue/options.ts";
export { notify } from "./stations/notify.ts";
export { Occupancy } from "./stations/occupancy.ts";
export { Population } from "./stations/population.ts";
export * from "./stations/semaphore.ts";
export type { JobId } from "./stations/shared-processor/job-table.ts";
export type { GroupId, GroupOptions, SharedProcessorOptions } from "./stations/shared-processor/options.ts";
export { SharedProcessor } from "./stations/shared-processor/shared-processor.ts";
export * from "./stations/store.ts";

// --- statistics ---
export * from "./statistics/batch-means.ts";
export * from "./statistics/comparison.ts";
export * from "./statistics/histogram.ts";
export * from "./statistics/interval.ts";
export * from "./statistics/kolmogorov-smirnov.ts";
export * from "./statistics/mser5.ts";
export * from "./statistics/quantile-interval.ts";
export * from "./statistics/replications.ts";
export * from "./statistics/sample-size.ts";
export { sumOf } from "./statistics/sum-of.ts";
export * from "./statistics/sequential.ts";
export * from "./statistics/series.ts";
export * from "./statistics/student-t.ts";
export * from "./statistics/tally.ts";
export * from "./statistics/time-weighted.ts";
