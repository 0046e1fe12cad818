/**
 * Processor sharing: small and large jobs on one core, event handlers instead of processes. Theory: M/G/1-PS slows all jobs by the same
 * factor 1 / (1 - rho), whatever the distribution (Kleinrock 1967), where first come, first served makes small ones wait for large ones.
 */
import { nanoseconds, SharedProcessor, Simulation } from "../index.js";
import { study } from "./study.js";
const SMALL = 0.01; // [s], nine jobs of ten
const LARGE = 1; // [s]
const RHO = 0.7;
const MEAN = 0.9 * SMALL + 0.1 * LARGE; // [s]
const JOBS = 60_000;
function run(seed) {
    const simulation = new Simulation({ seed });
    const processor = new SharedProcessor(simulation, { name: "core", capacity: 1 });
    const jobs = processor.addGroup({ weight: 1, cap: Infinity });
    const arrivals = simulation.stream("arrivals");
    const sizes = simulation.stream("sizes");
    const arrivedAt = [];
    const isLarge = [];
    const total = { small: 0, large: 0 };
    const count = { small: 0, large: 0 };
    const finished = simulation.on("finished", (job) => {
        if (job < JOBS / 10)
            return; // warm-up
        const size = isLarge[job] ? "large" : "small";
        total[size] += (simulation.now - arrivedAt[job]) / 1e9;
        count[size]++;
    });
    const arrival = simulation.on("arrival", (job) => {
        arrivedAt[job] = simulation.now;
        isLarge[job] = sizes.next() < 0.1;
        processor.submit(jobs, nanoseconds(isLarge[job] ? LARGE : SMALL), finished, job);
        if (job + 1 < JOBS)
            simulation.after(nanoseconds(arrivals.exponential(MEAN / RHO)), arrival, job + 1);
    });
    simulation.at(0, arrival, 0);
    simulation.run(Number.MAX_SAFE_INTEGER);
    simulation.audit();
    return { "small jobs [s]": total.small / count.small, "large jobs [s]": total.large / count.large };
}
export const processorSharing = () => study("Processor sharing: 90 % small jobs of 10 ms, 10 % large ones of 1 s, load 0.7", run, {
    "small jobs [s]": SMALL / (1 - RHO),
    "large jobs [s]": LARGE / (1 - RHO),
});
