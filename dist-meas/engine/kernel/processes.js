import { messageOf, SimulationError } from "./failure.js";
import { grown } from "./grown.js";
import { Interrupt, ProcessFailure, ProcessHandle, } from "./process.js";
import { formatTime } from "./time.js";
/** Place of no process. */
const NOWHERE = -1;
/** The processes of a simulation. One handler resumes them all; its argument is the process's place in the table. */
export class Processes {
    /** Place of the process whose body is running now. A number, because to store an object in an older one costs the garbage collector. */
    inside = NOWHERE;
    /** Those that have killed another, whose `finally` blocks run now. */
    outer = [];
    /** Number of processes that have not ended. */
    alive = 0;
    /** Looks on at what processes do. */
    observer = undefined;
    /** Number of processes that were spawned and have not begun. */
    spawned = 0;
    host;
    calendar;
    /** The handler that resumes processes. */
    resumption;
    /** Places of those that were spawned and have not begun, first come first, from `next` on. */
    starting = new Int32Array(16);
    next = 0;
    last = 0;
    table = [];
    free = [];
    // By place: the event that will resume the process (0: none) and when it began to wait. Typed arrays, because a number in an object
    // would be an object of its own.
    wakeups = new Float64Array(16);
    since = new Float64Array(16);
    constructor(host, calendar) {
        this.host = host;
        this.calendar = calendar;
        this.resumption = host.on("process", (index) => this.step(this.table[index], "next"));
    }
    /** Has a process start when the present event is over. */
    spawn(name, body) {
        const index = this.free.pop() ?? this.table.length;
        if (index === this.wakeups.length) {
            this.wakeups = grown(this.wakeups, 2 * this.wakeups.length);
            this.since = grown(this.since, 2 * this.since.length);
        }
        const process = new ProcessHandle(this, index, name, body);
        this.table[index] = process;
        this.since[index] = this.host.now;
        this.alive++;
        if (this.last === this.starting.length)
            this.starting = grown(this.starting, 2 * this.starting.length);
        this.starting[this.last++] = index;
        this.spawned++;
        this.calendar.pause(); // the run looks for it after this event
        if (this.observer !== undefined)
            this.observer(this.host.now, process, "spawned");
        return process;
    }
    /** Resumes a process in the present, after everything already due. */
    wake(process) {
        this.wakeups[process.index] = this.calendar.scheduleNow(this.resumption, process.index);
    }
    wakeAt(process, time) {
        this.wakeups[process.index] = this.host.at(time, this.resumption, process.index);
    }
    /** Resumes the running process after `delay` [ns], once it has yielded. */
    hold(delay) {
        const { index } = this.running("hold");
        this.wakeups[index] = this.calendar.schedule(this.calendar.now + delay, this.resumption, index);
    }
    /** The process whose body is running now. */
    get current() {
        return this.inside === NOWHERE ? undefined : this.table[this.inside];
    }
    /** The process that runs now and has not begun to wait; else an error for who called `what`. */
    running(what) {
        const process = this.current;
        if (process === undefined)
            throw new SimulationError(`${what}() outside a process: only the running process can wait; elsewhere use events`);
        if (this.wakeups[process.index] !== 0 || process.place !== undefined)
            throw new SimulationError(`${what}() without a yield after the wait before: write \`yield ... .${what}(...)\``);
        return process;
    }
    /** The process at `index`, having been served at a station, goes on within the present event. */
    proceed(index) {
        this.step(this.table[index], "next");
    }
    /** Of those that were spawned and have not begun, the first; undefined if it has been killed. `spawned` must not be 0. */
    takeSpawned() {
        const index = this.starting[this.next++];
        if (--this.spawned === 0) {
            this.next = 0;
            this.last = 0;
        }
        const process = this.table[index];
        process.isStarting = false;
        if (process.state === "alive")
            return process;
        this.release(index);
        return undefined;
    }
    /** Throws an `Interrupt` in the process where it waits. One that is on its way absorbs later ones. False if the process has ended. */
    interrupt(process, reason) {
        if (process.state !== "alive")
            return false;
        if (this.isRunning(process))
            throw new SimulationError(`process "${process.name}" interrupts itself: throw instead`);
        if (process.error !== undefined)
            return true;
        this.stopWaiting(process);
        process.error = new Interrupt(reason);
        if (!process.isStarting)
            this.wake(process);
        return true;
    }
    /** Ends the process at once; its `finally` blocks run. False if it has ended already. */
    kill(process) {
        if (process.state !== "alive")
            return false;
        if (this.isRunning(process))
            throw new SimulationError(`process "${process.name}" kills itself: return instead`);
        this.stopWaiting(process);
        process.error = undefined;
        process.isKilled = true;
        this.step(process, "return");
        return true;
    }
    isRunning(process) {
        return process.index === this.inside || this.outer.includes(process.index);
    }
    /** Who waits for what since when, those that wait longest first. */
    waiting() {
        return this.table
            .filter((process) => process?.state === "alive")
            .map((process) => ({
            process: process.name,
            waitsFor: this.describeWait(process),
            since: this.since[process.index],
        }))
            .sort((a, b) => a.since - b.since);
    }
    describeWait(process) {
        if (process.isStarting)
            return "its turn";
        if (process.waitsFor !== undefined || process.place !== undefined)
            return process.describeWait();
        if (this.wakeups[process.index] === 0)
            return "nothing: it is running";
        const until = this.host.timeOf(this.wakeups[process.index]);
        return until === this.host.now ? "its turn" : `the clock, until ${formatTime(until)}`;
    }
    /** Runs a process to its next wait, or its end. */
    step(process, how) {
        const outer = this.inside;
        this.inside = process.index;
        if (outer !== NOWHERE)
            this.outer.push(outer);
        this.wakeups[process.index] = 0;
        process.place = undefined;
        if (this.observer !== undefined)
            this.observer(this.host.now, process, "resumed");
        let state = "alive";
        let outcome;
        try {
            const result = this.advanceToWait(process, how);
            if (result.done === true) {
                state = process.isKilled ? "killed" : "ended";
                outcome = result.value;
            }
        }
        catch (error) {
            state = "failed";
            outcome = error;
        }
        this.inside = outer;
        if (outer !== NOWHERE)
            this.outer.pop();
        if (state !== "alive")
            this.end(process, state, outcome);
        else {
            this.since[process.index] = this.host.now;
            if (this.observer !== undefined)
                this.observer(this.host.now, process, "waits");
        }
    }
    /** Lets the body go on until it has to wait, or to its end. */
    advanceToWait(process, how) {
        const body = process.body;
        let result = how === "return" ? body.return(undefined) : this.advance(process, body);
        while (result.done !== true) {
            const wait = result.value;
            if (this.wakeups[process.index] !== 0 || process.place !== undefined) {
                if (wait === undefined)
                    break;
                this.refuseWait(wait);
            }
            if (wait === undefined)
                this.refuseNothing();
            process.waitsFor = wait;
            try {
                if (!wait.beginFor(process))
                    break;
            }
            catch (error) {
                process.error = error ?? new SimulationError("undefined was thrown");
            }
            result = this.advance(process, body);
        }
        return result;
    }
    refuseWait(wait) {
        throw new SimulationError(`hold() without a yield before the wait for ${wait.describe()}: write \`yield ... .hold(...)\``);
    }
    refuseNothing() {
        throw new SimulationError("yielded nothing to wait for: write `yield* wait`, `yield simulation.hold(...)` or `yield queue.hold(...)`");
    }
    /** Lets the body go on with what its wait brought: a result or an error. */
    advance(process, body) {
        const wait = process.waitsFor;
        const error = process.error;
        process.waitsFor = undefined;
        if (error === undefined)
            return body.next(wait === undefined ? undefined : wait.result);
        process.error = undefined;
        return body.throw(error);
    }
    end(process, state, outcome) {
        process.state = state;
        process.body = undefined;
        process.waitsFor = undefined;
        this.stopHolding(process);
        if (!process.isStarting)
            this.release(process.index); // else when its turn comes: its place is in the line
        this.alive--;
        if (state === "ended")
            process.outcome = outcome;
        else {
            const now = formatTime(this.host.now);
            if (state === "killed")
                process.outcome = new ProcessFailure(`process "${process.name}" was killed at ${now}`);
            else
                process.outcome = new ProcessFailure(`process "${process.name}" failed at ${now}: ${messageOf(outcome)}`, { cause: outcome });
        }
        if (this.observer !== undefined)
            this.observer(this.host.now, process, state);
        const { joins } = process;
        if (joins === undefined || joins.length === 0) {
            if (state === "failed")
                throw process.outcome;
            return;
        }
        // One by one, because those who are told may give up other waits for this end.
        while (joins.length > 0) {
            const join = joins.shift();
            if (state === "ended")
                join.grant(outcome);
            else
                join.fail(process.outcome);
        }
    }
    stopWaiting(process) {
        const wait = process.waitsFor;
        process.waitsFor = undefined;
        wait?.abandon();
        this.stopHolding(process);
    }
    stopHolding(process) {
        const { place } = process;
        if (place !== undefined) {
            process.place = undefined;
            place.withdraw(process.customer);
        }
        if (this.wakeups[process.index] !== 0) {
            this.host.cancel(this.wakeups[process.index]);
            this.wakeups[process.index] = 0;
        }
    }
    release(index) {
        this.table[index] = undefined;
        this.free.push(index);
    }
}
