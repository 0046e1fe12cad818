/** The audit of a run: the stations' own laws, and those of the system as a whole. */
import { AuditError, seconds } from "../../engine/index.js";
import { memoryLaws } from "../os/memory/audit.js";
import { FREE } from "../request/request-table.js";
import { LATE } from "../vocabulary.js";
/** Largest relative residual of a law [1]: sums of whole numbers are exact, time integrals round. */
const TOLERANCE = 1e-9;
/** @throws AuditError if books do not balance; the measurement is settled */
export function auditRun(simulation, world, measurement) {
    const stations = simulation.audit();
    const laws = [
        ...requestLaws(simulation, world, measurement),
        ...world.members.flatMap(({ host, lifecycle }) => [
            ...memoryLaws(host.memory, `memory of ${host.name}`),
            ...lifecycle.guestMemories().flatMap((guest, index) => memoryLaws(guest, `memory of guest ${index} on ${host.name}`)),
        ]),
    ];
    let { worst, worstCheck } = stations;
    for (const [law, left, right] of laws) {
        const residual = Math.abs(left - right) / Math.max(1, Math.abs(right));
        if (!(residual <= TOLERANCE))
            throw new AuditError(`${law} is violated at ${seconds(simulation.now)} s: found ${left}, expected ${right}`);
        if (residual > worst) {
            worst = residual;
            worstCheck = law;
        }
    }
    return { checks: stations.checks + laws.length, worst, worstCheck };
}
/** Requests of all applications together, in the books, in the slices and in the table. */
function requestLaws(simulation, world, measurement) {
    const { requests } = world;
    let inside = 0;
    let residence = measurement.residence;
    for (let row = 0; row < requests.capacity; row++) {
        if (requests.phase[row] === FREE || !world.isAlive(row))
            continue;
        inside++;
        residence += simulation.now - requests.arrival[row];
    }
    // A late answer is a completion, too.
    let failed = 0;
    for (const { slices } of measurement.apps)
        for (const { failures } of slices)
            failed += failures.reduce((sum, count) => sum + count, 0) - failures[LATE];
    const { arrivals, completions, failures, inSystem, numberIntegral } = measurement;
    return [
        ["requests: arrivals = completions + failures + in progress", arrivals, completions + failures + inSystem],
        ["requests: in progress = rows in use", inSystem, inside],
        ["requests: failures by reason", failures, failed],
        ["requests: Little's law (number integral = time in system) [request ns]", numberIntegral, residence],
    ];
}
