/** The audit of a run: the stations' own laws, and those of the system as a whole. */
import { AuditError, type AuditReport, seconds, type Simulation } from "../../engine/index.ts";
import { type Law, memoryLaws } from "../os/memory/audit.ts";
import { FREE } from "../request/request-table.ts";
import { LATE } from "../vocabulary.ts";
import type { Measurement } from "./measurement.ts";
import type { World } from "./world.ts";

/** Largest relative residual of a law [1]: sums of whole numbers are exact, time integrals round. */
const TOLERANCE = 1e-9;

/** @throws AuditError if books do not balance; the measurement is settled */
export function auditRun(simulation: Simulation, world: World, measurement: Measurement): AuditReport {
  const stations = simulation.audit();
  const laws: readonly Law[] = [
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
function requestLaws(simulation: Simulation, world: World, measurement: Measurement): Law[] {
  const { requests, clients } = world;
  let inside = 0;
  let ofClients = 0;
  let residence = measurement.residence;
  for (let row = 0; row < requests.capacity; row++) {
    if (requests.phase[row] === FREE || !world.isAlive(row)) continue;
    inside++;
    if (world.clients.ownerOf(row) >= 0) ofClients++;
    residence += simulation.now - requests.arrival[row];
  }
  // A late answer is a completion, too.
  let failed = 0;
  for (const { slices } of measurement.apps)
    for (const { failures } of slices) failed += failures.reduce((sum, count) => sum + count, 0) - failures[LATE];
  const { arrivals, completions, failures, inSystem, numberIntegral } = measurement;
  return [
    ["requests: arrivals = completions + failures + in progress", arrivals, completions + failures + inSystem],
    ["requests: in progress = rows in use", inSystem, inside],
    ["requests: failures by reason", failures, failed],
    ["requests: Little's law (number integral = time in system) [request ns]", numberIntegral, residence],
    ...(clients.count === 0 ? [] : clientLaws(clients, ofClients)),
  ];
}

/** A client thinks, or has one request in the system. */
const clientLaws = ({ thinking, waiting, count }: World["clients"], requests: number): Law[] => [
  ["clients: thinking + waiting = all", thinking + waiting, count],
  ["clients: waiting = requests of theirs in the system", waiting, requests],
];
