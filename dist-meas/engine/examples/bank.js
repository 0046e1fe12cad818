/** Bank: customers queue for three counters, M/M/3. Theory: Erlang's delay formula. */
import { MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { birthDeath, expected, steadyState, study } from "./study.js";
const COUNTERS = 3;
const ARRIVALS = 1 / 50; // [1/s]
const SERVICE = 120; // mean [s]
function* customer(counters, service) {
    yield* counters.serve(nanoseconds(service));
}
function* doors(simulation, counters) {
    const arrivals = simulation.stream("arrivals");
    const services = simulation.stream("services");
    for (;;) {
        yield* simulation.timeout(nanoseconds(arrivals.exponential(1 / ARRIVALS)));
        simulation.spawn("customer", customer(counters, services.exponential(SERVICE)));
    }
}
function run(seed) {
    const simulation = new Simulation({ seed });
    const counters = new MultiServerQueue(simulation, { name: "counters", servers: COUNTERS });
    simulation.spawn("doors", doors(simulation, counters));
    const [bank] = steadyState(simulation, 50_000, 3e6, [counters]);
    return { "waiting time [s]": bank.response - SERVICE, "customers in the bank": bank.number, "counters busy": bank.utilization };
}
// biome-ignore format: reads as a table
const p = birthDeath(() => ARRIVALS, (n) => Math.min(n, COUNTERS) / SERVICE, 400);
const customers = expected(p, (n) => n);
export const bank = () => study("Bank: 3 counters, a customer every 50 s who needs 120 s", run, {
    "waiting time [s]": customers / ARRIVALS - SERVICE,
    "customers in the bank": customers,
    "counters busy": (ARRIVALS * SERVICE) / COUNTERS,
});
