/**
 * Ferry: leaves every 10 minutes with at most 12 cars; the others wait for the next. Theory: the number left behind is a Markov chain over
 * departures, and Little's law turns the mean number waiting into the waiting time.
 */
import { nanoseconds, Simulation, Store } from "../index.js";
import { expected, poisson, steadyState, study } from "./study.js";
const INTERVAL = 600; // [s]
const DECK = 12; // cars
const ARRIVALS = 1 / 60; // [1/s]
function run(seed) {
    const simulation = new Simulation({ seed });
    const quay = new Store(simulation, { name: "quay" });
    const arrivals = simulation.stream("arrivals");
    let crossings = 0;
    let leftBehind = 0;
    function* road() {
        for (let car = 0;; car++) {
            yield* simulation.timeout(nanoseconds(arrivals.exponential(1 / ARRIVALS)));
            yield* quay.put(car);
        }
    }
    function* ferry() {
        for (;;) {
            yield* simulation.timeout(nanoseconds(INTERVAL));
            for (let car = 0; car < DECK && quay.length > 0; car++)
                yield* quay.get();
            crossings++;
            leftBehind += quay.length;
        }
    }
    simulation.spawn("road", road());
    simulation.spawn("ferry", ferry());
    const [waiting] = steadyState(simulation, 1e5, 5e6, [quay]);
    return { "cars left behind": leftBehind / crossings, "waiting time [s]": waiting.response };
}
/** Stationary distribution of the number left behind: the chain is run until it has forgotten its start. */
function leftBehind() {
    const most = 200;
    const arriving = poisson(ARRIVALS * INTERVAL, 60);
    let p = [1, ...new Array(most).fill(0)];
    for (let crossing = 0; crossing < 200; crossing++) {
        const next = new Array(most + 1).fill(0);
        p.forEach((probability, n) => arriving.forEach((q, a) => (next[Math.min(most, Math.max(0, n + a - DECK))] += probability * q)));
        p = next;
    }
    return expected(p, (n) => n);
}
export const ferry = () => {
    const left = leftBehind();
    return study("Ferry: every 10 min, 12 cars at most, a car every minute", run, {
        "cars left behind": left,
        "waiting time [s]": (left + (ARRIVALS * INTERVAL) / 2) / ARRIVALS,
    });
};
