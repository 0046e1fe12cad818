import { SimulationError } from "./failure.ts";
import type { Station } from "./station.ts";
import { type Nanoseconds } from "./time.ts";
/** What an audit looked at and how close it came: every law of operational analysis, for every station. */
export interface AuditReport {
    /** Laws checked [1]. */
    readonly checks: number;
    /** Largest relative residual seen [1]. */
    readonly worst: number;
    /** Station and law with that residual; empty when nothing was checked. */
    readonly worstCheck: string;
}
/** A station's books do not balance: its results must not be used. */
export declare class AuditError extends SimulationError {
    readonly name = "AuditError";
}
/** Of no station at all. */
export declare const NOTHING_AUDITED: AuditReport;
/**
 * Checks flow balance, Little's law, the utilization law and capacity at every station, and adds what it finds to the report `before`.
 * @throws AuditError on the first violation, with station, law and both numbers
 */
export declare function auditStations(stations: readonly Station[], now: Nanoseconds, before: AuditReport): AuditReport;
