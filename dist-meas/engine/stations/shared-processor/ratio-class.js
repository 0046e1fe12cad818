import { SavedFields } from "../../kernel/saved-fields.js";
import { ExactSum } from "../exact-sum.js";
import { IndexedHeap } from "../indexed-heap.js";
/** The members of one ratio cap / weight. */
export class RatioClass extends SavedFields {
    members;
    /** Sums over the members. */
    weight = new ExactSum();
    cap = new ExactSum();
    ratio = 0;
    capped = false;
    /** Reading of the class's clock when the clock that drives it (time if capped, else the shared clock) stood at `origin`. */
    reading = 0;
    origin = 0;
    /** Pace of the class's clock on that clock: the ratio if capped, else 1. */
    pace = 1;
    constructor(index) {
        super();
        this.members = new IndexedHeap(index);
    }
}
