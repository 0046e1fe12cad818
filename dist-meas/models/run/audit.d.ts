/** The audit of a run: the stations' own laws, and those of the system as a whole. */
import { type AuditReport, type Simulation } from "../../engine/index.ts";
import type { Measurement } from "./measurement.ts";
import type { World } from "./world.ts";
/** @throws AuditError if books do not balance; the measurement is settled */
export declare function auditRun(simulation: Simulation, world: World, measurement: Measurement): AuditReport;
