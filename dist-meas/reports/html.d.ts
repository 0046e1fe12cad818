/** report.html: one file that works offline, without scripts, in light and dark, on a phone and on paper. */
import type { StudyRecord } from "../scenarios/study/record.ts";
/** The page. Depends on the record only: no clock, no machine. */
export declare function renderHtml(record: StudyRecord): Promise<string>;
