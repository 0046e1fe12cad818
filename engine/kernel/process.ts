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
 * A process yields what it waits for, and `yield*` gives back, typed, what came of it. It starts, and goes on after a wait, by an
 * event of its own: in the present, after everything already due. Between two yields nothing else runs.
 */
import { messageOf, SimulationError } from "./failure.ts";
import type { Tracer } from "./tracer.ts";
import type { EventHandle } from "./calendar.ts";
import { formatTime, type Nanoseconds } from "./time.ts";

// What `Wait.next` returns is looked at at once and never kept: one object of each kind is enough.
const yielded: IteratorYieldResult<Wait<unknown> | undefined> = { done: false, value: undefined };
const returned: IteratorReturnResult<unknown> = { done: true, value: undefined };

/** The body of a process. It yields waits (best by `yield*`), or nothing after `hold`. */
export type Process<Result = void> = Generator<Wait<unknown> | undefined, Result, unknown>;

/** Who waits: a process, or a combination of several waits. */
export interface Waiter {
  /** The wait is over. Called once at most, and never from within `begin`. */
  granted(wait: Wait<unknown>): void;
  /** The wait is over with an error, to be thrown where the process waits. */
  failed(wait: Wait<unknown>, error: unknown): void;
  /** Goes on at `time` by an event of its own, which it also cancels if it gives up. Only processes can. */
  wakeAt?(time: Nanoseconds): void;
}

/**
 * Something to wait for, once: a timeout, units of a semaphore, an item of a store, the end of a process. Subclasses say how.
 *
 *     class Acquire extends Wait<void> {
 *       begin() { if (free) { take(); return true; }  queue.push(this); return false; }   // later: wait.grant(undefined)
 *       cancel(granted) { if (granted) release(); else queue.remove(this); }
 *       describe() { return `semaphore "docks"`; }
 *     }
 */
export abstract class Wait<Result> implements Iterator<Wait<unknown> | undefined, Result, unknown> {
  /** What came of it; valid once the wait is over. */
  result: Result | undefined = undefined;
  /** Over, although the waiter may not have heard yet. */
  isGranted = false;
  protected waiter: Waiter | undefined = undefined;
  private hasYielded = false;

  /** Begins to wait. True if there is nothing to wait for; `result` is set then. Otherwise calls `grant` or `fail` later. */
  protected abstract begin(): boolean;

  /**
   * Gives up: the waiter was interrupted, killed, or something else came first. Leaves no trace: no place in a queue, no pending event.
   * What was granted already, but will never be used, is given back.
   */
  protected abstract cancel(granted: boolean): void;

  /** What is waited for, for people: `2 units of semaphore "docks"`. */
  abstract describe(): string;

  /** For subclasses: ends the wait. */
  grant(result: Result): void {
    this.result = result;
    this.isGranted = true;
    (this.waiter as Waiter).granted(this);
  }

  /** For subclasses: as `grant`, but a process goes on within the present event. To be the last act of that event. */
  grantLast(result: Result): void {
    this.result = result;
    this.isGranted = true;
    const { waiter } = this;
    if (waiter instanceof ProcessHandle) waiter.proceed();
    else (waiter as Waiter).granted(this);
  }

  /** For subclasses: ends the wait with an error. */
  fail(error: unknown): void {
    (this.waiter as Waiter).failed(this, error);
  }

  /** For waiters: begins the wait; true if it is over at once. */
  beginFor(waiter: Waiter): boolean {
    if (this.waiter !== undefined) throw new SimulationError(`waiting twice for the same ${this.describe()}: ask for a new one each time`);
    this.waiter = waiter;
    this.isGranted = this.begin();
    return this.isGranted;
  }

  /** For waiters: gives up the wait. */
  abandon(): void {
    this.cancel(this.isGranted);
  }

  // `yield* wait` yields the wait itself, and evaluates to what the process is resumed with. A wait is its own iterator, because a
  // generator here would double the cost of waiting.

  [Symbol.iterator](): Iterator<Wait<unknown> | undefined, Result, unknown> {
    return this;
  }

  next(result: unknown): IteratorResult<Wait<unknown> | undefined, Result> {
    if (this.hasYielded) {
      returned.value = result;
      return returned as IteratorReturnResult<Result>;
    }
    this.hasYielded = true;
    yielded.value = this;
    return yielded;
  }

  throw(error: unknown): IteratorResult<Wait<unknown> | undefined, Result> {
    throw error;
  }

  return(value: unknown): IteratorResult<Wait<unknown> | undefined, Result> {
    return { done: true, value: value as Result };
  }
}

/** Thrown inside a process where it waits, by `simulation.interrupt`. */
export class Interrupt extends Error {
  override readonly name = "Interrupt";
  /** What the interrupter gave as the reason. */
  readonly reason: unknown;

  constructor(reason: unknown) {
    super(`interrupted: ${messageOf(reason)}`);
    this.reason = reason;
  }
}

/** A process threw. The message names it and the simulated time; `cause` is what it threw. */
export class ProcessFailure extends SimulationError {
  override readonly name = "ProcessFailure";
}

/** Who waits for what since when. */
export interface WaitingProcess {
  readonly process: string;
  readonly waitsFor: string;
  readonly since: Nanoseconds;
}

export type ProcessState = "alive" | "ended" | "failed" | "killed";

/** A process that was spawned. `yield* handle` waits for its end and gives its result. */
export class ProcessHandle<Result = unknown> implements Waiter {
  readonly name: string;
  state: ProcessState = "alive";
  /** Result if it ended, error if it failed. */
  outcome: unknown = undefined;
  /** Place in the table of processes. */
  readonly index: number;
  body: Process<unknown> | undefined;
  waitsFor: Wait<unknown> | undefined = undefined;
  /** Its `finally` blocks may take a while yet. */
  isKilled = false;
  /** To be thrown at the next step. */
  error: unknown = undefined;
  /** Those that wait for the end. */
  joins: Join<unknown>[] | undefined = undefined;
  private readonly processes: Processes;

  constructor(processes: Processes, index: number, name: string, body: Process<unknown>) {
    this.processes = processes;
    this.index = index;
    this.name = name;
    this.body = body;
  }

  granted(): void {
    this.processes.wake(this);
  }

  /** Goes on within the present event. */
  proceed(): void {
    this.processes.step(this as ProcessHandle, "next");
  }

  failed(_wait: Wait<unknown>, error: unknown): void {
    this.error = error;
    this.processes.wake(this);
  }

  wakeAt(time: Nanoseconds): void {
    this.processes.wakeAt(this, time);
  }

  /** The wait for this process's end. */
  [Symbol.iterator](): Iterator<Wait<unknown> | undefined, Result, unknown> {
    return new Join<Result>(this);
  }
}

/** What `spawn` returns. */
export type ProcessId<Result = unknown> = ProcessHandle<Result>;

/** Waits for the end of a process; throws its failure. */
export class Join<Result> extends Wait<Result> {
  private readonly process: ProcessHandle<Result>;

  constructor(process: ProcessHandle<Result>) {
    super();
    this.process = process;
  }

  protected override begin(): boolean {
    const { process } = this;
    if (process.state === "alive") {
      process.joins ??= [];
      process.joins.push(this as Join<unknown>);
      return false;
    }
    if (process.state !== "ended") throw process.outcome;
    this.result = process.outcome as Result;
    return true;
  }

  protected override cancel(granted: boolean): void {
    const joins = this.process.joins;
    if (!granted && joins !== undefined) joins.splice(joins.indexOf(this as Join<unknown>), 1);
  }

  override describe(): string {
    return `the end of process "${this.process.name}"`;
  }
}

/** What processes need of the simulation they live in. */
export interface ProcessHost {
  readonly now: Nanoseconds;
  on(name: string, handle: (arg: number) => void): number;
  at(time: Nanoseconds, handler: number, arg?: number): EventHandle;
  cancel(event: EventHandle): boolean;
  timeOf(event: EventHandle): Nanoseconds;
}

/** The processes of a simulation. One handler resumes them all; its argument is the process's place in the table. */
export class Processes {
  /** Process whose body is running now. */
  current: ProcessHandle | undefined = undefined;
  /** Number of processes that have not ended. */
  alive = 0;
  tracer: Tracer | undefined = undefined;
  private readonly host: ProcessHost;
  private readonly resumption: number;
  private readonly table: (ProcessHandle | undefined)[] = [];
  private readonly free: number[] = [];
  // By place: the event that will resume the process (0: none) and when it began to wait. Typed arrays, because a number in an object
  // would be an object of its own.
  private wakeups = new Float64Array(16);
  private since = new Float64Array(16);

  constructor(host: ProcessHost) {
    this.host = host;
    this.resumption = host.on("process", (index) => this.step(this.table[index] as ProcessHandle, "next"));
  }

  /** Starts a process in the present, after everything already due. */
  spawn<Result>(name: string, body: Process<Result>): ProcessHandle<Result> {
    const index = this.free.pop() ?? this.table.length;
    if (index === this.wakeups.length) {
      this.wakeups = doubled(this.wakeups);
      this.since = doubled(this.since);
    }
    const process = new ProcessHandle<Result>(this, index, name, body);
    this.table[index] = process as ProcessHandle;
    this.alive++;
    this.wake(process);
    if (this.tracer?.process !== undefined) this.tracer.process(this.host.now, process as ProcessHandle, "spawned");
    return process;
  }

  /** Resumes a process in the present, after everything already due. */
  wake(process: ProcessHandle): void {
    this.wakeAt(process, this.host.now);
  }

  wakeAt(process: ProcessHandle, time: Nanoseconds): void {
    this.wakeups[process.index] = this.host.at(time, this.resumption, process.index);
  }

  /** Resumes the running process at `time`, once it has yielded. */
  wakeCurrentAt(time: Nanoseconds): undefined {
    const process = this.current;
    if (process === undefined)
      throw new SimulationError("hold() outside a process: only the running process can wait; elsewhere schedule an event");
    if (this.wakeups[process.index] !== 0)
      throw new SimulationError("hold() twice without a yield between: write `yield simulation.hold(...)`");
    this.wakeups[process.index] = this.host.at(time, this.resumption, process.index);
  }

  /** Throws an `Interrupt` in the process where it waits. One that is on its way absorbs later ones. False if the process has ended. */
  interrupt(process: ProcessHandle, reason: unknown): boolean {
    if (process.state !== "alive") return false;
    if (process === this.current) throw new SimulationError(`process "${process.name}" interrupts itself: throw instead`);
    if (process.error !== undefined) return true;
    this.stopWaiting(process);
    process.error = new Interrupt(reason);
    this.wake(process);
    return true;
  }

  /** Ends the process at once; its `finally` blocks run. False if it has ended already. */
  kill(process: ProcessHandle): boolean {
    if (process.state !== "alive") return false;
    if (process === this.current) throw new SimulationError(`process "${process.name}" kills itself: return instead`);
    this.stopWaiting(process);
    process.error = undefined;
    process.isKilled = true;
    this.step(process, "return");
    return true;
  }

  /** Who waits for what since when, those that wait longest first. */
  waiting(): WaitingProcess[] {
    return this.table
      .filter((process) => process !== undefined)
      .map((process) => ({
        process: process.name,
        waitsFor: process.waitsFor?.describe() ?? (this.wakeups[process.index] === 0 ? "nothing: it is running" : this.clockWait(process)),
        since: this.since[process.index],
      }))
      .sort((a, b) => a.since - b.since);
  }

  private clockWait(process: ProcessHandle): string {
    const until = this.host.timeOf(this.wakeups[process.index]);
    return until === this.host.now ? "its turn" : `the clock, until ${formatTime(until)}`;
  }

  /** Runs a process to its next wait. */
  step(process: ProcessHandle, how: "next" | "return"): void {
    const outer = this.current;
    const { index } = process;
    const body = process.body as Process<unknown>;
    this.current = process;
    this.wakeups[index] = 0;
    if (this.tracer?.process !== undefined) this.tracer.process(this.host.now, process, "resumed");
    try {
      let result = how === "return" ? body.return(undefined) : this.advance(process, body);
      while (result.done !== true) {
        const wait = result.value;
        if (wait === undefined) {
          if (this.wakeups[index] !== 0) break; // hold
          throw new SimulationError("yielded nothing to wait for: write `yield* wait` or `yield simulation.hold(...)`");
        }
        process.waitsFor = wait;
        try {
          if (!wait.beginFor(process)) break;
        } catch (error) {
          process.error = error ?? new SimulationError("undefined was thrown");
        }
        result = this.advance(process, body);
      }
      if (result.done === true) this.end(process, process.isKilled ? "killed" : "ended", result.value);
      else {
        this.since[index] = this.host.now;
        if (this.tracer?.process !== undefined) this.tracer.process(this.host.now, process, "waits");
      }
    } catch (error) {
      this.end(process, "failed", error);
    } finally {
      this.current = outer;
    }
  }

  /** Lets the body go on with what its wait brought: a result or an error. */
  private advance(process: ProcessHandle, body: Process<unknown>): IteratorResult<Wait<unknown> | undefined, unknown> {
    const wait = process.waitsFor;
    const error = process.error;
    process.waitsFor = undefined;
    if (error === undefined) return body.next(wait === undefined ? undefined : wait.result);
    process.error = undefined;
    return body.throw(error);
  }

  private end(process: ProcessHandle, state: "ended" | "failed" | "killed", outcome: unknown): void {
    process.state = state;
    process.body = undefined;
    process.waitsFor = undefined;
    this.stopHolding(process);
    this.table[process.index] = undefined;
    this.free.push(process.index);
    this.alive--;
    if (state === "ended") process.outcome = outcome;
    else {
      const now = formatTime(this.host.now);
      if (state === "killed") process.outcome = new ProcessFailure(`process "${process.name}" was killed at ${now}`);
      else process.outcome = new ProcessFailure(`process "${process.name}" failed at ${now}: ${messageOf(outcome)}`, { cause: outcome });
    }
    if (this.tracer?.process !== undefined) this.tracer.process(this.host.now, process, state);
    const { joins } = process;
    process.joins = undefined;
    if (joins === undefined || joins.length === 0) {
      if (state === "failed") throw process.outcome;
      return;
    }
    for (const join of joins) {
      if (state === "ended") join.grant(outcome);
      else join.fail(process.outcome);
    }
  }

  private stopWaiting(process: ProcessHandle): void {
    const wait = process.waitsFor;
    process.waitsFor = undefined;
    wait?.abandon();
    this.stopHolding(process);
  }

  private stopHolding(process: ProcessHandle): void {
    this.host.cancel(this.wakeups[process.index]);
    this.wakeups[process.index] = 0;
  }
}

function doubled(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
