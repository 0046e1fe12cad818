import { auditStations, NOTHING_AUDITED } from "./audit.js";
import { SimulationError } from "./failure.js";
import { isSaveable } from "./saved-state.js";
/** The stations of a simulation, those that are there now and what the audit found at those that have left. */
export class StationRegister {
    /** In the order in which they came. */
    stations = [];
    /** What was found at the stations that have left. */
    audited = NOTHING_AUDITED;
    names = new Set();
    add(station) {
        if (this.names.has(station.name))
            throw new SimulationError(`station "${station.name}" exists already: give each its own name`);
        this.names.add(station.name);
        this.stations.push(station);
    }
    /** @throws AuditError if its books do not balance; it then stays, SimulationError if it is not there */
    remove(station, now) {
        const place = this.stations.indexOf(station);
        if (place < 0) {
            const other = this.names.has(station.name) ? "the one of that name here is another one" : "it has left already, or never came";
            throw new SimulationError(`cannot unregister station "${station.name}": ${other}; unregister each once, in its own simulation`);
        }
        this.audited = auditStations([station], now, this.audited);
        this.stations.splice(place, 1);
        this.names.delete(station.name);
    }
    /** What was found at those that have left and at those that are there. @throws AuditError on the first violation */
    audit(now) {
        return auditStations(this.stations, now, this.audited);
    }
    /** Those that are there as parts of a saved state, by name. @throws SimulationError if one cannot be saved */
    parts() {
        return this.stations.map((station) => {
            if (!isSaveable(station))
                throw new SimulationError(`cannot save station "${station.name}": a ${station.kind} has no save and restore`);
            return [`station ${station.name}`, station];
        });
    }
}
