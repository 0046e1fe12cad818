/** Response time at the objective's percentile against the number of tenants: one curve a deployment, with its confidence band. */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { type Chart } from "./chart.ts";
export declare function latencyChart(record: StudyRecord): Chart;
