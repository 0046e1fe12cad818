/** Runs, load lines and studies. */
export { createPool, type Execute, executeHere, type Pool } from "./execute.ts";
export type { DeploymentRecord, Estimate, LoadLine, Point, StudyRecord } from "./record.ts";
export { type Progress, runSingle, runStudy, type StudyOptions } from "./run-study.ts";
