import type { Simulation } from "../kernel/simulation.ts";
import { HeapIndex, IndexedHeap } from "./indexed-heap.ts";
import { Population } from "./population.ts";
import { refuseWaits, SavedFields } from "../kernel/saved-fields.ts";

/** A place in a waiting line; -1 is none. */
export type Place = number;
export const NO_PLACE: Place = -1;

/** Who waits, by priority (smaller number first) and within a priority first come, first served. O(log n) a change. */
export class WaitingLine<Item> extends SavedFields {
  readonly population: Population;
  private readonly name: string;
  private readonly index = new HeapIndex();
  private readonly heap = new IndexedHeap(this.index);
  private readonly items: (Item | undefined)[] = [];
  private free: Place[] = [];
  private sequence = 0;

  constructor(simulation: Simulation, name: string) {
    super();
    this.name = name;
    this.population = new Population(simulation);
  }

  protected override get unsaved(): readonly string[] {
    return ["items"];
  }

  /** @throws SimulationError if somebody waits */
  override save(): unknown {
    refuseWaits(this.name, this.items);
    return super.save();
  }

  override restore(state: unknown): void {
    super.restore(state);
    this.items.length = this.free.length; // nobody waits
  }

  get length(): number {
    return this.heap.size;
  }

  /** Place of the first; NO_PLACE if nobody waits. */
  get firstPlace(): Place {
    return this.heap.size > 0 ? this.heap.top : NO_PLACE;
  }

  get first(): Item | undefined {
    return this.heap.size > 0 ? this.items[this.heap.top] : undefined;
  }

  /** Whether one of this priority, coming now, would be the first. */
  wouldLead(priority: number): boolean {
    return this.heap.size === 0 || priority < this.heap.topKey;
  }

  push(item: Item, priority: number): Place {
    if (Number.isNaN(priority)) throw new RangeError(`"${this.name}": found a priority of NaN, expected a number`);
    const place = this.free.pop() ?? this.items.length;
    this.items[place] = item;
    this.index.reserve(place + 1);
    this.index.rank[place] = this.sequence++;
    this.index.key[place] = priority;
    this.heap.push(place);
    this.population.reserve(place + 1);
    this.population.enter(place);
    return place;
  }

  /** Takes the first out: its wait is over. */
  shift(): Item {
    return this.take(this.heap.top);
  }

  /** Takes out one whose wait is over. */
  take(place: Place): Item {
    this.heap.remove(place);
    this.population.leave(place);
    return this.release(place);
  }

  /** The place of the first of those for whom `accepts` holds; NO_PLACE if there is none. Looks at all. */
  firstWhere(accepts: (item: Item) => boolean): Place {
    let first = NO_PLACE;
    for (let n = 0; n < this.heap.size; n++) {
      const place = this.heap.itemAt(n);
      if (accepts(this.items[place] as Item) && (first === NO_PLACE || this.isBefore(place, first))) first = place;
    }
    return first;
  }

  /** Takes out one that gives up. */
  remove(place: Place): void {
    this.heap.remove(place);
    this.population.drop(place);
    this.release(place);
  }

  private isBefore(a: Place, b: Place): boolean {
    const { key, rank } = this.index;
    return key[a] < key[b] || (key[a] === key[b] && rank[a] < rank[b]);
  }

  private release(place: Place): Item {
    const item = this.items[place] as Item;
    this.items[place] = undefined;
    this.free.push(place);
    return item;
  }
}

/** The customers' part of a station's counters, when the customers are those who wait to put or to get. */
export function addCounters(puts: ReturnType<Population["counters"]>, gets: ReturnType<Population["counters"]>) {
  return {
    arrivals: puts.arrivals + gets.arrivals,
    departures: puts.departures + gets.departures,
    losses: puts.losses + gets.losses,
    inStation: puts.inStation + gets.inStation,
    numberIntegral: puts.numberIntegral + gets.numberIntegral,
    residence: puts.residence + gets.residence,
  };
}
