/**
 * Closed interactive system: 20 users think, then send a command to a computer with a processor and two disks. Theory: exact mean value
 * analysis (Reiser and Lavenberg, JACM 27(2), 1980).
 */
import { Delay, MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { steadyState, study } from "./study.js";
const USERS = 20;
const THINK = 5; // mean [s]
// A command visits each of these once: mean service times [s]. Their order does not matter to the means.
const DEMANDS = { processor: 0.25, "disk a": 0.2, "disk b": 0.1 };
function run(seed) {
    const simulation = new Simulation({ seed });
    const terminals = new Delay(simulation, { name: "terminals" });
    const computer = Object.entries(DEMANDS).map(([name, mean]) => ({
        station: new MultiServerQueue(simulation, { name, servers: 1 }),
        stream: simulation.stream(name),
        mean,
    }));
    const thinking = simulation.stream("thinking");
    function* user() {
        for (;;) {
            yield* terminals.serve(nanoseconds(thinking.exponential(THINK)));
            for (const { station, stream, mean } of computer)
                yield* station.serve(nanoseconds(stream.exponential(mean)));
        }
    }
    for (let index = 0; index < USERS; index++)
        simulation.spawn(`user ${index}`, user());
    const [users, ...stations] = steadyState(simulation, 500, 10_000, [terminals, ...computer.map(({ station }) => station)]);
    const response = stations.reduce((sum, station) => sum + station.response, 0);
    return { "commands per second": users.throughput, "response time [s]": response, "processor busy": stations[0].utilization };
}
/** Throughput and response time for n users, from those for n - 1. */
function meanValueAnalysis(demands) {
    let queues = demands.map(() => 0);
    let throughput = 0;
    let response = 0;
    for (let users = 1; users <= USERS; users++) {
        const responses = demands.map((demand, k) => demand * (1 + queues[k]));
        response = responses.reduce((sum, r) => sum + r, 0);
        throughput = users / (THINK + response);
        queues = responses.map((r) => throughput * r);
    }
    return { throughput, response };
}
export const interactiveSystem = () => {
    const { throughput, response } = meanValueAnalysis(Object.values(DEMANDS));
    return study("Closed interactive system: 20 users who think for 5 s, a processor and two disks", run, {
        "commands per second": throughput,
        "response time [s]": response,
        "processor busy": throughput * DEMANDS.processor,
    });
};
