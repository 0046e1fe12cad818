import type { RequestWindow } from "../../models/run/window.ts";
import { type AppJudgement } from "./judge.ts";
import { type AppResult, type StartStatistics } from "./record.ts";
type RequestResults = Omit<AppResult, "name" | "unit" | "starts" | keyof AppJudgement>;
export declare function requestResults(windows: readonly RequestWindow[], confidence: number): RequestResults;
/** `kind` in words. */
export declare function startStatistics(windows: readonly RequestWindow[], kind: string, tenants: number): StartStatistics;
export {};
