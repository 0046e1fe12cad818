/**
 * Max-min fair sharing by weight with caps, as a fluid: the mathematics under the shared processor and the shared link.
 *
 * A capacity C is divided among members, member i having weight w_i and cap c_i: its rate is min(c_i, w_i * level), where the water level
 * is the one at which the rates add up to min(C, sum of all c_i). Each member may ask to be told when it has been served some more (its
 * `alarm`). Every change costs O(log n), plus O(log n) for every class that crosses the level, by two observations:
 *
 * - Members of equal ratio c / w (a class) are all capped or all below their caps at the same time, and get equal service per weight. So
 *   each class has a clock that counts service per weight, and its members' alarms are fixed readings of that clock.
 * - All classes below their caps run at the same pace, the level: one shared clock serves them, and their next alarms are fixed readings
 *   of it. A capped class runs at a constant pace in real time, so its next alarm is a fixed instant.
 *
 * Nothing has to be recomputed for members that were not touched. Times are in the caller's unit, counted from the last `rebase`.
 */
import { ExactSum } from "./exact-sum.ts";
import { HeapIndex, IndexedHeap } from "./indexed-heap.ts";
import { NumberTable } from "./number-table.ts";

/** The members of one ratio cap / weight. */
class RatioClass {
  readonly members: IndexedHeap;
  readonly weight = new ExactSum();
  readonly cap = new ExactSum();
  ratio = 0;
  capped = false;
  /** Reading of the class's clock when the clock that drives it (time if capped, else the shared clock) stood at `origin`. */
  reading = 0;
  origin = 0;

  constructor(index: HeapIndex) {
    this.members = new IndexedHeap(index);
  }
}

export class FairSharing {
  /** The instant up to which service has been handed out. */
  time = 0;
  /** Instant of the next alarm at the present rates, Infinity if there is none. Valid after `settle`. */
  nextAlarm = Infinity;

  private capacity = 0;
  private level = Infinity;
  /** Service per weight that a member never capped has had. */
  private sharedClock = 0;
  private readonly cappedRate = new ExactSum();
  private readonly uncappedWeight = new ExactSum();

  private readonly classes: RatioClass[] = [];
  private readonly freeClasses: number[] = [];
  private readonly classOfRatio = new NumberTable();
  private readonly ratioIndex = new HeapIndex();
  private readonly cappedByRatio = new IndexedHeap(this.ratioIndex); // keys -ratio: the next to come off its cap on top
  private readonly uncappedByRatio = new IndexedHeap(this.ratioIndex);
  private readonly alarmIndex = new HeapIndex();
  private readonly cappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: instants
  private readonly uncappedByAlarm = new IndexedHeap(this.alarmIndex); // keys: readings of the shared clock

  private readonly memberIndex = new HeapIndex();
  private weights = new Float64Array(0);
  private caps = new Float64Array(0);
  /** Reading of the class's clock at the member's last `collect`. */
  private collected = new Float64Array(0);
  private classOf = new Int32Array(0);

  /** Takes effect at the next `settle`; must be positive while there are members. */
  setCapacity(capacity: number): void {
    this.capacity = capacity;
  }

  /** Sum of all rates now. */
  get totalRate(): number {
    return this.uncappedByRatio.size > 0 ? this.capacity : this.cappedRate.value;
  }

  /** Member `member` (a small integer of the caller's choice) starts to share, without an alarm. Weight > 0, cap > 0. */
  join(member: number, weight: number, cap: number): void {
    if (member >= this.weights.length) this.growMembers(member + 1);
    const ratio = cap / weight;
    let id = this.classOfRatio.find(ratio);
    if (id < 0) id = this.openClass(ratio);
    const ratioClass = this.classes[id];
    this.weights[member] = weight;
    this.caps[member] = cap;
    this.classOf[member] = id;
    ratioClass.weight.add(weight);
    ratioClass.cap.add(cap);
    if (ratioClass.capped) this.cappedRate.add(cap);
    else this.uncappedWeight.add(weight);
    this.collected[member] = this.reading(ratioClass);
    ratioClass.members.push(member, Infinity);
  }

  leave(member: number): void {
    const id = this.classOf[member];
    const ratioClass = this.classes[id];
    const wasFirst = ratioClass.members.top === member;
    ratioClass.members.remove(member);
    if (ratioClass.members.size === 0) {
      this.closeClass(id);
      return;
    }
    const weight = this.weights[member];
    const cap = this.caps[member];
    ratioClass.weight.add(-weight);
    ratioClass.cap.add(-cap);
    if (ratioClass.capped) this.cappedRate.add(-cap);
    else this.uncappedWeight.add(-weight);
    if (wasFirst) this.updateAlarm(id);
  }

  /** Changes the cap of a member whose service has just been collected; its alarm has to be set again. */
  changeCap(member: number, cap: number): void {
    const id = this.classOf[member];
    const ratioClass = this.classes[id];
    const weight = this.weights[member];
    const ratio = cap / weight;
    if (ratioClass.members.size > 1 || this.classOfRatio.find(ratio) >= 0) {
      this.leave(member);
      this.join(member, weight, cap);
      return;
    }
    // Alone before and after: the class itself gets the new ratio, on the same side of the level until `settle` looks.
    this.classOfRatio.remove(ratioClass.ratio);
    this.classOfRatio.insert(ratio, id);
    const more = cap - this.caps[member];
    this.caps[member] = cap;
    ratioClass.cap.add(more);
    if (ratioClass.capped) {
      this.cappedRate.add(more);
      ratioClass.reading = this.reading(ratioClass);
      ratioClass.origin = this.time;
      ratioClass.ratio = ratio;
      this.cappedByRatio.update(id, -ratio);
    } else {
      ratioClass.ratio = ratio;
      this.uncappedByRatio.update(id, ratio);
    }
  }

  /** Service the member has had since the last call (or since it joined). */
  collect(member: number): number {
    const reading = this.reading(this.classes[this.classOf[member]]);
    const service = (reading - this.collected[member]) * this.weights[member];
    this.collected[member] = reading;
    return service;
  }

  /** What `collect` would return at instant `time >= this.time` if nothing changed in between. Changes nothing. */
  uncollected(member: number, time: number): number {
    const ratioClass = this.classes[this.classOf[member]];
    const pace = ratioClass.capped ? ratioClass.ratio : this.level;
    const reading = this.reading(ratioClass) + (time - this.time) * pace;
    return (reading - this.collected[member]) * this.weights[member];
  }

  /** Sets the member's alarm: when it has been served `service` more than at its last `collect`. */
  setAlarm(member: number, service: number): void {
    const id = this.classOf[member];
    const { members } = this.classes[id];
    const first = members.top;
    members.update(member, this.collected[member] + service / this.weights[member]);
    if (first === member || members.top === member) this.updateAlarm(id);
  }

  /** The member whose alarm is at `nextAlarm`. */
  get nextMember(): number {
    return this.classes[this.nextCapped ? this.cappedByAlarm.top : this.uncappedByAlarm.top].members.top;
  }

  private nextCapped = false;

  /** Hands out service up to instant `time`, at most `nextAlarm`. */
  advance(time: number): void {
    const elapsed = time - this.time;
    if (elapsed <= 0) return;
    if (this.uncappedByRatio.size > 0) this.sharedClock += elapsed * this.level;
    this.time = time;
  }

  /** Finds the water level and the next alarm after changes at `time`. */
  settle(): void {
    const { cappedByRatio, uncappedByRatio } = this;
    let level = this.levelNow();
    while (cappedByRatio.size > 0 && -cappedByRatio.topKey > level) {
      this.uncap(cappedByRatio.top);
      level = this.levelNow();
    }
    while (uncappedByRatio.size > 0 && uncappedByRatio.topKey <= level) {
      this.cap(uncappedByRatio.top);
      level = this.levelNow();
    }
    this.level = level;
    const capped = this.cappedByAlarm.size > 0 ? this.cappedByAlarm.topKey : Infinity;
    const shared = this.uncappedByAlarm.size > 0 ? this.time + (this.uncappedByAlarm.topKey - this.sharedClock) / level : Infinity;
    this.nextCapped = capped <= shared;
    this.nextAlarm = this.nextCapped ? capped : shared;
  }

  /** Counts time from `origin` from now on, and all clocks from zero, which keeps their readings small and therefore precise. */
  rebase(origin: number): void {
    for (const heap of [this.cappedByRatio, this.uncappedByRatio]) {
      for (let position = 0; position < heap.size; position++) {
        const ratioClass = this.classes[heap.itemAt(position)];
        const reading = this.reading(ratioClass);
        ratioClass.members.shift(reading);
        for (let at = 0; at < ratioClass.members.size; at++) this.collected[ratioClass.members.itemAt(at)] -= reading;
        ratioClass.reading = 0;
        ratioClass.origin = ratioClass.capped ? this.time - origin : 0;
      }
    }
    this.cappedByAlarm.shift(origin);
    this.uncappedByAlarm.shift(this.sharedClock);
    this.time -= origin;
    this.sharedClock = 0;
    this.settle();
  }

  private levelNow(): number {
    const left = this.capacity - this.cappedRate.value;
    if (this.uncappedByRatio.size > 0) return left / this.uncappedWeight.value;
    return left >= 0 ? Infinity : 0;
  }

  private reading(ratioClass: RatioClass): number {
    return ratioClass.capped
      ? ratioClass.reading + (this.time - ratioClass.origin) * ratioClass.ratio
      : ratioClass.reading + (this.sharedClock - ratioClass.origin);
  }

  /** The class's next alarm on the clock that drives it. */
  private alarmOf(ratioClass: RatioClass): number {
    const ahead = ratioClass.members.topKey - ratioClass.reading;
    return ratioClass.origin + (ratioClass.capped ? ahead / ratioClass.ratio : ahead);
  }

  private updateAlarm(id: number): void {
    const ratioClass = this.classes[id];
    (ratioClass.capped ? this.cappedByAlarm : this.uncappedByAlarm).update(id, this.alarmOf(ratioClass));
  }

  private cap(id: number): void {
    const ratioClass = this.classes[id];
    this.removeUncapped(id, ratioClass);
    ratioClass.reading = this.reading(ratioClass);
    this.addCapped(id, ratioClass);
  }

  private uncap(id: number): void {
    const ratioClass = this.classes[id];
    this.removeCapped(id, ratioClass);
    ratioClass.reading = this.reading(ratioClass);
    this.addUncapped(id, ratioClass);
  }

  private addCapped(id: number, ratioClass: RatioClass): void {
    ratioClass.capped = true;
    ratioClass.origin = this.time;
    this.cappedRate.add(ratioClass.cap.value);
    this.cappedByRatio.push(id, -ratioClass.ratio);
    this.cappedByAlarm.push(id, ratioClass.members.size > 0 ? this.alarmOf(ratioClass) : Infinity);
  }

  private addUncapped(id: number, ratioClass: RatioClass): void {
    ratioClass.capped = false;
    ratioClass.origin = this.sharedClock;
    this.uncappedWeight.add(ratioClass.weight.value);
    this.uncappedByRatio.push(id, ratioClass.ratio);
    this.uncappedByAlarm.push(id, ratioClass.members.size > 0 ? this.alarmOf(ratioClass) : Infinity);
  }

  private removeCapped(id: number, ratioClass: RatioClass): void {
    this.cappedByRatio.remove(id);
    this.cappedByAlarm.remove(id);
    if (this.cappedByRatio.size > 0) this.cappedRate.add(-ratioClass.cap.value);
    else this.cappedRate.clear();
  }

  private removeUncapped(id: number, ratioClass: RatioClass): void {
    this.uncappedByRatio.remove(id);
    this.uncappedByAlarm.remove(id);
    if (this.uncappedByRatio.size > 0) this.uncappedWeight.add(-ratioClass.weight.value);
    else this.uncappedWeight.clear();
  }

  private openClass(ratio: number): number {
    let id = this.freeClasses.pop();
    if (id === undefined) {
      id = this.classes.push(new RatioClass(this.memberIndex)) - 1;
      this.ratioIndex.reserve(id + 1);
      this.alarmIndex.reserve(id + 1);
    }
    const ratioClass = this.classes[id];
    ratioClass.ratio = ratio;
    ratioClass.reading = 0;
    ratioClass.weight.clear();
    ratioClass.cap.clear();
    this.classOfRatio.insert(ratio, id);
    // Capped classes are those of the smallest ratios: a new one goes where its neighbours are.
    if (this.cappedByRatio.size > 0 && ratio < -this.cappedByRatio.topKey) this.addCapped(id, ratioClass);
    else this.addUncapped(id, ratioClass);
    return id;
  }

  private closeClass(id: number): void {
    const ratioClass = this.classes[id];
    if (ratioClass.capped) this.removeCapped(id, ratioClass);
    else this.removeUncapped(id, ratioClass);
    this.classOfRatio.remove(ratioClass.ratio);
    this.freeClasses.push(id);
  }

  private growMembers(count: number): void {
    const length = Math.max(count, 2 * this.weights.length, 16);
    const grown = (old: Float64Array) => {
      const array = new Float64Array(length);
      array.set(old);
      return array;
    };
    this.weights = grown(this.weights);
    this.caps = grown(this.caps);
    this.collected = grown(this.collected);
    const classOf = new Int32Array(length);
    classOf.set(this.classOf);
    this.classOf = classOf;
    this.memberIndex.reserve(length);
  }
}
