/**
 * Processes: generators that read as the story of what they simulate.
 *
 *     function* customer(simulation: Simulation, docks: Semaphore): Process {
 *       yield* docks.acquire(1);
 *       yield* simulation.timeout(nanoseconds(3));
 *       docks.release(1);
 *     }
 *     simulation.spawn("customer 1", customer(simulation, docks));
 *
 * A process yields what it waits for, and `yield*` gives back, typed, what came of it. Between two yields nothing else runs. It starts
 * when the present event is over, before anything else that is due, those spawned first first. It goes on after a wait by an event of
 * its own: in the present, after everything already due; after service at a station, within the event that ends the service.
 */
import { messageOf, SimulationError } from "./failure.js";
// What `Wait.next` returns is looked at at once and never kept: one object of each kind is enough.
const yielded = { done: false, value: undefined };
const returned = { done: true, value: undefined };
/** Does not care what becomes of a wait. */
export const NOBODY = { granted: () => { }, failed: () => { } };
/**
 * Something to wait for, once: a timeout, units of a semaphore, an item of a store, the end of a process. Subclasses say how.
 *
 *     class Acquire extends Wait<void> {
 *       begin() { if (free) { take(); return true; }  queue.push(this); return false; }   // later: wait.grant(undefined)
 *       cancel(granted) { if (granted) release(); else queue.remove(this); }
 *       describe() { return `semaphore "docks"`; }
 *     }
 */
export class Wait {
    /** What came of it; valid once the wait is over. */
    result = undefined;
    /** Over, although the waiter may not have heard yet. */
    isGranted = false;
    waiter = undefined;
    hasYielded = false;
    /** For subclasses: ends the wait. */
    grant(result) {
        this.result = result;
        this.isGranted = true;
        this.waiter.granted(this);
    }
    /** For subclasses: as `grant`, but a process goes on within the present event. To be the last act of that event. */
    grantLast(result) {
        this.result = result;
        this.isGranted = true;
        const { waiter } = this;
        if (waiter instanceof ProcessHandle)
            waiter.proceed();
        else
            waiter.granted(this);
    }
    /** For subclasses: ends the wait with an error. */
    fail(error) {
        this.waiter.failed(this, error);
    }
    /** For waiters: begins the wait; true if it is over at once. */
    beginFor(waiter) {
        if (this.waiter !== undefined)
            throw new SimulationError(`waiting twice for the same ${this.describe()}: ask for a new one each time`);
        this.waiter = waiter;
        this.isGranted = this.begin();
        return this.isGranted;
    }
    /** For waiters: whoever ends the wait from now on, perhaps because it is given up, tells nobody. */
    ignore() {
        this.waiter = NOBODY;
    }
    /** For waiters: gives up the wait. */
    abandon() {
        this.ignore();
        this.cancel(this.isGranted);
    }
    // `yield* wait` yields the wait itself, and evaluates to what the process is resumed with. A wait is its own iterator, because a
    // generator here would double the cost of waiting.
    [Symbol.iterator]() {
        return this;
    }
    next(result) {
        if (this.hasYielded) {
            returned.value = result;
            return returned;
        }
        this.hasYielded = true;
        yielded.value = this;
        return yielded;
    }
    throw(error) {
        throw error;
    }
    return(value) {
        return { done: true, value: value };
    }
}
/** Thrown inside a process where it waits, by `simulation.interrupt`. */
export class Interrupt extends Error {
    name = "Interrupt";
    /** What the interrupter gave as the reason. */
    reason;
    constructor(reason) {
        super(`interrupted: ${messageOf(reason)}`);
        this.reason = reason;
    }
}
/** A process threw. The message names it and the simulated time; `cause` is what it threw. */
export class ProcessFailure extends SimulationError {
    name = "ProcessFailure";
}
/** A process that was spawned. `yield* handle` waits for its end and gives its result. */
export class ProcessHandle {
    name;
    state = "alive";
    /** Result if it ended, error if it failed. */
    outcome = undefined;
    /** Place in the table of processes. */
    index;
    body;
    waitsFor = undefined;
    /** Its `finally` blocks may take a while yet. */
    isKilled = false;
    /** To be thrown at the next step. */
    error = undefined;
    /** Spawned, and not begun. */
    isStarting = true;
    /** Station where it is without a wait, and as which customer. */
    place = undefined;
    customer = 0;
    /** Those that wait for the end. */
    joins = undefined;
    processes;
    constructor(processes, index, name, body) {
        this.processes = processes;
        this.index = index;
        this.name = name;
        this.body = body;
    }
    granted() {
        this.processes.wake(this);
    }
    /** Goes on within the present event. */
    proceed() {
        this.processes.step(this, "next");
    }
    failed(_wait, error) {
        this.error = error;
        this.processes.wake(this);
    }
    wakeAt(time) {
        this.processes.wakeAt(this, time);
    }
    /** What it waits for, for people. */
    describeWait() {
        return this.waitsFor?.describe() ?? this.place?.describeService() ?? "the clock";
    }
    /** The wait for this process's end. */
    [Symbol.iterator]() {
        return new Join(this);
    }
}
/** Waits for the end of a process; throws its failure. */
export class Join extends Wait {
    process;
    constructor(process) {
        super();
        this.process = process;
    }
    begin() {
        const { process } = this;
        if (process.state === "alive") {
            process.joins ??= [];
            process.joins.push(this);
            return false;
        }
        if (process.state !== "ended")
            throw process.outcome;
        this.result = process.outcome;
        return true;
    }
    cancel(granted) {
        const joins = this.process.joins;
        const at = granted || joins === undefined ? -1 : joins.indexOf(this);
        if (at >= 0)
            joins?.splice(at, 1);
    }
    describe() {
        return `the end of process "${this.process.name}"`;
    }
}
