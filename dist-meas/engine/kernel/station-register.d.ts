import { type AuditReport } from "./audit.ts";
import { type Saveable } from "./saved-state.ts";
import type { Station } from "./station.ts";
import type { Nanoseconds } from "./time.ts";
/** The stations of a simulation, those that are there now and what the audit found at those that have left. */
export declare class StationRegister {
    /** In the order in which they came. */
    readonly stations: Station[];
    /** What was found at the stations that have left. */
    audited: AuditReport;
    private readonly names;
    add(station: Station): void;
    /** @throws AuditError if its books do not balance; it then stays, SimulationError if it is not there */
    remove(station: Station, now: Nanoseconds): void;
    /** What was found at those that have left and at those that are there. @throws AuditError on the first violation */
    audit(now: Nanoseconds): AuditReport;
    /** Those that are there as parts of a saved state, by name. @throws SimulationError if one cannot be saved */
    parts(): [string, Saveable][];
}
