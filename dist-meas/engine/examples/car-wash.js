/** Car wash: two machines and a forecourt for four more cars; who finds it full drives on. Theory: M/M/2/6. */
import { MultiServerQueue, nanoseconds, Simulation } from "../index.js";
import { birthDeath, expected, steadyState, study } from "./study.js";
const MACHINES = 2;
const PLACES = 6;
const ARRIVALS = 1 / 180; // [1/s]
const WASH = 300; // mean [s]
function run(seed) {
    const simulation = new Simulation({ seed });
    const carWash = new MultiServerQueue(simulation, { name: "car wash", servers: MACHINES, capacity: PLACES });
    const arrivals = simulation.stream("arrivals");
    const programmes = simulation.stream("programmes");
    let clean = 0;
    function* car() {
        const isWashed = yield* carWash.serve(nanoseconds(programmes.exponential(WASH)));
        if (isWashed)
            clean++;
    }
    function* street() {
        for (;;) {
            yield* simulation.timeout(nanoseconds(arrivals.exponential(1 / ARRIVALS)));
            simulation.spawn("car", car());
        }
    }
    simulation.spawn("street", street());
    const [wash] = steadyState(simulation, 1e5, 4e6, [carWash]);
    const cleanPerHour = (clean / simulation.now) * 3600e9;
    return { "cars that drive on": wash.lossShare, "time at the car wash [s]": wash.response, "clean cars per hour": cleanPerHour };
}
// biome-ignore format: reads as a table
const p = birthDeath(() => ARRIVALS, (n) => Math.min(n, MACHINES) / WASH, PLACES);
const washed = ARRIVALS * (1 - p[PLACES]);
export const carWash = () => study("Car wash: 2 machines, 4 places to wait, a car every 3 min, 5 min a wash", run, {
    "cars that drive on": p[PLACES],
    "time at the car wash [s]": expected(p, (n) => n) / washed,
    "clean cars per hour": washed * 3600,
});
