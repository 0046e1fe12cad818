/** The table under the verdict: one row a deployment, the same cells for terminal, Markdown and HTML. */
import type { StudyRecord } from "../scenarios/study/record.ts";
import type { Table } from "./table.ts";
/** @param options.labels with a column that says what each deployment is. Latency, throughput, errors and memory are those at the load line. */
export declare function comparisonTable(record: StudyRecord, options?: {
    readonly labels: boolean;
}): Table;
/** How many replications are behind the numbers, and with which confidence; one sentence. */
export declare function precisionText(record: StudyRecord): string;
