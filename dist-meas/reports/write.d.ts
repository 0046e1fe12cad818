import type { StudyRecord } from "../scenarios/study/record.ts";
import { type Environment } from "./manifest.ts";
export interface ReportPaths {
    readonly html: string;
    readonly summary: string;
    readonly results: string;
    readonly manifest: string;
}
/**
 * Makes sure that reports can be written to `directory`, which is created if need be. Call it before a long study.
 * Throws `OutputError` with what to do.
 */
export declare function prepareDirectory(directory: string): Promise<void>;
/**
 * Writes report.html, summary.json, results.csv and manifest.json to `directory`, the manifest last: where it is, the others are complete.
 * All but the manifest depend on the record only. Throws `OutputError` when the folder can't be written.
 */
export declare function writeReports(record: StudyRecord, directory: string, environment: Environment): Promise<ReportPaths>;
