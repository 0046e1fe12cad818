/**
 * Tandem with blocking: two machines with a buffer of two between them. The first always has material; when the buffer is full it keeps
 * its finished part and stands still. Theory: throughput mu (B + 2) / (B + 3) for equal exponential machines (Hunt, Oper. Res. 4, 1956).
 */
import { nanoseconds, Simulation, Store } from "../index.js";
import { study } from "./study.js";
const BUFFER = 2;
const WORK = 10; // mean at either machine [s]
const DURATION = 5e5; // [s]
function run(seed) {
    const simulation = new Simulation({ seed });
    const buffer = new Store(simulation, { name: "buffer", capacity: BUFFER });
    const first = simulation.stream("first machine");
    const second = simulation.stream("second machine");
    let finished = 0;
    let blocked = 0;
    function* firstMachine() {
        for (let part = 0;; part++) {
            yield* simulation.timeout(nanoseconds(first.exponential(WORK)));
            const ready = simulation.now;
            yield* buffer.put(part);
            blocked += simulation.now - ready;
        }
    }
    function* secondMachine() {
        for (;;) {
            yield* buffer.get();
            yield* simulation.timeout(nanoseconds(second.exponential(WORK)));
            finished++;
        }
    }
    simulation.spawn("first machine", firstMachine());
    simulation.spawn("second machine", secondMachine());
    simulation.run(nanoseconds(DURATION));
    simulation.audit();
    return { "parts per minute": (finished / DURATION) * 60, "first machine blocked": blocked / simulation.now };
}
export const tandem = () => study("Tandem with blocking: two machines of 10 s, two places between them", run, {
    "parts per minute": ((BUFFER + 2) / (BUFFER + 3)) * (60 / WORK),
    "first machine blocked": 1 / (BUFFER + 3),
});
