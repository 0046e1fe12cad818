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
import { messageOf, SimulationError } from "./failure.ts";
import type { Processes } from "./processes.ts";
import type { Nanoseconds } from "./time.ts";

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

/** Does not care what becomes of a wait. */
export const NOBODY: Waiter = { granted: () => {}, failed: () => {} };

/** A station at which the running process can be without an object for its wait. */
export interface Place {
  /** Takes a customer out that has not been served yet. */
  withdraw(customer: number): void;
  /** What is waited for, for people. */
  describeService(): string;
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

  /** For waiters: whoever ends the wait from now on, perhaps because it is given up, tells nobody. */
  ignore(): void {
    this.waiter = NOBODY;
  }

  /** For waiters: gives up the wait. */
  abandon(): void {
    this.ignore();
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
  /** Spawned, and not begun. */
  isStarting = true;
  /** Station where it is without a wait, and as which customer. */
  place: Place | undefined = undefined;
  customer = 0;
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

  /** What it waits for, for people. */
  describeWait(): string {
    return this.waitsFor?.describe() ?? this.place?.describeService() ?? "the clock";
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
    const at = granted || joins === undefined ? -1 : joins.indexOf(this as Join<unknown>);
    if (at >= 0) joins?.splice(at, 1);
  }

  override describe(): string {
    return `the end of process "${this.process.name}"`;
  }
}
