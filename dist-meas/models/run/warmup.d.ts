import type { RunRecord } from "./run-record.ts";
import { type RunWindow } from "./window.ts";
/** The measured windows of replications. `warmup`: "auto", or a fixed time [s]. */
export declare function measuredWindows(runs: readonly RunRecord[], warmup: "auto" | number): RunWindow[];
/** Mean response time [s] of each stretch, over all applications; one without completions repeats the one before. */
export declare function responseSeries({ apps, slices }: RunRecord): number[];
