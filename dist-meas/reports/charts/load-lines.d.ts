/** Load lines as bars: what is proven in full colour, what the interval adds in pale. */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { type Chart } from "./chart.ts";
export declare function loadLinesChart(record: StudyRecord): Chart;
