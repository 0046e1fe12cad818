/** What a worker thread does: one run. */
import type { RunRecord, RunSpec } from "../../models/run/run-record.ts";
import { simulate } from "../../models/run/simulate.ts";

export default (run: RunSpec): RunRecord => simulate(run);
