/** What the examples have in common: independent runs, steady state, and a table of results beside the theory. */
import { meanInterval, nanoseconds, portable } from "../index.js";
const RUNS = 10;
/** Runs a model with seeds 1, 2, ... and sets its results, by name, beside those of the theory. */
export function study(title, run, theory) {
    const runs = Array.from({ length: RUNS }, (_, index) => run(index + 1));
    const estimates = Object.keys(theory).map((what) => ({ what, values: runs.map((results) => results[what]), theory: theory[what] }));
    const lines = estimates.map(({ what, values, theory }) => {
        const { mean, halfWidth } = meanInterval(values, 0.95);
        return `${what.padEnd(44)}${theory.toFixed(4).padStart(10)}${mean.toFixed(4).padStart(12)} ± ${halfWidth.toFixed(4)}`;
    });
    const head = `${"".padEnd(44)}${"theory".padStart(10)}${"simulated".padStart(12)}   (95 %, ${RUNS} runs)`;
    return { text: [title, head, ...lines, ""].join("\n"), estimates };
}
/** Runs for `warmUp` and then for `duration` [s], audits, and returns what the stations did in the latter. */
export function steadyState(simulation, warmUp, duration, stations) {
    simulation.run(nanoseconds(warmUp));
    const before = stations.map((station) => station.counters());
    simulation.run(nanoseconds(warmUp + duration));
    simulation.audit();
    return stations.map((station, index) => {
        const start = before[index];
        const end = station.counters();
        const departures = end.departures - start.departures;
        const integral = (end.numberIntegral - start.numberIntegral) / 1e9;
        return {
            throughput: departures / duration,
            number: integral / duration,
            response: integral / departures,
            utilization: (end.busyIntegral - start.busyIntegral) / (end.capacityIntegral - start.capacityIntegral),
            lossShare: (end.losses - start.losses) / (end.arrivals - start.arrivals),
        };
    });
}
/** Steady-state probabilities of 0, 1, ..., last customers, from the rates of arrival at n and of departure at n. */
export function birthDeath(arrival, departure, last) {
    const weights = [1];
    for (let n = 1; n <= last; n++)
        weights.push((weights[n - 1] * arrival(n - 1)) / departure(n));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return weights.map((weight) => weight / total);
}
/** Σ value(n) p(n). */
export const expected = (probabilities, value) => probabilities.reduce((sum, p, n) => sum + p * value(n), 0);
/** Probabilities of 0, 1, ..., last events where `mean` are expected. */
export function poisson(mean, last) {
    const probabilities = [portable.exp(-mean)];
    for (let n = 1; n <= last; n++)
        probabilities.push((probabilities[n - 1] * mean) / n);
    return probabilities;
}
