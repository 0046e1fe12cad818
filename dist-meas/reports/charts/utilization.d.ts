/** How busy each resource is at the load line: one bar a deployment, with its interval. */
import { type StudyRecord } from "../../scenarios/study/record.ts";
import { type Chart } from "./chart.ts";
export declare function utilizationChart(record: StudyRecord): Chart;
