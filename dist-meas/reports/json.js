/** summary.json, and the JSON Schema of its content. */
import { z } from "zod";
import { StudyRecord } from "../scenarios/study/record.js";
/**
 * The record as text: keys in the order of the schema, two spaces, a newline at the end. The same record always gives the same bytes.
 * Throws (a bug, not a bad input) when the record doesn't fit its schema, for instance with an infinite number, which JSON can't say.
 */
export function renderJson(record) {
    const checked = StudyRecord.safeParse(record);
    if (!checked.success) {
        const [first] = checked.error.issues;
        throw new Error(`result record: ${first.path.join(".")}: ${first.message} (${checked.error.issues.length} in all)`);
    }
    return `${JSON.stringify(checked.data, undefined, 2)}\n`;
}
/** JSON Schema (draft-07) of summary.json. */
export function resultJsonSchema() {
    const schema = z.toJSONSchema(StudyRecord, { target: "draft-7", io: "output" });
    return {
        ...schema,
        title: "Plimsoll summary",
        description: "Result record of a Plimsoll study: times in seconds, sizes in bytes, shares as fractions of one.",
    };
}
