import { SavedFields } from "../../kernel/saved-fields.ts";
import { ExactSum } from "../exact-sum.ts";
import { type HeapIndex, IndexedHeap } from "../indexed-heap.ts";

/** The members of one ratio cap / weight. */
export class RatioClass extends SavedFields {
  readonly members: IndexedHeap;
  /** Sums over the members. */
  readonly weight = new ExactSum();
  readonly cap = new ExactSum();
  ratio = 0;
  capped = false;
  /** Reading of the class's clock when the clock that drives it (time if capped, else the shared clock) stood at `origin`. */
  reading = 0;
  origin = 0;
  /** Pace of the class's clock on that clock: the ratio if capped, else 1. */
  pace = 1;

  constructor(index: HeapIndex) {
    super();
    this.members = new IndexedHeap(index);
  }
}
