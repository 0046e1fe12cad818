/**
 * A discrete-event simulation: clock, calendar, handlers, processes, random streams, and the stations to audit.
 *
 * This is the face that models see, and therefore has more methods than other classes: nearly all hand on to the part that does it, the
 * calendar, the run loop, the processes, the register of stations, the checkpoint.
 */
import type { Tracer } from "../observation/tracer.ts";
import { type RandomStream, Streams } from "../random/stream.ts";
import type { AuditReport } from "./audit.ts";
import { Budgets, type Guards } from "./budgets.ts";
import { Calendar, type EventHandle } from "./calendar.ts";
import { restoreState, saveState, type Stateful } from "./checkpoint.ts";
import { SimulationError } from "./failure.ts";
import { Join, type Place, type Process, type ProcessHandle, type ProcessId, type Wait, type WaitingProcess } from "./process.ts";
import { Processes } from "./processes.ts";
import { type EventInfo, type Outcome, RunLoop } from "./run-loop.ts";
import type { Saveable, SavedState } from "./saved-state.ts";
import { StationRegister } from "./station-register.ts";
import type { Station } from "./station.ts";
import { formatTime, HORIZON, type Nanoseconds } from "./time.ts";
import { AllOf, AnyOf, type FirstOf, Timeout, Timers, type Waits } from "./waits.ts";

export type { EventHandle } from "./calendar.ts";

/** Number of a registered handler. */
export type HandlerId = number;

export interface SimulationOptions {
  /** Every random number follows from this and the name of its stream. */
  readonly seed: number | string;
  /** Mirrors every random draw: the other half of an antithetic pair. */
  readonly antithetic?: boolean;
  readonly guards?: Guards;
  readonly tracer?: Tracer;
}

export class Simulation {
  private readonly calendar = new Calendar();
  private readonly handlers: ((arg: number) => void)[] = [];
  private readonly handlerNames: string[] = [];
  private readonly processes: Processes;
  private readonly timers: Timers;
  private readonly streams: Streams;
  private readonly stationRegister = new StationRegister();
  private readonly parts = new Map<string, Saveable>();
  private readonly loop: RunLoop;

  constructor({ seed, antithetic = false, guards = {}, tracer }: SimulationOptions) {
    this.streams = new Streams(seed, { antithetic });
    this.processes = new Processes(this, this.calendar);
    this.timers = new Timers(this);
    const { calendar, handlers, handlerNames, processes } = this;
    this.loop = new RunLoop({ calendar, handlers, handlerNames, processes, budgets: new Budgets(guards, calendar) });
    if (tracer !== undefined) this.attach(tracer);
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
    return this.loop.run(until);
  }

  /** Executes one event, if one is pending up to `until`, and tells which: for debuggers and comparisons. */
  step(until: Nanoseconds = HORIZON): EventInfo | undefined {
    return this.loop.step(until);
  }

  /** Makes `run` return before the next event. */
  stop(): void {
    this.loop.stop();
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

  /** Those that are audited, in the order in which they came. */
  get stations(): readonly Station[] {
    return this.stationRegister.stations;
  }

  /** Adds a station to those that are audited. Stations call it themselves. */
  register(station: Station): void {
    this.stationRegister.add(station);
  }

  /**
   * A station leaves, because its host failed or was shut down: it is audited for the last time, and its name is free again. Withdraw first
   * who is in it, or let them finish: events that it has scheduled still come, and what it holds is no longer saved.
   * @throws AuditError if its books do not balance; SimulationError if it is not among `stations`
   */
  unregister(station: Station): void {
    this.stationRegister.remove(station, this.now);
  }

  /**
   * Checks the operational laws at every station. The report includes what was found at those that have left.
   * @throws AuditError on the first violation
   */
  audit(): AuditReport {
    return this.stationRegister.audit(this.now);
  }

  // --- saving, restoring, forking ---

  /** Adds a part of the model's own state, under a name of its own, to what `save` saves. Stations and streams are saved anyway. */
  keep(name: string, part: Saveable): void {
    if (this.parts.has(name)) throw new SimulationError(`a part of the state is called "${name}" already: give each its own name`);
    this.parts.set(name, part);
  }

  /** The part is no longer saved, and its name is free again. False if there is none of that name. */
  forget(name: string): boolean {
    return this.parts.delete(name);
  }

  /**
   * A copy of the whole state: events, clock, fingerprint, streams, stations and the parts given to `keep`.
   * @throws SimulationError if a process is alive (a suspended generator cannot be copied) or a station cannot be saved
   */
  save(): SavedState {
    return saveState(this.state);
  }

  /**
   * Goes on from a saved state, in this simulation or another one built by the same code: with the same handlers, and with the same stations
   * there, in the same order. With `streams: "own"` the random numbers start afresh from this simulation's own seed: many futures from one
   * past.
   * @throws SimulationError if the simulation was built differently
   */
  restore(state: SavedState, { streams = "continue" }: { readonly streams?: "continue" | "own" } = {}): void {
    restoreState(this.state, state, { ownStreams: streams === "own" });
  }

  private get state(): Stateful {
    const { handlerNames, calendar, streams, processes, timers, stationRegister, parts, loop } = this;
    return { handlerNames, calendar, streams, processes, timers, register: stationRegister, parts, loop };
  }

  // --- observation ---

  /** Lets a tracer look on, from the next run on; undefined: nobody. */
  attach(tracer: Tracer | undefined): void {
    this.loop.tracer = tracer;
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
}
