/**
 * Gas station: every car takes 40 litres from a tank of 1,000. At 200 litres a tanker is called; it comes after 20 minutes and fills up.
 * Cars that find too little wait for it. Theory: renewal-reward over the cycles between two deliveries. A cycle begins with b cars just
 * served from the new fuel, lasts 20 - b arrivals and then 20 minutes, in which more than 5 cars leave somebody waiting.
 */
import { Level, nanoseconds, Simulation } from "../index.js";
import { expected, poisson, study } from "./study.js";
const TANK = 1000; // [litres]
const CAR = 40; // [litres]
const CALL_AT = 200; // [litres]
const WAY = 1200; // of the tanker [s]
const ARRIVALS = 1 / 200; // [1/s]
const DURATION = 4e6; // [s]
function run(seed) {
    const simulation = new Simulation({ seed });
    const tank = new Level(simulation, { name: "tank", capacity: TANK, initial: TANK });
    const arrivals = simulation.stream("arrivals");
    let isCalled = false;
    let deliveries = 0;
    const cars = { served: 0, waited: 0 };
    function* tanker() {
        yield* simulation.timeout(nanoseconds(WAY));
        isCalled = false;
        deliveries++;
        yield* tank.put(TANK - tank.level);
    }
    function* car() {
        const arrival = simulation.now;
        yield* tank.get(CAR);
        cars.served++;
        if (simulation.now > arrival)
            cars.waited++;
        if (tank.level <= CALL_AT && !isCalled)
            simulation.spawn("tanker", tanker());
        isCalled ||= tank.level <= CALL_AT;
    }
    function* street() {
        for (;;) {
            yield* simulation.timeout(nanoseconds(arrivals.exponential(1 / ARRIVALS)));
            simulation.spawn("car", car());
        }
    }
    simulation.spawn("street", street());
    simulation.run(nanoseconds(DURATION));
    simulation.audit();
    return { "deliveries per day": (deliveries / DURATION) * 86_400, "cars that wait for the tanker": cars.waited / cars.served };
}
/** Mean number of arrivals on the tanker's way beyond the cars for which there was fuel when it was called. */
const leftWaiting = expected(poisson(ARRIVALS * WAY, 60), (n) => Math.max(0, n - CALL_AT / CAR));
const cycle = ((TANK - CALL_AT) / CAR - leftWaiting) / ARRIVALS + WAY; // mean [s]
export const gasStation = () => study("Gas station: a tank of 1,000 litres, 40 litres a car, a car every 200 s", run, {
    "deliveries per day": 86_400 / cycle,
    "cars that wait for the tanker": leftWaiting / (ARRIVALS * cycle),
});
