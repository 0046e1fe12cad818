/** Whether runs meet the objectives, judged on confidence limits for each application by itself: met, missed, or not to be told from what there is. */
import { type Interval } from "../../engine/index.ts";
import { type RequestWindow, type RunWindow } from "../../models/run/window.ts";
import { type Objective } from "../objective.ts";
import type { DecidedBy, Verdict } from "./record.ts";
/** One application against its objective. */
export interface AppJudgement {
    /** Null without an objective. */
    readonly verdict: Verdict | null;
    /** What decided, if it is not met. */
    readonly by: DecidedBy | null;
    readonly reason?: string;
}
export interface Judgement {
    /** Missed if one application misses, met if all meet. */
    readonly verdict: Verdict;
    readonly apps: readonly AppJudgement[];
}
/** Share of the requests that ended in the window and failed; a host that could not start its tenants fails all. NaN if none ended. */
export declare function errorRateOf({ run, failures, completed }: RequestWindow): number;
/**
 * Percentile of the response times of all runs together [s], as sure as the runs' own percentiles agree; undefined with too few requests: on average
 * over the runs less than the percentile needs, or less than half of that in one of them.
 */
export declare function percentileInterval(windows: readonly RequestWindow[], percentile: number, confidence: number): Interval | undefined;
/** Interval of the statistic that an objective is about [s]; undefined with too few requests. */
export declare function latencyInterval(windows: readonly RequestWindow[], { statistic }: Objective, confidence: number): Interval | undefined;
/** `objectives` in the order of the applications; `confidence` of this one decision [1]. */
export declare function judge(windows: readonly RunWindow[], objectives: readonly (Objective | undefined)[], confidence: number): Judgement;
/** `windows`: of this application alone. */
export declare function judgeApp(windows: readonly RequestWindow[], objective: Objective, confidence: number): AppJudgement;
