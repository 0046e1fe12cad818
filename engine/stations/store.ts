/**
 * A buffer of items, first in, first out: a mailbox, a message queue, the space between two machines. `put` waits while it is full
 * (blocking), `offer` drops the item instead (loss), `get` waits while it is empty.
 *
 * The audit's customers are the items, its servers the places: Little's law relates their number to their time in the store.
 */
import { Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { Deque } from "./deque.ts";
import { NOBODY } from "./notify.ts";
import { capacityIntegral } from "./occupancy.ts";
import { Population } from "./population.ts";
import { SavedFields } from "./saved-fields.ts";
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

  /** `const item = yield* store.get()`: waits for the first item and takes it. */
  get(priority = 0): Wait<Item> {
    return new StoreGet(this, priority);
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
    if (inFront) this.items.unshift({ item, slot });
    else this.items.push({ item, slot });
  }

  extract(): Item {
    const { item, slot } = this.items.shift();
    this.population.leave(slot);
    this.free.push(slot);
    return item;
  }

  /** Grants what has become possible; a put can make a get possible and the other way round. */
  settle(): void {
    for (;;) {
      if (this.puts.length > 0 && !this.isFull) {
        const put = this.puts.shift();
        this.insert(put.item, put.isReturn);
        put.grant(undefined);
      } else if (this.gets.length > 0 && this.items.length > 0) {
        this.gets.shift().grant(this.extract());
      } else return;
    }
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
  private readonly store: Store<Item>;
  private readonly priority: number;
  private place = NO_PLACE;

  constructor(store: Store<Item>, priority: number) {
    super();
    this.store = store;
    this.priority = priority;
  }

  protected override begin(): boolean {
    const { store } = this;
    if (store.length > 0 && store.gets.wouldLead(this.priority)) {
      store.gets.population.pass();
      this.result = store.extract();
      store.settle();
      return true;
    }
    this.place = store.gets.push(this, this.priority);
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (granted) new StorePut(this.store, this.result as Item, -Infinity).beginFor(NOBODY);
    else this.store.gets.remove(this.place);
  }

  override describe(): string {
    return `an item from store "${this.store.name}"`;
  }
}
