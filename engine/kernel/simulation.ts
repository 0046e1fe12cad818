import { Streams } from "../random/stream.ts";
import type { RandomStream } from "../random/stream.ts";
import { AuditError, type AuditReport, auditStations } from "./audit.ts";
import { Calendar, type EventHandle } from "./calendar.ts";
import { BudgetError, messageOf, SimulationError } from "./failure.ts";
import { isSaveable, type Saveable, type SavedState } from "./saved-state.ts";
import {
  Join,
  type Place,
  type Process,
  ProcessFailure,
  type ProcessHandle,
  type ProcessId,
  type Wait,
  type WaitingProcess,
} from "./process.ts";
import { Processes } from "./processes.ts";
import type { Station } from "./station.ts";
import { formatTime, HORIZON, type Nanoseconds } from "./time.ts";
import type { Tracer } from "./tracer.ts";
import { AllOf, AnyOf, type FirstOf, Timeout, Timers, type Waits } from "./waits.ts";

export type { EventHandle } from "./calendar.ts";

/** Number of a registered handler. */
export type HandlerId = number;

/** Budgets that stop a loop in the model with a message. Without one, no limit. */
export interface Guards {
  /** Events in all runs of this simulation together [1]. */
  readonly events?: number;
  /** Events at one instant [1]; noticed after at most twice as many. Default 100 million. */
  readonly eventsPerInstant?: number;
  /** Simulated time [ns]. */
  readonly time?: Nanoseconds;
}

export interface SimulationOptions {
  /** Every random number follows from this and the name of its stream. */
  readonly seed: number | string;
  /** Mirrors every random draw: the other half of an antithetic pair. */
  readonly antithetic?: boolean;
  readonly guards?: Guards;
  readonly tracer?: Tracer;
}

/** An event as people see it. */
export interface EventInfo {
  readonly time: Nanoseconds;
  readonly handler: string;
  readonly arg: number;
}

/** Why and when a run came back: nothing pending, the deadline reached, or `stop` called. */
export interface Outcome {
  readonly kind: "drained" | "deadline" | "stopped";
  readonly at: Nanoseconds;
}

const DEFAULT_EVENTS_PER_INSTANT = 1e8;

/** A discrete-event simulation: clock, calendar, handlers, processes, random streams, and the stations to audit. */
export class Simulation {
  readonly stations: readonly Station[] = [];
  private readonly stationNames = new Set<string>();
  private readonly calendar = new Calendar();
  private readonly handlers: ((arg: number) => void)[] = [];
  private readonly handlerNames: string[] = [];
  private readonly streams: Streams;
  private readonly processes: Processes;
  private readonly timers: Timers;
  private readonly guards: Guards;
  private readonly parts = new Map<string, Saveable>();
  private tracer: Tracer | undefined;
  private isRunning = false;
  private isStopped = false;
  private nextCheck = Infinity;
  /** Events after this instant stay. */
  private limit: Nanoseconds = HORIZON;
  private lastCheckedInstant: Nanoseconds = -1;

  constructor(options: SimulationOptions) {
    this.streams = new Streams(options.seed, { antithetic: options.antithetic ?? false });
    this.guards = options.guards ?? {};
    this.processes = new Processes(this, this.calendar);
    this.timers = new Timers(this);
    if (options.tracer !== undefined) this.attach(options.tracer);
  }

  /** The clock [ns]. */
  get now(): Nanoseconds {
    return this.calendar.now;
  }

  // --- events ---

  /** Registers a handler, once per kind of event. Its name appears in traces and errors. */
  on(name: string, handle: (arg: number) => void): HandlerId {
    this.handlerNames.push(name);
    return this.handlers.push(handle) - 1;
  }

  /**
   * Schedules an event at `time` [ns]; `arg` is a 32-bit integer for the handler.
   * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
   */
  at(time: Nanoseconds, handler: HandlerId, arg = 0): EventHandle {
    return this.calendar.schedule(time, handler, arg);
  }

  /** Schedules an event `delay` [ns] from now. */
  after(delay: Nanoseconds, handler: HandlerId, arg = 0): EventHandle {
    return this.calendar.schedule(this.calendar.now + delay, handler, arg);
  }

  /** Cancels a pending event. False, and harmless, for one that has run, is running, or was cancelled, and for 0. */
  cancel(event: EventHandle): boolean {
    return this.calendar.cancel(event);
  }

  /** The time for which an event is scheduled [ns]; -1 if it is not pending. */
  timeOf(event: EventHandle): Nanoseconds {
    return this.calendar.timeOf(event);
  }

  /** Moves a pending event to another time, with a new place in the order. Returns its new handle; 0 for a stale one. */
  reschedule(event: EventHandle, time: Nanoseconds): EventHandle {
    return this.calendar.reschedule(event, time);
  }

  /**
   * Runs a handler within the present event, for stations whose last act in an event is to tell that a customer is done: no event of
   * its own, so that it is neither counted nor traced.
   */
  call(handler: HandlerId, arg: number): void {
    this.handlers[handler](arg);
  }

  /** The next events in the order in which they will run, at most `limit`. For people and debuggers: it looks at all. */
  pending(limit = Infinity): EventInfo[] {
    return this.calendar
      .pending()
      .slice(0, limit)
      .map(({ time, handler, arg }) => ({ time, handler: this.handlerNames[handler], arg }));
  }

  // --- running ---

  /** Runs until nothing is pending, `stop` is called, or the next event lies beyond `until` [ns]; events at `until` still run. */
  run(until: Nanoseconds): Outcome {
    const { calendar, handlers, tracer } = this;
    this.start(until);
    let handler = -1;
    let arg = 0;
    try {
      for (;;) {
        handler = calendar.takeReady();
        if (handler < 0) {
          if (this.goesOn()) continue;
          break;
        }
        arg = calendar.arg;
        if (calendar.isAtTarget) this.checkBudgets(handler, arg);
        if (tracer !== undefined) this.trace(tracer, handler, arg);
        handlers[handler](arg);
      }
    } catch (error) {
      throw this.located(error, handler, arg);
    } finally {
      this.isRunning = false;
    }
    return this.finish(until);
  }

  /** Executes one event, if one is pending up to `until`, and tells which: for debuggers and comparisons. */
  step(until: Nanoseconds = HORIZON): EventInfo | undefined {
    this.start(until);
    let handler = -1;
    let arg = 0;
    try {
      while (this.processes.spawned > 0) {
        const index = this.beginProcess();
        if (index >= 0) return { time: this.now, handler: this.handlerNames[this.processes.resumption], arg: index };
      }
      this.calendar.limit = this.limit;
      handler = this.calendar.take();
      if (handler < 0) return undefined;
      arg = this.calendar.arg;
      if (this.calendar.isAtTarget) this.checkBudgets(handler, arg);
      if (this.tracer !== undefined) this.trace(this.tracer, handler, arg);
      const info = { time: this.now, handler: this.handlerNames[handler], arg };
      this.handlers[handler](arg);
      return info;
    } catch (error) {
      throw this.located(error, handler, arg);
    } finally {
      this.isRunning = false;
    }
  }

  /** No event is ready: begins the processes that were spawned, or looks for the next event. False if the run is over. */
  private goesOn(): boolean {
    if (this.isStopped) return false;
    const { calendar, processes } = this;
    if (processes.spawned === 0) return calendar.refill();
    while (processes.spawned > 0 && !this.isStopped) this.beginProcess();
    if (!this.isStopped) calendar.limit = this.limit;
    return true;
  }

  /** Begins the process that was spawned first: an event like others, except that it passes by the calendar. Returns its number; -1 if it was killed before. */
  private beginProcess(): number {
    const { calendar, processes, tracer } = this;
    const process = processes.takeSpawned();
    if (process === undefined) return -1;
    const { index } = process;
    calendar.pass(processes.resumption, index);
    if (calendar.isAtTarget) this.checkBudgets(processes.resumption, index);
    if (tracer !== undefined) this.trace(tracer, processes.resumption, index);
    processes.step(process, "next");
    return index;
  }

  /** Makes `run` return before the next event. */
  stop(): void {
    this.isStopped = true;
    this.calendar.pause();
  }

  /** Events executed so far. */
  get eventCount(): number {
    return this.calendar.executed;
  }

  /** 16 hexadecimal digits that depend on (time, handler, argument) of every event executed so far, in order. */
  fingerprint(): string {
    return this.calendar.fingerprint;
  }

  // --- randomness ---

  /** The stream of random numbers for one purpose; the same name gives the same stream. */
  stream(name: string): RandomStream {
    return this.streams.get(name);
  }

  // --- processes ---

  /** Has a process start when the present event is over, before anything else that is due. */
  spawn<Result>(name: string, process: Process<Result>): ProcessId<Result> {
    return this.processes.spawn(name, process);
  }

  /** `yield* simulation.timeout(delay)`: waits [ns]; can be combined with other waits. */
  timeout(delay: Nanoseconds): Wait<void> {
    return new Timeout(this.timers, delay);
  }

  /** `yield simulation.hold(delay)`: waits [ns], the fastest way, but not to be combined with other waits. */
  hold(delay: Nanoseconds): undefined {
    return this.processes.hold(delay);
  }

  /** For stations: the number of the running process, which is about to wait there; an error naming `what` if none runs. */
  runningProcess(what: string): number {
    return this.processes.running(what).index;
  }

  /** For stations: the running process waits at `place`, as this customer of it, until `proceed`. */
  occupy(place: Place, customer: number): void {
    const process = this.processes.current as ProcessHandle;
    process.place = place;
    process.customer = customer;
  }

  /** For stations: the process that has been served goes on within the present event. To be the last act of that event. */
  proceed(process: number): void {
    this.processes.proceed(process);
  }

  /** Waits for the end of a process and gives its result; throws its failure. */
  join<Result>(process: ProcessHandle<Result>): Wait<Result> {
    return new Join(process);
  }

  /** Waits for the first of several and gives up the others. */
  anyOf<Results extends readonly unknown[]>(...waits: Waits<Results>): Wait<FirstOf<Results>> {
    return new AnyOf<Results>(waits);
  }

  /** Waits for all of several and gives their results in order. */
  allOf<Results extends readonly unknown[]>(...waits: Waits<Results>): Wait<Results> {
    return new AllOf<Results>(waits);
  }

  /** Throws an `Interrupt` in the process where it waits. False if it has ended. */
  interrupt(process: ProcessId, reason: unknown = undefined): boolean {
    return this.processes.interrupt(process, reason);
  }

  /** Ends the process at once; its `finally` blocks run. False if it has ended. */
  kill(process: ProcessId): boolean {
    return this.processes.kill(process);
  }

  /** Who waits for what since when, those that wait longest first: ask when a run ends early. */
  waiting(): WaitingProcess[] {
    return this.processes.waiting();
  }

  /** The same as text, one line a process. */
  describeWaiting(): string {
    return this.waiting()
      .map(({ process, waitsFor, since }) => `process "${process}" waits for ${waitsFor} since ${formatTime(since)}`)
      .join("\n");
  }

  // --- stations ---

  /** Adds a station to those that are audited. Stations call it themselves. */
  register(station: Station): void {
    if (this.stationNames.has(station.name)) throw new SimulationError(`station "${station.name}" exists already: give each its own name`);
    this.stationNames.add(station.name);
    (this.stations as Station[]).push(station);
  }

  /**
   * Checks the operational laws at every station.
   * @throws AuditError on the first violation
   */
  audit(): AuditReport {
    return auditStations(this.stations, this.now);
  }

  // --- saving, restoring, forking ---

  /** Adds a part of the model's own state, under a name of its own, to what `save` saves. Stations and streams are saved anyway. */
  keep(name: string, part: Saveable): void {
    if (this.parts.has(name)) throw new SimulationError(`a part of the state is called "${name}" already: give each its own name`);
    this.parts.set(name, part);
  }

  /**
   * A copy of the whole state: events, clock, fingerprint, streams, stations and the parts given to `keep`.
   * @throws SimulationError if a process is alive (a suspended generator cannot be copied) or a station cannot be saved
   */
  save(): SavedState {
    const alive = this.waiting();
    if (alive.length > 0) {
      throw new SimulationError(
        `cannot save: ${alive.length} processes are alive (${alive.slice(0, 3).map(({ process }) => `"${process}"`)}${alive.length > 3 ? ", ..." : ""}), ` +
          "and a suspended generator cannot be copied; write what must be saved with handlers",
      );
    }
    if (this.timers.pending > 0)
      throw new SimulationError(`cannot save: ${this.timers.pending} timeouts are waited for by notify; schedule events instead`);
    return {
      handlers: [...this.handlerNames],
      calendar: this.calendar.save(),
      streams: this.streams.save(),
      parts: Object.fromEntries(Array.from(this.savedParts(), ([name, part]) => [name, part.save()])),
    };
  }

  /**
   * Goes on from a saved state, in this simulation or another one built by the same code. With `streams: "own"` the random numbers start
   * afresh from this simulation's own seed: many futures from one past.
   * @throws SimulationError if the simulation was built differently
   */
  restore(state: SavedState, options: { readonly streams?: "continue" | "own" } = {}): void {
    const parts = this.savedParts();
    const here = JSON.stringify([this.handlerNames, [...parts.keys()]]);
    const there = JSON.stringify([state.handlers, Object.keys(state.parts)]);
    if (here !== there)
      throw new SimulationError(
        `cannot restore: this simulation has handlers and parts ${here}, the saved one had ${there}; build both the same way`,
      );
    if (this.isRunning || this.processes.alive > 0) throw new SimulationError("cannot restore while a run goes on or processes are alive");
    this.calendar.restore(state.calendar);
    this.streams.restore(options.streams === "own" ? {} : state.streams);
    for (const [name, part] of parts) part.restore(state.parts[name]);
  }

  private savedParts(): Map<string, Saveable> {
    const parts = new Map(this.parts);
    for (const station of this.stations) {
      if (!isSaveable(station))
        throw new SimulationError(`cannot save station "${station.name}": a ${station.kind} has no save and restore`);
      parts.set(`station ${station.name}`, station);
    }
    return parts;
  }

  // --- observation ---

  /** Lets a tracer look on, from the next run on; undefined: nobody. */
  attach(tracer: Tracer | undefined): void {
    this.tracer = tracer;
    this.processes.observer = tracer?.process?.bind(tracer);
    tracer?.attached?.(this);
  }

  /** Clock and next events, for a debugger. */
  toString(): string {
    const events = this.pending();
    const lines = events.slice(0, 10).map(({ time, handler, arg }) => `  ${formatTime(time)}  ${handler}(${arg})`);
    if (events.length > lines.length) lines.push(`  and ${events.length - lines.length} more`);
    return [`simulation at ${formatTime(this.now)}, ${this.eventCount} events executed, ${events.length} pending`, ...lines].join("\n");
  }

  private trace(tracer: Tracer, handler: HandlerId, arg: number): void {
    tracer.event?.(this.now, this.handlerNames[handler], arg, this.eventCount);
  }

  private start(until: Nanoseconds): void {
    if (!(until >= this.now && (Number.isInteger(until) || until === Infinity)))
      throw new SimulationError(`cannot run until ${until} ns: expected a whole number from now, ${this.now} ns, or Infinity`);
    if (this.isRunning) throw new SimulationError("run() called by a handler or process: it is running already; schedule an event instead");
    this.isRunning = true;
    this.isStopped = false;
    this.limit = Math.min(until, this.guards.time ?? HORIZON);
    this.calendar.limit = this.limit;
    if (this.processes.spawned > 0) this.calendar.pause();
    this.lastCheckedInstant = -1;
    this.planCheck();
  }

  private finish(until: Nanoseconds): Outcome {
    if (this.isStopped) return { kind: "stopped", at: this.now };
    if (this.calendar.isDrained) return { kind: "drained", at: this.now };
    if (this.guards.time !== undefined && this.guards.time < until) {
      throw new BudgetError(
        `the budget of ${formatTime(this.guards.time)} of simulated time is used up after ${this.eventCount} events; raise guards.time or stop earlier`,
      );
    }
    this.calendar.now = until;
    return { kind: "deadline", at: until };
  }

  /** Budgets are looked at once in a while only: an instant has too many events if the clock stood still from one look to the next. */
  private planCheck(): void {
    const perInstant = this.guards.eventsPerInstant ?? DEFAULT_EVENTS_PER_INSTANT;
    this.nextCheck = Math.min((this.guards.events ?? Infinity) + 1, this.eventCount + perInstant);
    this.calendar.target = this.nextCheck - this.eventCount;
  }

  private checkBudgets(handler: HandlerId, arg: number): void {
    const { events, eventsPerInstant = DEFAULT_EVENTS_PER_INSTANT } = this.guards;
    if (this.eventCount < this.nextCheck) {
      this.calendar.target = this.nextCheck - this.eventCount; // it is further than the calendar counts
      return;
    }
    if (events !== undefined && this.eventCount > events) {
      throw new BudgetError(
        `${this.placeOf(handler, arg)}: the budget of ${events} events is used up; raise guards.events, or look for a loop`,
      );
    }
    if (this.lastCheckedInstant === this.now) {
      throw new BudgetError(
        `${this.placeOf(handler, arg)}: more than ${eventsPerInstant} events at one instant; look for events that schedule each other without delay, or raise guards.eventsPerInstant`,
      );
    }
    this.lastCheckedInstant = this.now;
    this.planCheck();
  }

  /** The error with the place and time where it happened, unless it tells them already. */
  private located(error: unknown, handler: HandlerId, arg: number): unknown {
    if (error instanceof ProcessFailure || error instanceof BudgetError || error instanceof AuditError) return error;
    return new SimulationError(`${this.placeOf(handler, arg)}: ${messageOf(error)}`, { cause: error });
  }

  private placeOf(handler: HandlerId, arg: number): string {
    const what = handler < 0 ? "the start of a process" : `handler "${this.handlerNames[handler]}" (argument ${arg})`;
    return `${what} at ${formatTime(this.now)}, event ${this.eventCount}`;
  }
}
