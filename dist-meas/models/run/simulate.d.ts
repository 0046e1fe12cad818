import type { RunRecord, RunSpec } from "./run-record.ts";
/**
 * First everything that runs all the time starts at once, as after a power failure; when all are ready the doors open and requests come.
 * @throws AuditError if the books of a station do not balance; Error from the specs' own checks. */
export declare function simulate(run: RunSpec): RunRecord;
