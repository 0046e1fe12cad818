import type { StudyRecord } from "../../scenarios/study/record.ts";
import type { Chart } from "./chart.ts";
export declare function memoryChart(record: StudyRecord): Chart;
