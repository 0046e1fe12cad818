/** What a worker thread does: one run. */
import type { RunRecord, RunSpec } from "../../models/run/run-record.ts";
declare const _default: (run: RunSpec) => RunRecord;
export default _default;
