import type { StudyRecord } from "../scenarios/study/record.ts";
export declare const CSV_COLUMNS: readonly ["scenario", "deployment", "tenants", "replication", "metric", "statistic", "unit", "value", "ci_low", "ci_high", "n", "host", "app", "station"];
/** The table as text: a header row, LF at the end of each row, no locale. A load line has no tenants of its own: that column is empty. */
export declare function renderCsv(record: StudyRecord): string;
