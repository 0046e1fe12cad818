// Machine shop: a machine that breaks keeps its work, but stops until the repairman is done, who drops other jobs for it. Theory: M/M/1//5.
import { Interrupt, MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { birthDeath, expected, study } from "./study.js";
const MACHINES = 5;
const PART = 600; // mean [s]
const TO_FAILURE = 18_000; // mean time in operation [s]
const REPAIR = 3_600; // mean [s]
const OTHER_JOB = 1_800; // [s]
const DURATION = 7e6; // [s]
function run(seed) {
    const simulation = new Simulation({ seed });
    const repairman = new MultiServerQueue(simulation, { name: "repairman", servers: 1, discipline: "preemptive-resume" });
    const shop = simulation.stream("shop");
    const machines = [];
    const done = { parts: 0, otherJobs: 0 };
    function* machine(index) {
        simulation.spawn("breakdown", breakdown(index));
        for (let left = 0;; left = nanoseconds(shop.exponential(PART)), done.parts++) {
            while (left > 0) {
                const start = simulation.now;
                try {
                    yield* simulation.timeout(left);
                    left = 0;
                }
                catch (error) {
                    if (!(error instanceof Interrupt))
                        throw error;
                    left -= simulation.now - start;
                    yield* repairman.serve(nanoseconds(shop.exponential(REPAIR)), 1);
                    simulation.spawn("breakdown", breakdown(index));
                }
            }
        }
    }
    function* breakdown(index) {
        yield* simulation.timeout(nanoseconds(shop.exponential(TO_FAILURE)));
        simulation.interrupt(machines[index]);
    }
    function* otherWork() {
        for (;; done.otherJobs++)
            yield* repairman.serve(nanoseconds(OTHER_JOB), 2);
    }
    for (let index = 0; index < MACHINES; index++)
        machines.push(simulation.spawn(`machine ${index}`, machine(index)));
    simulation.spawn("other work", otherWork());
    simulation.run(nanoseconds(DURATION / 10));
    done.parts = done.otherJobs = 0;
    simulation.run(nanoseconds(DURATION * 1.1));
    simulation.audit();
    return { "parts per hour": (done.parts / DURATION) * 3600, "share of time for other jobs": (done.otherJobs * OTHER_JOB) / DURATION };
}
// biome-ignore format: reads as a table
const down = birthDeath((n) => (MACHINES - n) / TO_FAILURE, () => 1 / REPAIR, MACHINES);
export const machineShop = () => study("Machine shop: 5 machines, one repairman, other jobs in between", run, {
    "parts per hour": ((MACHINES - expected(down, (n) => n)) / PART) * 3600,
    "share of time for other jobs": down[0],
});
