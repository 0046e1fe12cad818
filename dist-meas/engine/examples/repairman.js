/** Repairman problem: ten machines fail and are repaired by two repairmen, event handlers only. Theory: M/M/2//10 (Palm 1947). */
import { MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { birthDeath, expected, steadyState, study } from "./study.js";
const MACHINES = 10;
const REPAIRMEN = 2;
const TO_FAILURE = 100; // mean [h]
const REPAIR = 20; // mean [h]
function run(seed) {
    const simulation = new Simulation({ seed });
    const workshop = new MultiServerQueue(simulation, { name: "workshop", servers: REPAIRMEN });
    const failures = simulation.stream("failures");
    const repairs = simulation.stream("repairs");
    const repaired = simulation.on("repaired", (machine) => {
        simulation.after(nanoseconds(failures.exponential(TO_FAILURE)), failed, machine);
    });
    const failed = simulation.on("failed", (machine) => {
        workshop.submit(nanoseconds(repairs.exponential(REPAIR)), repaired, machine);
    });
    for (let machine = 0; machine < MACHINES; machine++)
        simulation.after(0, repaired, machine);
    // An hour of the story is a second of the clock.
    const [shop] = steadyState(simulation, 10_000, 500_000, [workshop]);
    return { "machines down": shop.number, "time down [h]": shop.response, "repairmen busy": shop.utilization };
}
// biome-ignore format: reads as a table
const down = birthDeath((n) => (MACHINES - n) / TO_FAILURE, (n) => Math.min(n, REPAIRMEN) / REPAIR, MACHINES);
const machinesDown = expected(down, (n) => n);
const failureRate = (MACHINES - machinesDown) / TO_FAILURE;
export const repairman = () => study("Repairman problem: 10 machines that fail every 100 h, 2 repairmen who need 20 h", run, {
    "machines down": machinesDown,
    "time down [h]": machinesDown / failureRate,
    "repairmen busy": (failureRate * REPAIR) / REPAIRMEN,
});
