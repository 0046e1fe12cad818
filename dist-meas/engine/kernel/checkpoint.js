import { SimulationError } from "./failure.js";
/** @throws SimulationError if a process is alive or waited for, or a station cannot be saved */
export function saveState({ handlerNames, calendar, streams, processes, timers, register, parts }) {
    const alive = processes.waiting();
    if (alive.length > 0) {
        throw new SimulationError(`cannot save: ${alive.length} processes are alive (${alive.slice(0, 3).map(({ process }) => `"${process}"`)}${alive.length > 3 ? ", ..." : ""}), ` +
            "and a suspended generator cannot be copied; write what must be saved with handlers");
    }
    if (timers.pending > 0)
        throw new SimulationError(`cannot save: ${timers.pending} timeouts are waited for by notify; schedule events instead`);
    return {
        handlers: [...handlerNames],
        calendar: calendar.save(),
        streams: streams.save(),
        parts: Object.fromEntries(Array.from(allParts(parts, register), ([name, part]) => [name, part.save()])),
        audited: register.audited,
    };
}
/** With `ownStreams` the random numbers start afresh. @throws SimulationError if the simulation was built differently, or is at work */
export function restoreState(simulation, state, { ownStreams }) {
    const { handlerNames, calendar, streams, processes, register, loop } = simulation;
    const parts = allParts(simulation.parts, register);
    const here = JSON.stringify([handlerNames, [...parts.keys()]]);
    const there = JSON.stringify([state.handlers, Object.keys(state.parts)]);
    if (here !== there)
        throw new SimulationError(`cannot restore: this simulation has handlers and parts ${here}, the saved one had ${there}; build both the same way`);
    if (loop.isRunning || processes.alive > 0)
        throw new SimulationError("cannot restore while a run goes on or processes are alive");
    calendar.restore(state.calendar);
    streams.restore(ownStreams ? {} : state.streams);
    for (const [name, part] of parts)
        part.restore(state.parts[name]);
    register.audited = state.audited;
}
const allParts = (parts, register) => new Map([...parts, ...register.parts()]);
