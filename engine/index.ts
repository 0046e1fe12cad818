/** Public face of the discrete-event engine: `import { Simulation } from "plimsoll/engine"`. One section a folder. */

// --- kernel ---
export * from "./kernel/audit.ts";
export { BudgetError, SimulationError } from "./kernel/failure.ts";
export {
  Interrupt,
  type Process,
  ProcessFailure,
  type ProcessHandle,
  type ProcessId,
  Wait,
  type WaitingProcess,
  type Waiter,
} from "./kernel/process.ts";
export * from "./kernel/simulation.ts";
export * from "./kernel/station.ts";
export * from "./kernel/time.ts";
export type { ProcessStep, Tracer } from "./kernel/tracer.ts";
export type { FirstOf } from "./kernel/waits.ts";

// --- random ---
export * from "./random/distributions.ts";
export * from "./random/portable-math.ts";
export * from "./random/stream.ts";

// --- stations ---
export * from "./stations/multi-server-queue.ts";
export * from "./stations/shared-processor.ts";

// --- statistics ---
export * from "./statistics/histogram.ts";
export * from "./statistics/interval.ts";
export * from "./statistics/mser5.ts";
export * from "./statistics/student-t.ts";
export * from "./statistics/tally.ts";
export * from "./statistics/time-weighted.ts";
