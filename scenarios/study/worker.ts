/** What a worker thread does: one run. */
import type { RunRecord, RunSpec } from "../../models/run-record.ts";
import { simulate } from "../../models/simulate.ts";

export default (run: RunSpec): RunRecord => simulate(run);
