import type { Nanoseconds } from "../kernel/time.ts";
import { HeapIndex, IndexedHeap } from "./indexed-heap.ts";
import { Population } from "./population.ts";

/** A place in a waiting line; -1 is none. */
export type Place = number;
export const NO_PLACE: Place = -1;

/** Who waits, by priority (smaller number first) and within a priority first come, first served. O(log n) a change. */
export class WaitingLine<Item> {
  readonly population = new Population();
  private readonly index = new HeapIndex();
  private readonly heap = new IndexedHeap(this.index);
  private readonly items: (Item | undefined)[] = [];
  private readonly free: Place[] = [];
  private since = new Float64Array(16);
  private sequence = 0;

  get length(): number {
    return this.heap.size;
  }

  get first(): Item | undefined {
    return this.heap.size > 0 ? this.items[this.heap.top] : undefined;
  }

  /** Whether one of this priority, coming now, would be the first. */
  wouldLead(priority: number): boolean {
    return this.heap.size === 0 || priority < this.heap.topKey;
  }

  push(item: Item, priority: number, now: Nanoseconds): Place {
    const place = this.free.pop() ?? this.items.length;
    if (place === this.since.length) {
      const longer = new Float64Array(2 * place);
      longer.set(this.since);
      this.since = longer;
    }
    this.items[place] = item;
    this.since[place] = now;
    this.index.reserve(place + 1);
    this.index.rank[place] = this.sequence++;
    this.heap.push(place, priority);
    this.population.enter(now);
    return place;
  }

  /** Takes the first out: its wait is over. */
  shift(now: Nanoseconds): Item {
    const place = this.heap.pop();
    this.population.leave(now, this.since[place]);
    return this.release(place);
  }

  /** Takes out one that gives up. */
  remove(place: Place, now: Nanoseconds): void {
    this.heap.remove(place);
    this.population.drop(now, this.since[place]);
    this.release(place);
  }

  /** Counts one that did not have to wait. */
  pass(now: Nanoseconds): void {
    this.population.enter(now);
    this.population.leave(now, now);
  }

  /** Time spent here by those who left, and so far by those who wait, from their own time stamps [ns]. */
  residence(now: Nanoseconds): number {
    let total = this.population.residenceOfDeparted;
    for (let position = 0; position < this.heap.size; position++) total += now - this.since[this.heap.itemAt(position)];
    return total;
  }

  private release(place: Place): Item {
    const item = this.items[place] as Item;
    this.items[place] = undefined;
    this.free.push(place);
    return item;
  }
}

/** The customers' part of a station's counters, when the customers are those who wait in `lines`. */
export function waitingCounters(now: Nanoseconds, ...lines: readonly WaitingLine<unknown>[]) {
  const sum = (of: (line: WaitingLine<unknown>) => number) => lines.reduce((total, line) => total + of(line), 0);
  return {
    arrivals: sum((line) => line.population.arrivals),
    departures: sum((line) => line.population.departures),
    losses: sum((line) => line.population.losses),
    inStation: sum((line) => line.population.present),
    numberIntegral: sum((line) => line.population.numberIntegral(now)),
    residence: sum((line) => line.residence(now)),
  };
}
