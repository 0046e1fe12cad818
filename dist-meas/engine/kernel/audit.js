import { SimulationError } from "./failure.js";
import { formatTime } from "./time.js";
/** A station's books do not balance: its results must not be used. */
export class AuditError extends SimulationError {
    name = "AuditError";
}
const LAWS = [
    {
        name: "flow balance",
        left: (c) => c.arrivals,
        right: (c) => c.departures + c.losses + c.inStation,
        sides: "arrivals and departures + losses + in station [customers]",
        relation: "equal",
        tolerance: 0,
    },
    {
        name: "Little's law",
        left: (c) => c.numberIntegral,
        right: (c) => c.residence,
        sides: "number integral and residence [customer ns]",
        relation: "equal",
        tolerance: 1e-9,
    },
    {
        name: "utilization law",
        left: (c) => c.busyIntegral,
        right: (c) => c.workDone,
        sides: "busy integral and work done [server ns]",
        relation: "equal",
        tolerance: 1e-6, // processor sharing adds up fractions of a nanosecond
    },
    {
        name: "capacity",
        left: (c) => c.busyIntegral,
        right: (c) => c.capacityIntegral,
        sides: "busy integral and capacity integral [server ns]",
        relation: "at most",
        tolerance: 1e-6,
    },
];
/** Relative residual; differences below one unit (customer, nanosecond) count against one unit. NaN anywhere is infinitely wrong. */
function residual(left, right, relation) {
    const difference = relation === "equal" ? Math.abs(left - right) : Math.max(0, left - right);
    const relative = difference / Math.max(1, Math.abs(left), Math.abs(right));
    return left === right ? 0 : Number.isNaN(relative) ? Infinity : relative;
}
/** Of no station at all. */
export const NOTHING_AUDITED = { checks: 0, worst: 0, worstCheck: "" };
/**
 * Checks flow balance, Little's law, the utilization law and capacity at every station, and adds what it finds to the report `before`.
 * @throws AuditError on the first violation, with station, law and both numbers
 */
export function auditStations(stations, now, before) {
    let { worst, worstCheck } = before;
    for (const station of stations) {
        const counters = station.counters();
        for (const law of LAWS) {
            const left = law.left(counters);
            const right = law.right(counters);
            const found = residual(left, right, law.relation);
            if (found > law.tolerance) {
                throw new AuditError(`station "${station.name}" (${station.kind}) at ${formatTime(now)} violates ${law.name}: ${law.sides} are ${left} and ${right}, ` +
                    `expected ${law.relation} within ${law.tolerance}, relative difference ${found}; the station's bookkeeping is wrong`);
            }
            if (found > worst || worstCheck === "") {
                worst = found;
                worstCheck = `${station.name}: ${law.name}`;
            }
        }
    }
    return { checks: before.checks + stations.length * LAWS.length, worst, worstCheck };
}
