/**
 * The classes of ratio of `FairSharing`: which of them are capped, their clocks and next alarms, and the water level that follows. Its
 * header says what a class is for. A class below the one it extends rather than beside it: it is one object to V8, without a hop.
 */
import { SavedFields } from "../../kernel/saved-fields.ts";
import { ExactSum } from "../exact-sum.ts";
import { HeapIndex, IndexedHeap } from "../indexed-heap.ts";
import { NumberTable } from "./number-table.ts";
import { RatioClass } from "./ratio-class.ts";

export abstract class RatioClasses extends SavedFields {
  /** The instant up to which service has been handed out. */
  time = 0;
  /** Takes effect at the next `settle`; must be positive while there are members. */
  capacity = 0;

  protected readonly memberIndex = new HeapIndex();
  protected level = Infinity;
  /** Service per weight that a member never capped has had. */
  protected sharedClock = 0;
  protected readonly cappedRate = new ExactSum();
  protected readonly uncappedWeight = new ExactSum();

  protected readonly classes: RatioClass[] = [];
  private freeClasses: number[] = [];
  protected readonly classOfRatio = new NumberTable();
  protected readonly ratioIndex = new HeapIndex();
  protected readonly cappedByRatio = new IndexedHeap(this.ratioIndex); // keys -ratio: the next to come off its cap on top
  protected readonly uncappedByRatio = new IndexedHeap(this.ratioIndex);
  protected readonly alarmIndex = new HeapIndex();
  protected readonly cappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: instants
  protected readonly uncappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: readings of the shared clock

  protected override get unsaved(): readonly string[] {
    return ["classes"];
  }

  override save(): unknown {
    return { fields: super.save(), classes: this.classes.map((ratioClass) => ratioClass.save()) };
  }

  override restore(state: unknown): void {
    const { fields, classes } = state as { fields: unknown; classes: readonly unknown[] };
    super.restore(fields);
    this.classes.length = 0;
    for (const saved of classes) {
      const ratioClass = new RatioClass(this.memberIndex);
      ratioClass.restore(saved);
      this.classes.push(ratioClass);
    }
  }

  /** The clock that drives the class's clock. */
  protected driver(ratioClass: RatioClass): number {
    return ratioClass.capped ? this.time : this.sharedClock;
  }

  /** The water level if exactly those classes are capped that are now. */
  protected findLevel(): void {
    const left = this.capacity - this.cappedRate.value;
    if (this.uncappedByRatio.size > 0) this.level = left / this.uncappedWeight.value;
    else this.level = left >= 0 ? Infinity : 0;
  }

  /** The class's next alarm, on the clock that drives it. */
  protected updateAlarm(id: number): void {
    const ratioClass = this.classes[id];
    this.alarmIndex.key[id] = ratioClass.origin + (ratioClass.members.topKey - ratioClass.reading) / ratioClass.pace;
    if (ratioClass.capped) this.cappedByAlarm.update(id);
    else this.uncappedByAlarm.update(id);
  }

  protected putOnCap(id: number): void {
    const ratioClass = this.classes[id];
    this.removeUncapped(id);
    ratioClass.reading += this.sharedClock - ratioClass.origin;
    this.addCapped(id);
    this.updateAlarm(id);
  }

  protected takeOffCap(id: number): void {
    const ratioClass = this.classes[id];
    this.removeCapped(id);
    ratioClass.reading += (this.time - ratioClass.origin) * ratioClass.ratio;
    this.addUncapped(id);
    this.updateAlarm(id);
  }

  protected addCapped(id: number): void {
    const ratioClass = this.classes[id];
    ratioClass.capped = true;
    ratioClass.pace = ratioClass.ratio;
    ratioClass.origin = this.time;
    this.cappedRate.term = ratioClass.cap.value;
    this.cappedRate.add();
    this.ratioIndex.key[id] = -ratioClass.ratio;
    this.cappedByRatio.push(id);
    this.alarmIndex.key[id] = Infinity;
    this.cappedByAlarm.push(id);
  }

  protected addUncapped(id: number): void {
    const ratioClass = this.classes[id];
    ratioClass.capped = false;
    ratioClass.pace = 1;
    ratioClass.origin = this.sharedClock;
    this.uncappedWeight.term = ratioClass.weight.value;
    this.uncappedWeight.add();
    this.ratioIndex.key[id] = ratioClass.ratio;
    this.uncappedByRatio.push(id);
    this.alarmIndex.key[id] = Infinity;
    this.uncappedByAlarm.push(id);
  }

  private removeCapped(id: number): void {
    this.cappedByRatio.remove(id);
    this.cappedByAlarm.remove(id);
    this.cappedRate.term = -this.classes[id].cap.value;
    if (this.cappedByRatio.size > 0) this.cappedRate.add();
    else this.cappedRate.clear();
  }

  private removeUncapped(id: number): void {
    this.uncappedByRatio.remove(id);
    this.uncappedByAlarm.remove(id);
    this.uncappedWeight.term = -this.classes[id].weight.value;
    if (this.uncappedByRatio.size > 0) this.uncappedWeight.add();
    else this.uncappedWeight.clear();
  }

  /** Makes a class of the ratio that was just looked for in vain. */
  protected openClass(): number {
    let id = this.freeClasses.pop();
    if (id === undefined) {
      id = this.classes.push(new RatioClass(this.memberIndex)) - 1;
      this.ratioIndex.reserve(id + 1);
      this.alarmIndex.reserve(id + 1);
    }
    const ratioClass = this.classes[id];
    ratioClass.ratio = this.classOfRatio.key;
    ratioClass.reading = 0;
    ratioClass.weight.clear();
    ratioClass.cap.clear();
    this.classOfRatio.insert(id);
    // Capped classes are those of the smallest ratios: a new one goes where its neighbours are.
    if (this.cappedByRatio.size > 0 && ratioClass.ratio < -this.cappedByRatio.topKey) this.addCapped(id);
    else this.addUncapped(id);
    return id;
  }

  protected closeClass(id: number): void {
    const ratioClass = this.classes[id];
    if (ratioClass.capped) this.removeCapped(id);
    else this.removeUncapped(id);
    this.classOfRatio.key = ratioClass.ratio;
    this.classOfRatio.remove();
    this.freeClasses.push(id);
  }
}
