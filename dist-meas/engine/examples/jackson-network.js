/**
 * Jackson network: requests pass a web server, an application with two threads and a database, in a random order with returns. Theory:
 * every station behaves like an M/M/c of its own, with the arrival rate that the routing implies (Jackson 1957).
 */
import { MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { birthDeath, expected, steadyState, study } from "./study.js";
const ARRIVALS = 10; // from outside, all to the web server [1/s]
const STATIONS = [
    { name: "web server", servers: 1, mean: 0.05, next: [0, 0.5, 0] }, // the rest leaves
    { name: "application", servers: 2, mean: 0.16, next: [0.2, 0, 0.3] },
    { name: "database", servers: 1, mean: 0.25, next: [0, 1, 0] },
];
function run(seed) {
    const simulation = new Simulation({ seed });
    const queues = STATIONS.map(({ name, servers }) => new MultiServerQueue(simulation, { name, servers }));
    const [arrivals, routing, services] = ["arrivals", "routing", "services"].map((name) => simulation.stream(name));
    function* request() {
        for (let at = 0; at >= 0;) {
            yield* queues[at].serve(nanoseconds(services.exponential(STATIONS[at].mean)));
            let u = routing.next();
            at = STATIONS[at].next.findIndex((probability) => (u -= probability) < 0);
        }
    }
    function* outside() {
        for (;;) {
            yield* simulation.timeout(nanoseconds(arrivals.exponential(1 / ARRIVALS)));
            simulation.spawn("request", request());
        }
    }
    simulation.spawn("outside", outside());
    const stations = steadyState(simulation, 200, 4000, queues);
    return Object.fromEntries(STATIONS.map(({ name }, k) => [`requests at the ${name}`, stations[k].number]));
}
/** Arrival rates from the traffic equations, by iteration. */
let rates = [0, 0, 0];
for (let round = 0; round < 1000; round++)
    rates = rates.map((_, to) => (to === 0 ? ARRIVALS : 0) + rates.reduce((sum, rate, from) => sum + rate * STATIONS[from].next[to], 0));
const numbers = STATIONS.map(({ servers, mean }, k) => {
    // biome-ignore format: reads as a table
    return expected(birthDeath(() => rates[k], (n) => Math.min(n, servers) / mean, 2000), (n) => n);
});
export const jacksonNetwork = () => study("Jackson network: web server, application and database", run, {
    ...Object.fromEntries(STATIONS.map(({ name }, k) => [`requests at the ${name}`, numbers[k]])),
});
