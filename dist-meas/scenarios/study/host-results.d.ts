import { type HostWindow, type RunWindow } from "../../models/run/window.ts";
import type { HostResult, Point } from "./record.ts";
/** The host with this index in the runs. */
export declare function hostResult(runs: readonly RunWindow[], host: number, confidence: number): HostResult;
/** Means over replications [B]. */
export declare function memoryOf(windows: readonly HostWindow[]): Point["memory"];
