/** Runs, load lines and studies. */
export { createPool, type Execute, executeHere, type Pool } from "./execute.ts";
export type {
  AppResult,
  DeploymentRecord,
  Estimate,
  HostDescription,
  HostResult,
  LoadLine,
  PerReplication,
  Point,
  StudyRecord,
  Timeline,
} from "./record.ts";
export { type Progress, runSingle, runStudy, type StudyOptions } from "./run-study.ts";
