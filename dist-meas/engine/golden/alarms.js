/** The mixed model's cancellations: alarms cancelled and moved, stale handles, jobs withdrawn, groups of a processor changed. */
import { nanoseconds, TimeWeighted } from "../index.js";
const ALARMS = 150;
export function startAlarms(simulation, { cpu, capped, fifo, preemptive }, settings) {
    const stream = simulation.stream("alarms");
    const counts = { rung: 0, cancelled: 0, moved: 0, stale: 0, remaining: 0, workLeft: 0 };
    const shift = new TimeWeighted();
    const delay = () => Math.floor(stream.exponential(200)) * 1_000_000; // whole milliseconds: many ties
    const handles = [];
    const alarm = simulation.on("alarm", (index) => {
        counts.rung++;
        counts.stale += Number(simulation.cancel(handles[index])); // it is running: nothing to cancel
        const used = handles[index];
        handles[index] = simulation.after(1_000_000 + delay(), alarm, index);
        const other = stream.integer(ALARMS);
        const choice = stream.integer(5);
        if (choice === 0) {
            counts.cancelled += Number(simulation.cancel(handles[other]));
            handles[other] = simulation.after(delay() + 1_000_000, alarm, other);
        }
        else if (choice === 1) {
            handles[other] = simulation.reschedule(handles[other], simulation.now + 1_000_000 + delay());
            counts.moved++;
        }
        else if (choice === 2) {
            counts.stale += Number(simulation.reschedule(used, simulation.now + 5) !== 0);
        }
        else
            counts.remaining += simulation.timeOf(handles[other]) - simulation.now;
    });
    for (let index = 0; index < ALARMS; index++)
        handles[index] = simulation.after(delay(), alarm, index);
    // The night shift: jobs in a group of their own, taken out before they end; then the group goes.
    let group = -1;
    let jobs = [];
    const finished = simulation.on("night job", () => shift.set(shift.current - 1, simulation.now));
    const dusk = simulation.on("dusk", (round) => {
        group = cpu.addGroup({ weight: 1 + (round % 4), cap: 0.5 + (round % 3) });
        for (let n = 0; n <= round % 5; n++)
            jobs.push(cpu.submit(group, nanoseconds(stream.exponential(0.03)), finished, n, 1 + n));
        shift.set(jobs.length, simulation.now);
        cpu.changeGroup(capped, { weight: 1 + (round % 2), cap: settings.cap * (1 + (round % 3) / 8) });
        simulation.after(nanoseconds(0.05), dawn, round);
    });
    const dawn = simulation.on("dawn", (round) => {
        counts.workLeft += cpu.entitlement(group);
        for (const job of jobs)
            counts.workLeft += cpu.withdraw(job);
        cpu.removeGroup(group);
        jobs = [];
        shift.set(0, simulation.now);
        // One who leaves a queue before being served, whether waiting or in service.
        const customers = [fifo, preemptive].map((queue) => queue.enter(nanoseconds(0.02), neverServed, 0, 9));
        [fifo, preemptive].forEach((queue, i) => void queue.withdraw(customers[i]));
        simulation.after(nanoseconds(0.03), dusk, round + 1);
    });
    const neverServed = simulation.on("never served", () => {
        throw new Error("a customer that was withdrawn has been served");
    });
    simulation.after(0, dusk, 0);
    return { counts, shift };
}
