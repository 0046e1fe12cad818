import { AuditError } from "./audit.js";
import { BudgetError, messageOf, SimulationError } from "./failure.js";
import { ProcessFailure } from "./process.js";
import { formatTime } from "./time.js";
/** Takes one event after the other and runs its handler: the innermost loop of a simulation. */
export class RunLoop {
    /** Looks on, from the next run on. */
    tracer = undefined;
    isRunning = false;
    calendar;
    handlers;
    handlerNames;
    processes;
    budgets;
    isStopped = false;
    /** Events after this instant stay. */
    limit = 0;
    constructor({ calendar, handlers, handlerNames, processes, budgets }) {
        this.calendar = calendar;
        this.handlers = handlers;
        this.handlerNames = handlerNames;
        this.processes = processes;
        this.budgets = budgets;
    }
    /** Runs until nothing is pending, `stop` is called, or the next event lies beyond `until` [ns]; events at `until` still run. */
    run(until) {
        const { calendar, handlers, tracer } = this;
        this.begin(until);
        let handler = -1;
        let arg = 0;
        try {
            for (;;) {
                handler = calendar.takeReady();
                if (handler < 0) {
                    if (this.goesOn())
                        continue;
                    break;
                }
                arg = calendar.arg;
                if (calendar.isAtTarget)
                    this.checkBudgets(handler, arg);
                if (tracer !== undefined)
                    this.trace(tracer, handler, arg);
                handlers[handler](arg);
            }
        }
        catch (error) {
            throw this.located(error, handler, arg);
        }
        finally {
            this.isRunning = false;
        }
        return this.outcome(until);
    }
    /** Executes one event, if one is pending up to `until`, and tells which. */
    step(until) {
        const { calendar, processes } = this;
        this.begin(until);
        let handler = -1;
        let arg = 0;
        try {
            while (processes.spawned > 0) {
                const index = this.beginProcess();
                if (index >= 0)
                    return this.info(processes.resumption, index);
            }
            calendar.limit = this.limit;
            handler = calendar.take();
            if (handler < 0)
                return undefined;
            arg = calendar.arg;
            if (calendar.isAtTarget)
                this.checkBudgets(handler, arg);
            if (this.tracer !== undefined)
                this.trace(this.tracer, handler, arg);
            const info = this.info(handler, arg);
            this.handlers[handler](arg);
            return info;
        }
        catch (error) {
            throw this.located(error, handler, arg);
        }
        finally {
            this.isRunning = false;
        }
    }
    /** Makes `run` return before the next event. */
    stop() {
        this.isStopped = true;
        this.calendar.pause();
    }
    begin(until) {
        const { calendar } = this;
        if (!(until >= calendar.now && (Number.isInteger(until) || until === Infinity)))
            throw new SimulationError(`cannot run until ${until} ns: expected a whole number from now, ${calendar.now} ns, or Infinity`);
        if (this.isRunning)
            throw new SimulationError("run() called by a handler or process: it is running already; schedule an event instead");
        this.isRunning = true;
        this.isStopped = false;
        this.limit = Math.min(until, this.budgets.latest);
        calendar.limit = this.limit;
        if (this.processes.spawned > 0)
            calendar.pause();
        this.budgets.begin();
    }
    outcome(until) {
        const { calendar } = this;
        if (this.isStopped)
            return { kind: "stopped", at: calendar.now };
        if (calendar.isDrained)
            return { kind: "drained", at: calendar.now };
        this.budgets.checkTime(until);
        calendar.now = until;
        return { kind: "deadline", at: until };
    }
    /** No event is ready: begins the processes that were spawned, or looks for the next event. False if the run is over. */
    goesOn() {
        if (this.isStopped)
            return false;
        const { calendar, processes } = this;
        if (processes.spawned === 0)
            return calendar.refill();
        while (processes.spawned > 0 && !this.isStopped)
            this.beginProcess();
        if (!this.isStopped)
            calendar.limit = this.limit;
        return true;
    }
    /** Begins the process that was spawned first: an event like others, except that it passes by the calendar. Returns its number; -1 if it was killed before. */
    beginProcess() {
        const { calendar, processes, tracer } = this;
        const process = processes.takeSpawned();
        if (process === undefined)
            return -1;
        const { index } = process;
        calendar.pass(processes.resumption, index);
        if (calendar.isAtTarget)
            this.checkBudgets(processes.resumption, index);
        if (tracer !== undefined)
            this.trace(tracer, processes.resumption, index);
        processes.step(process, "next");
        return index;
    }
    checkBudgets(handler, arg) {
        this.budgets.check(() => this.placeOf(handler, arg));
    }
    trace(tracer, handler, arg) {
        tracer.event?.(this.calendar.now, this.handlerNames[handler], arg, this.calendar.executed);
    }
    info(handler, arg) {
        return { time: this.calendar.now, handler: this.handlerNames[handler], arg };
    }
    /** The error with the place and time where it happened, unless it tells them already. */
    located(error, handler, arg) {
        if (error instanceof ProcessFailure || error instanceof BudgetError || error instanceof AuditError)
            return error;
        return new SimulationError(`${this.placeOf(handler, arg)}: ${messageOf(error)}`, { cause: error });
    }
    placeOf(handler, arg) {
        const what = handler < 0 ? "the start of a process" : `handler "${this.handlerNames[handler]}" (argument ${arg})`;
        return `${what} at ${formatTime(this.calendar.now)}, event ${this.calendar.executed}`;
    }
}
