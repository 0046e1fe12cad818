/** The verdict and the table as Markdown, for pull requests and notes. */
import type { StudyRecord } from "../scenarios/study/record.ts";
export declare function renderMarkdown(record: StudyRecord): string;
