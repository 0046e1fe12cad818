import { StudyRecord } from "../scenarios/study/record.ts";
/**
 * The record as text: keys in the order of the schema, two spaces, a newline at the end. The same record always gives the same bytes.
 * Throws (a bug, not a bad input) when the record doesn't fit its schema, for instance with an infinite number, which JSON can't say.
 */
export declare function renderJson(record: StudyRecord): string;
/** JSON Schema (draft-07) of summary.json. */
export declare function resultJsonSchema(): Record<string, unknown>;
