/**
 * A buffer of items, first in, first out: a mailbox, a message queue, the space between two machines. `put` waits while it is full
 * (blocking), `offer` drops the item instead (loss), `get` waits while it is empty. Who wants only items of a kind takes the first of
 * them, and does not hold up those behind: an item goes to the first in line who wants it. A full store takes in nothing, be it wanted or not.
 *
 * The audit's customers are the items, its servers the places: Little's law relates their number to their time in the store.
 */
import { NOBODY, Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { Deque } from "./deque.ts";
import { capacityIntegral } from "./occupancy.ts";
import { Population } from "./population.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { NO_PLACE, WaitingLine } from "./waiting-line.ts";

export interface StoreOptions {
  readonly name: string;
  /** Items at most, an integer >= 1. Default: no limit. */
  readonly capacity?: number;
}

interface Stored<Item> {
  readonly item: Item;
  readonly slot: number;
}

export class Store<Item> extends SavedFields implements Station {
  readonly name: string;
  readonly kind = "store";
  readonly capacity: number;
  private readonly simulation: Simulation;
  readonly puts: WaitingLine<StorePut<Item>>;
  readonly gets: WaitingLine<StoreGet<Item>>;
  private readonly items = new Deque<Stored<Item>>();
  /** Items at the front that nobody who waits wants. */
  private unwanted = 0;
  /** How many of those who wait to get do not want just any item. */
  private choosy = 0;
  private free: number[] = [];
  private readonly population: Population;

  /** @throws RangeError unless capacity is at least 1 */
  constructor(simulation: Simulation, { name, capacity = Infinity }: StoreOptions) {
    super();
    if (!(capacity >= 1)) throw new RangeError(`store "${name}": found a capacity of ${capacity} items, expected at least 1`);
    this.name = name;
    this.capacity = capacity;
    this.puts = new WaitingLine(simulation, name);
    this.gets = new WaitingLine(simulation, name);
    this.population = new Population(simulation);
    this.simulation = simulation;
    simulation.register(this);
  }

  /** Items in the store. */
  get length(): number {
    return this.items.length;
  }

  get isFull(): boolean {
    return this.items.length >= this.capacity;
  }

  /** `yield* store.put(item)`: waits for a place. */
  put(item: Item, priority = 0): Wait<void> {
    return new StorePut(this, item, priority);
  }

  /** Puts the item if there is a place and nobody waits for it; otherwise the item is lost: false. */
  offer(item: Item): boolean {
    if (this.isFull || this.puts.length > 0) {
      this.population.refuse();
      return false;
    }
    this.insert(item);
    this.settle();
    return true;
  }

  /**
   * `const item = yield* store.get()`: waits for the first item and takes it; for the first for which `wanted` holds if that is given, e.g.
   * `store.get((message) => message.to === me)`. `wanted` must depend on the item alone. It is asked about each item that is there, and
   * then about each that comes, until one is taken.
   */
  get(wanted?: (item: Item) => boolean, priority = 0): Wait<Item> {
    return new StoreGet(this, wanted, priority);
  }

  /** Items are saved as they are: let them be plain data. */
  override save(): unknown {
    return { fields: super.save(), items: [...this.items] };
  }

  override restore(state: unknown): void {
    const { fields, items } = state as { fields: unknown; items: readonly Stored<Item>[] };
    super.restore(fields);
    while (this.items.length > 0) this.items.shift();
    for (const item of items) this.items.push(item);
  }

  counters(): StationCounters {
    const counters = this.population.counters();
    return {
      ...counters,
      busyIntegral: counters.numberIntegral,
      workDone: counters.residence,
      capacityIntegral: capacityIntegral(this.capacity, this.simulation.now),
    };
  }

  // --- for the waits ---

  insert(item: Item, inFront = false): void {
    const slot = this.free.pop() ?? this.items.length;
    this.population.reserve(slot + 1);
    this.population.enter(slot);
    if (inFront) {
      this.items.unshift({ item, slot });
      this.unwanted = 0;
    } else this.items.push({ item, slot });
  }

  /** Takes the item at `index`. */
  extract(index: number): Item {
    const { item, slot } = this.items.removeAt(index);
    if (index < this.unwanted) this.unwanted--;
    this.population.leave(slot);
    this.free.push(slot);
    return item;
  }

  /** Index of the first item wanted; -1 if there is none. */
  find(wanted: ((item: Item) => boolean) | undefined): number {
    if (wanted === undefined) return this.items.length > 0 ? 0 : -1;
    for (let index = 0; index < this.items.length; index++) if (wanted(this.items.at(index).item)) return index;
    return -1;
  }

  /** One who waits to get has joined (1) or left (-1) the line. */
  countGet(get: StoreGet<Item>, change: 1 | -1): void {
    if (get.wanted !== undefined) this.choosy += change;
  }

  /** Grants what has become possible; a put can make a get possible and the other way round. */
  settle(): void {
    for (;;) {
      if (this.puts.length > 0 && !this.isFull) {
        const put = this.puts.shift();
        this.insert(put.item, put.isReturn);
        put.grant(undefined);
      } else if (!this.handOver()) return;
    }
  }

  /** Gives the first item that somebody waits for to the first who does; false if there is none. */
  private handOver(): boolean {
    for (; this.unwanted < this.items.length; this.unwanted++) {
      const { item } = this.items.at(this.unwanted);
      const place = this.choosy === 0 ? this.gets.firstPlace : this.gets.firstWhere(({ wanted }) => wanted === undefined || wanted(item));
      if (place === NO_PLACE) continue;
      const get = this.gets.take(place);
      this.countGet(get, -1);
      get.grant(this.extract(this.unwanted));
      return true;
    }
    return false;
  }
}

class StorePut<Item> extends Wait<void> {
  readonly item: Item;
  /** Brings back what was taken out but not used. */
  readonly isReturn: boolean;
  private readonly store: Store<Item>;
  private readonly priority: number;
  private place = NO_PLACE;

  constructor(store: Store<Item>, item: Item, priority: number) {
    super();
    this.store = store;
    this.item = item;
    this.priority = priority;
    this.isReturn = priority === -Infinity;
  }

  protected override begin(): boolean {
    const { store } = this;
    if (!store.isFull && store.puts.wouldLead(this.priority)) {
      store.puts.population.pass();
      store.insert(this.item, this.isReturn);
      store.settle();
      return true;
    }
    this.place = store.puts.push(this, this.priority);
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (!granted) this.store.puts.remove(this.place);
  }

  override describe(): string {
    return `a place in store "${this.store.name}"`;
  }
}

class StoreGet<Item> extends Wait<Item> {
  readonly wanted: ((item: Item) => boolean) | undefined;
  private readonly store: Store<Item>;
  private readonly priority: number;
  private place = NO_PLACE;

  constructor(store: Store<Item>, wanted: ((item: Item) => boolean) | undefined, priority: number) {
    super();
    this.store = store;
    this.wanted = wanted;
    this.priority = priority;
  }

  /** Whatever is there nobody else wants, or he would have it. */
  protected override begin(): boolean {
    const { store } = this;
    const index = store.find(this.wanted);
    if (index >= 0) {
      store.gets.population.pass();
      this.result = store.extract(index);
      store.settle();
      return true;
    }
    this.place = store.gets.push(this, this.priority);
    store.countGet(this, 1);
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (granted) {
      new StorePut(this.store, this.result as Item, -Infinity).beginFor(NOBODY);
    } else {
      this.store.gets.remove(this.place);
      this.store.countGet(this, -1);
    }
  }

  override describe(): string {
    return `an item from store "${this.store.name}"`;
  }
}
