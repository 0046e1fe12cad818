import type { EventHandle } from "./calendar.ts";
import { SimulationError } from "./failure.ts";
import { Wait, type Waiter } from "./process.ts";
import type { ProcessHost } from "./processes.ts";
import { formatTime, type Nanoseconds } from "./time.ts";

/** The pending timeouts of a simulation, by number, because an event carries only a number. */
export class Timers {
  readonly host: ProcessHost;
  private readonly handler: number;
  private readonly table: (Timeout | undefined)[] = [];
  private readonly free: number[] = [];

  constructor(host: ProcessHost) {
    this.host = host;
    this.handler = host.on("timeout", (index) => {
      const timeout = this.table[index] as Timeout;
      this.release(index);
      timeout.grant(undefined);
    });
  }

  add(timeout: Timeout): number {
    const index = this.free.pop() ?? this.table.length;
    this.table[index] = timeout;
    return index;
  }

  start(index: number, time: Nanoseconds): EventHandle {
    return this.host.at(time, this.handler, index);
  }

  /** How many are pending. */
  get pending(): number {
    return this.table.length - this.free.length;
  }

  release(index: number): void {
    this.table[index] = undefined;
    this.free.push(index);
  }
}

/** Waits for `delay` [ns]. Cancelled, it leaves no event behind. */
export class Timeout extends Wait<void> {
  private readonly timers: Timers;
  private readonly delay: Nanoseconds;
  /** Place among the timers and event, unless the waiter wakes itself. */
  private index = -1;
  private event: EventHandle = 0;

  constructor(timers: Timers, delay: Nanoseconds) {
    super();
    this.timers = timers;
    this.delay = delay;
  }

  protected override begin(): boolean {
    const time = this.timers.host.now + this.delay;
    if (this.waiter?.wakeAt !== undefined) this.waiter.wakeAt(time);
    else {
      this.index = this.timers.add(this);
      this.event = this.timers.start(this.index, time);
    }
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (granted || this.index < 0) return;
    this.timers.host.cancel(this.event);
    this.timers.release(this.index);
  }

  override describe(): string {
    return `a timeout of ${formatTime(this.delay)}`;
  }
}

/** Which of several waits was over first, and its result. */
export type FirstOf<Results extends readonly unknown[]> = {
  [Index in keyof Results]: {
    readonly index: Index extends `${infer Place extends number}` ? Place : number;
    readonly value: Results[Index];
  };
}[number];

export type Waits<Results extends readonly unknown[]> = { readonly [Index in keyof Results]: Wait<Results[Index]> };

/** Several waits at once, as one. */
abstract class Combination<Result> extends Wait<Result> implements Waiter {
  protected readonly waits: readonly Wait<unknown>[];
  protected begun = 0;
  /** While the waits begin one by one, an end of the combination is not reported but returned. */
  protected isBeginning = false;

  constructor(waits: readonly Wait<unknown>[]) {
    super();
    this.waits = waits;
  }

  abstract granted(wait: Wait<unknown>): void;

  failed(wait: Wait<unknown>, error: unknown): void {
    this.abandonAllBut(wait);
    this.fail(error);
  }

  /** Begins a wait; true if it is over at once. An error gives up those that have begun. */
  protected beginOne(wait: Wait<unknown>): boolean {
    try {
      const isOver = wait.beginFor(this);
      this.begun++;
      return isOver;
    } catch (error) {
      this.abandonAllBut(undefined);
      throw error;
    }
  }

  protected abandonAllBut(one: Wait<unknown> | undefined): void {
    const begun = this.begun;
    this.begun = 0;
    // All are ignored first, because to give up one can end another.
    for (let i = 0; i < begun; i++) if (this.waits[i] !== one) this.waits[i].ignore();
    for (let i = 0; i < begun; i++) if (this.waits[i] !== one) this.waits[i].abandon();
  }
}

/** Waits for the first of several; gives up the others at once. Among those over at the same instant, the first in event order wins. */
export class AnyOf<Results extends readonly unknown[]> extends Combination<FirstOf<Results>> {
  private winner: Wait<unknown> | undefined = undefined;

  protected override begin(): boolean {
    if (this.waits.length === 0) throw new SimulationError("anyOf() without a wait would last for ever");
    this.isBeginning = true;
    for (const wait of this.waits) {
      if (this.beginOne(wait)) this.winner ??= wait;
      if (this.winner !== undefined) break;
    }
    this.isBeginning = false;
    if (this.winner === undefined) return false;
    this.result = this.decide(this.winner);
    return true;
  }

  override granted(wait: Wait<unknown>): void {
    this.winner ??= wait;
    if (!this.isBeginning) this.grant(this.decide(wait));
  }

  protected override cancel(granted: boolean): void {
    if (granted) this.winner?.abandon();
    else this.abandonAllBut(undefined);
  }

  override describe(): string {
    return `any of (${this.waits.map((wait) => wait.describe()).join(", ")})`;
  }

  private decide(winner: Wait<unknown>): FirstOf<Results> {
    this.abandonAllBut(winner);
    return { index: this.waits.indexOf(winner), value: winner.result } as FirstOf<Results>;
  }
}

/** Waits for all of several; the results come in the order of the waits. An error in one gives up the others. */
export class AllOf<Results extends readonly unknown[]> extends Combination<Results> {
  private missing = 0;

  protected override begin(): boolean {
    this.isBeginning = true;
    this.missing = this.waits.length;
    for (const wait of this.waits) if (this.beginOne(wait)) this.missing--;
    this.isBeginning = false;
    if (this.missing === 0) this.result = this.results();
    return this.missing === 0;
  }

  override granted(): void {
    this.missing--;
    if (this.missing === 0 && !this.isBeginning) this.grant(this.results());
  }

  protected override cancel(): void {
    this.abandonAllBut(undefined);
  }

  override describe(): string {
    const open = this.waits.filter((wait) => !wait.isGranted).map((wait) => wait.describe());
    return `all of (${open.join(", ")})`;
  }

  private results(): Results {
    return this.waits.map((wait) => wait.result) as unknown as Results;
  }
}
