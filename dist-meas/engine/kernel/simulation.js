import { Streams } from "../random/stream.js";
import { Budgets } from "./budgets.js";
import { Calendar } from "./calendar.js";
import { restoreState, saveState } from "./checkpoint.js";
import { SimulationError } from "./failure.js";
import { Join } from "./process.js";
import { Processes } from "./processes.js";
import { RunLoop } from "./run-loop.js";
import { StationRegister } from "./station-register.js";
import { formatTime, HORIZON } from "./time.js";
import { AllOf, AnyOf, Timeout, Timers } from "./waits.js";
export class Simulation {
    calendar = new Calendar();
    handlers = [];
    handlerNames = [];
    processes;
    timers;
    streams;
    stationRegister = new StationRegister();
    parts = new Map();
    loop;
    constructor({ seed, antithetic = false, guards = {}, tracer }) {
        this.streams = new Streams(seed, { antithetic });
        this.processes = new Processes(this, this.calendar);
        this.timers = new Timers(this);
        const { calendar, handlers, handlerNames, processes } = this;
        this.loop = new RunLoop({ calendar, handlers, handlerNames, processes, budgets: new Budgets(guards, calendar) });
        if (tracer !== undefined)
            this.attach(tracer);
    }
    /** The clock [ns]. */
    get now() {
        return this.calendar.now;
    }
    // --- events ---
    /** Registers a handler, once per kind of event. Its name appears in traces and errors. */
    on(name, handle) {
        this.handlerNames.push(name);
        return this.handlers.push(handle) - 1;
    }
    /**
     * Schedules an event at `time` [ns]; `arg` is a 32-bit integer for the handler.
     * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
     */
    at(time, handler, arg = 0) {
        return this.calendar.schedule(time, handler, arg);
    }
    /** Schedules an event `delay` [ns] from now. */
    after(delay, handler, arg = 0) {
        return this.calendar.schedule(this.calendar.now + delay, handler, arg);
    }
    /** Cancels a pending event. False, and harmless, for one that has run, is running, or was cancelled, and for 0. */
    cancel(event) {
        return this.calendar.cancel(event);
    }
    /** The time for which an event is scheduled [ns]; -1 if it is not pending. */
    timeOf(event) {
        return this.calendar.timeOf(event);
    }
    /** Moves a pending event to another time, with a new place in the order. Returns its new handle; 0 for a stale one. */
    reschedule(event, time) {
        return this.calendar.reschedule(event, time);
    }
    /**
     * Runs a handler within the present event, for stations whose last act in an event is to tell that a customer is done: no event of
     * its own, so that it is neither counted nor traced.
     */
    call(handler, arg) {
        this.handlers[handler](arg);
    }
    /** The next events in the order in which they will run, at most `limit`. For people and debuggers: it looks at all. */
    pending(limit = Infinity) {
        return this.calendar
            .pending()
            .slice(0, limit)
            .map(({ time, handler, arg }) => ({ time, handler: this.handlerNames[handler], arg }));
    }
    // --- running ---
    /** Runs until nothing is pending, `stop` is called, or the next event lies beyond `until` [ns]; events at `until` still run. */
    run(until) {
        return this.loop.run(until);
    }
    /** Executes one event, if one is pending up to `until`, and tells which: for debuggers and comparisons. */
    step(until = HORIZON) {
        return this.loop.step(until);
    }
    /** Makes `run` return before the next event. */
    stop() {
        this.loop.stop();
    }
    /** Events executed so far. */
    get eventCount() {
        return this.calendar.executed;
    }
    /** 16 hexadecimal digits that depend on (time, handler, argument) of every event executed so far, in order. */
    fingerprint() {
        return this.calendar.fingerprint;
    }
    // --- randomness ---
    /** The stream of random numbers for one purpose; the same name gives the same stream. */
    stream(name) {
        return this.streams.get(name);
    }
    // --- processes ---
    /** Has a process start when the present event is over, before anything else that is due. */
    spawn(name, process) {
        return this.processes.spawn(name, process);
    }
    /** `yield* simulation.timeout(delay)`: waits [ns]; can be combined with other waits. */
    timeout(delay) {
        return new Timeout(this.timers, delay);
    }
    /** `yield simulation.hold(delay)`: waits [ns], the fastest way, but not to be combined with other waits. */
    hold(delay) {
        return this.processes.hold(delay);
    }
    /** For stations: the number of the running process, which is about to wait there; an error naming `what` if none runs. */
    runningProcess(what) {
        return this.processes.running(what).index;
    }
    /** For stations: the running process waits at `place`, as this customer of it, until `proceed`. */
    occupy(place, customer) {
        const process = this.processes.current;
        process.place = place;
        process.customer = customer;
    }
    /** For stations: the process that has been served goes on within the present event. To be the last act of that event. */
    proceed(process) {
        this.processes.proceed(process);
    }
    /** Waits for the end of a process and gives its result; throws its failure. */
    join(process) {
        return new Join(process);
    }
    /** Waits for the first of several and gives up the others. */
    anyOf(...waits) {
        return new AnyOf(waits);
    }
    /** Waits for all of several and gives their results in order. */
    allOf(...waits) {
        return new AllOf(waits);
    }
    /** Throws an `Interrupt` in the process where it waits. False if it has ended. */
    interrupt(process, reason = undefined) {
        return this.processes.interrupt(process, reason);
    }
    /** Ends the process at once; its `finally` blocks run. False if it has ended. */
    kill(process) {
        return this.processes.kill(process);
    }
    /** Who waits for what since when, those that wait longest first: ask when a run ends early. */
    waiting() {
        return this.processes.waiting();
    }
    /** The same as text, one line a process. */
    describeWaiting() {
        return this.waiting()
            .map(({ process, waitsFor, since }) => `process "${process}" waits for ${waitsFor} since ${formatTime(since)}`)
            .join("\n");
    }
    // --- stations ---
    /** Those that are audited, in the order in which they came. */
    get stations() {
        return this.stationRegister.stations;
    }
    /** Adds a station to those that are audited. Stations call it themselves. */
    register(station) {
        this.stationRegister.add(station);
    }
    /**
     * A station leaves, because its host failed or was shut down: it is audited for the last time, and its name is free again. Withdraw first
     * who is in it, or let them finish: events that it has scheduled still come, and what it holds is no longer saved.
     * @throws AuditError if its books do not balance; SimulationError if it is not among `stations`
     */
    unregister(station) {
        this.stationRegister.remove(station, this.now);
    }
    /**
     * Checks the operational laws at every station. The report includes what was found at those that have left.
     * @throws AuditError on the first violation
     */
    audit() {
        return this.stationRegister.audit(this.now);
    }
    // --- saving, restoring, forking ---
    /** Adds a part of the model's own state, under a name of its own, to what `save` saves. Stations and streams are saved anyway. */
    keep(name, part) {
        if (this.parts.has(name))
            throw new SimulationError(`a part of the state is called "${name}" already: give each its own name`);
        this.parts.set(name, part);
    }
    /** The part is no longer saved, and its name is free again. False if there is none of that name. */
    forget(name) {
        return this.parts.delete(name);
    }
    /**
     * A copy of the whole state: events, clock, fingerprint, streams, stations and the parts given to `keep`.
     * @throws SimulationError if a process is alive (a suspended generator cannot be copied) or a station cannot be saved
     */
    save() {
        return saveState(this.state);
    }
    /**
     * Goes on from a saved state, in this simulation or another one built by the same code: with the same handlers, and with the same stations
     * there, in the same order. With `streams: "own"` the random numbers start afresh from this simulation's own seed: many futures from one
     * past.
     * @throws SimulationError if the simulation was built differently
     */
    restore(state, { streams = "continue" } = {}) {
        restoreState(this.state, state, { ownStreams: streams === "own" });
    }
    get state() {
        const { handlerNames, calendar, streams, processes, timers, stationRegister, parts, loop } = this;
        return { handlerNames, calendar, streams, processes, timers, register: stationRegister, parts, loop };
    }
    // --- observation ---
    /** Lets a tracer look on, from the next run on; undefined: nobody. */
    attach(tracer) {
        this.loop.tracer = tracer;
        this.processes.observer = tracer?.process?.bind(tracer);
        tracer?.attached?.(this);
    }
    /** Clock and next events, for a debugger. */
    toString() {
        const events = this.pending();
        const lines = events.slice(0, 10).map(({ time, handler, arg }) => `  ${formatTime(time)}  ${handler}(${arg})`);
        if (events.length > lines.length)
            lines.push(`  and ${events.length - lines.length} more`);
        return [`simulation at ${formatTime(this.now)}, ${this.eventCount} events executed, ${events.length} pending`, ...lines].join("\n");
    }
}
