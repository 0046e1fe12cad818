/**
 * The calendar: all pending events of a simulation.
 *
 * ORDER. Events leave in order of (time, sequence): by time, and among equal times in the order in which they were scheduled. An
 * event scheduled for the present runs in this instant, after everything that was already due in it. Rescheduling gives an event a
 * new place in the sequence. Cancelling one event changes the order of no other, and a cancelled event neither runs nor moves the
 * clock. Nothing else (no identity, hash, name, or state of the machine) has any influence.
 *
 * HOW. A ladder queue (Tang, Goh, Thng: ACM TOMACS 15(3), 2005): an event enters at most a few coarse zones and is sorted only when
 * it is nearly due, among a handful of neighbours. From the past to the future, the zones are
 *
 *     now list   events for the present, first in, first out
 *     bottom     a sorted array: the next few events
 *     rungs      bucket lists; the deepest rung subdivides one bucket of the rung above it
 *     top        an unsorted array: everything from `TOP_START` on
 *
 * Sequence numbers are neither stored nor compared. A zone's range depends on the time alone and only ever moves forward, so two
 * events of equal time always meet again in the same zone, and every transfer keeps those that came first in front.
 *
 * MEMORY. One buffer, seen as doubles and as 32-bit words, so that an event costs no object and a checkpoint is one copy. Records of
 * 32 bytes are numbered by slot; the header takes the place of the first 16 slots, so that slot 0 can mean "none":
 *
 *     double 4k    time [ns]
 *     double 4k+1  unused
 *     word 8k+4    next slot of the list this one is in
 *     word 8k+5    handler; its complement, which is negative, when cancelled
 *     word 8k+6    argument
 *     word 8k+7    generation: how often an event in this slot has run or been cancelled
 *
 * A handle is generation and slot in one number. The generation changes when the event leaves, so an old handle matches nothing (until
 * the slot has been used 2^29 times). A cancelled record is dropped when its zone is emptied, or swept when memory runs
 * short before that.
 */
import { HORIZON, type Nanoseconds } from "./time.ts";

/** A pending event, or NONE. At least 2^31 from the first event on, so that V8 never meets it as a small integer. */
export type EventHandle = number;

/** The handle of no event. */
export const NONE: EventHandle = 0;

/** All there is to know about a calendar (pending events, clock, fingerprint), as a copy. */
export interface CalendarState {
  readonly buffer: ArrayBuffer;
}

/** A pending event as a debugger wants to see it. */
export interface PendingEvent {
  readonly time: Nanoseconds;
  readonly handler: number;
  readonly arg: number;
}

// Header: doubles. Double 3, where NONE would have its generation, stays 1, so that it is never 0.
const NOW = 0; // the clock [ns]
const LIMIT = 1; // events after this instant stay
const NO_EVENT = 3;
const TOP_START = 4; // events from this instant on go to the top
const TOP_MIN = 5; // no event in the top is earlier
const EXECUTED = 6; // events taken so far
const WIDTH_FACTOR = 7; // correction of the bucket width, learned from the last epoch
const RUNG_START = 8; // [rung] time where bucket 0 begins
const RUNG_RATE = 16; // [rung] buckets per ns
const RUNG_CURRENT = 24; // [rung] first bucket still to come; Infinity when there is none

// Header: words.
const CAPACITY = 64; // slots, those of the header included
const FREE = 65; // first slot of the free list
const FRESH = 66; // slots from here on have never been used
const CANCELLED = 67; // cancelled records that still take up a slot
const NOW_HEAD = 68;
const NOW_TAIL = 69; // valid while NOW_HEAD is not 0
const BOTTOM = 70; // double where the soonest entry of the bottom is; the entry before the latest is a sentinel
const TOP_SIZE = 71;
const RUNGS = 72;
const LOADS = 73; // buckets of rung 0 emptied in this epoch ...
const LOADED = 74; // ... and events found in them
const AHEAD = 75; // never read
const FINGERPRINT_A = 76;
const FINGERPRINT_B = 77;
const RUNG_NEXT = 80; // [rung] RUNG_CURRENT as an integer
const RUNG_FIRST = 88; // [rung] word of bucket 0, the head of its list
const RUNG_LAST = 96; // [rung] number of the last bucket

const LATEST = HORIZON; // an imported name would be looked up each time
const FIRST_SLOT = 16;
const FIRST_CAPACITY = 256;
const MAX_CAPACITY = 1 << 24;
const WORDS_PER_SLOT = 16; // record 8, bottom 4, top 1, bucket heads 3
const SLOT_MASK = MAX_CAPACITY - 1; // a handle is generation * MAX_CAPACITY + slot
const GENERATIONS = 0x1fffffff; // mask: 29 bits
const FIRST_GENERATION = 128; // see EventHandle

// Odd multipliers with well-spread bits (from xxHash32, Yann Collet).
const PRIME_A = 0x9e3779b1;
const PRIME_B = 0x85ebca77;

const MAX_RUNGS = 8;
const SMALL = 16; // so few events are simply kept sorted
const CROWDED = 40; // a bucket or bottom above this is subdivided
const SAMPLE = 15;
const PER_BUCKET = 3; // events a bucket should hold when it is emptied
const REACH = 8; // an epoch covers this many times the span of the sooner half of the top

export class Calendar {
  /** The whole state; seen also as `words`. Replaced when the calendar grows: do not keep across a `schedule`. */
  floats: Float64Array;
  words: Int32Array;

  constructor() {
    this.floats = new Float64Array((FIRST_CAPACITY * WORDS_PER_SLOT) / 2);
    this.words = new Int32Array(this.floats.buffer);
    this.floats[NO_EVENT] = 1;
    this.floats[TOP_START] = Infinity;
    this.floats[TOP_MIN] = Infinity;
    this.floats[WIDTH_FACTOR] = 1;
    this.words[CAPACITY] = FIRST_CAPACITY;
    this.words[FREE] = FIRST_SLOT;
    this.clearBottom();
    this.words[FRESH] = FIRST_SLOT + 1;
    this.words[(FIRST_SLOT << 3) | 7] = FIRST_GENERATION;
  }

  get now(): Nanoseconds {
    return this.floats[NOW];
  }

  /** Moves the clock forward although there is no event; nothing may be pending before `time`. */
  set now(time: Nanoseconds) {
    this.floats[NOW] = time;
  }

  /** Events after this instant are not taken. */
  set limit(time: Nanoseconds) {
    this.floats[LIMIT] = time;
  }

  /**
   * Adds an event for `time` [ns].
   * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
   */
  schedule(time: Nanoseconds, handler: number, arg: number): EventHandle {
    const floats = this.floats;
    const words = this.words;
    const slot = words[FREE];
    floats[slot << 2] = time;
    words[(slot << 3) | 5] = handler;
    words[(slot << 3) | 6] = arg;
    this.place(slot);
    return (this.words[(slot << 3) | 7] & GENERATIONS) * MAX_CAPACITY + slot; // not of `words`: the buffer may have been replaced
  }

  /** Adds an event for the present. Takes no double, which a call that V8 does not inline would have to put into an object. */
  scheduleNow(handler: number, arg: number): EventHandle {
    const words = this.words;
    const slot = words[FREE];
    this.floats[slot << 2] = this.floats[NOW];
    words[(slot << 3) | 5] = handler;
    words[(slot << 3) | 6] = arg;
    this.place(slot);
    return this.handleOf(slot);
  }

  /** Counts an event of the present that runs at once, without having been in the calendar: it is part of the fingerprint like all others. */
  pass(handler: number, arg: number): void {
    const floats = this.floats;
    const words = this.words;
    floats[EXECUTED] += 1;
    this.mix(words[NOW << 1], words[(NOW << 1) | 1], handler, arg);
  }

  /** Removes a pending event. A stale handle is harmless: false. */
  cancel(event: EventHandle): boolean {
    const slot = event & SLOT_MASK;
    if (this.handleOf(slot) !== event) return false;
    this.mark(slot);
    return true;
  }

  /**
   * Gives a pending event another time and a new place in the sequence. A stale handle is harmless: NONE.
   * @throws RangeError as `schedule`; the event then stays where it is
   */
  reschedule(event: EventHandle, time: Nanoseconds): EventHandle {
    const slot = event & SLOT_MASK;
    if (this.handleOf(slot) !== event) return 0; // NONE, but an exported name would make the result a tagged value
    const moved = this.schedule(time, this.words[(slot << 3) | 5], this.words[(slot << 3) | 6]);
    this.mark(slot);
    return moved;
  }

  /** The time for which an event is scheduled [ns], or -1 for a stale handle. */
  timeOf(event: EventHandle): Nanoseconds {
    const slot = event & SLOT_MASK;
    return this.handleOf(slot) === event ? this.floats[slot << 2] : -1;
  }

  /**
   * Takes the next event and moves the clock to it. Returns its slot, where handler and argument can be read until the next
   * `schedule`; 0 if nothing is pending up to the limit. Like `place`, too long (more than 460 bytecodes) for V8 to inline: that leaves
   * its inlining budget to the handlers, in which `schedule` must be inlined, or its time would be boxed.
   */
  take(): number {
    const floats = this.floats;
    const words = this.words;
    for (;;) {
      const soonest = words[BOTTOM];
      let time = floats[soonest]; // Infinity if the bottom is empty
      let slot = words[(soonest << 1) | 2];
      if (time > floats[NOW] && words[NOW_HEAD] !== 0) {
        time = floats[NOW];
        if (time > floats[LIMIT]) return 0;
        slot = words[NOW_HEAD];
        words[NOW_HEAD] = words[(slot << 3) | 4];
      } else if (time === Infinity) {
        if (this.load()) continue;
        return 0;
      } else {
        if (time > floats[LIMIT] && words[(slot << 3) | 5] >= 0) return 0;
        words[BOTTOM] = soonest - 2;
      }
      words[(slot << 3) | 4] = words[FREE];
      words[FREE] = slot;
      const handler = words[(slot << 3) | 5];
      if (handler >= 0) {
        words[(slot << 3) | 7]++;
        floats[NOW] = time;
        floats[EXECUTED] += 1;
        this.mix(words[slot << 3], words[(slot << 3) | 1], handler, words[(slot << 3) | 6]);
        return slot;
      }
      words[CANCELLED]--;
    }
  }

  /** The fingerprint, of an event at a time given as the two words of its double: cheap enough to stay on always. */
  private mix(low: number, high: number, handler: number, arg: number): void {
    const words = this.words;
    const a = words[FINGERPRINT_A];
    const b = words[FINGERPRINT_B];
    words[FINGERPRINT_A] = Math.imul(a ^ low, PRIME_A) + arg;
    words[FINGERPRINT_B] = Math.imul(((b << 5) | (b >>> 27)) + high + handler, PRIME_B) ^ a;
  }

  /** 16 hexadecimal digits that depend on (time, handler, argument) of every event taken so far, in order. */
  get fingerprint(): string {
    const hex = (word: number) => (word >>> 0).toString(16).padStart(8, "0");
    return hex(this.words[FINGERPRINT_A]) + hex(this.words[FINGERPRINT_B]);
  }

  /** Number of events taken so far. */
  get executed(): number {
    return this.floats[EXECUTED];
  }

  /** After `take` found nothing: whether nothing is pending at all, rather than nothing up to the limit. */
  get isDrained(): boolean {
    const words = this.words;
    return this.floats[words[BOTTOM]] === Infinity && words[NOW_HEAD] === 0 && words[RUNGS] === 0 && words[TOP_SIZE] === 0;
  }

  /** Number of pending events. Walks the free list: not for the hot path. */
  get size(): number {
    let unused = 0;
    for (let slot = this.words[FREE]; slot !== 0; slot = this.words[(slot << 3) | 4]) unused++;
    return this.words[FRESH] - FIRST_SLOT - unused - this.words[CANCELLED];
  }

  /** All pending events in the order in which they will run. */
  pending(): PendingEvent[] {
    const words = this.words;
    const slots: number[] = [];
    for (let i = words[BOTTOM]; this.floats[i] !== Infinity; i -= 2) slots.push(words[(i << 1) | 2]);
    for (let slot = words[NOW_HEAD]; slot !== 0; slot = words[(slot << 3) | 4]) slots.push(slot);
    for (let bucket = this.heads; bucket < this.headsEnd; bucket++) {
      const list: number[] = [];
      for (let slot = words[bucket]; slot !== 0; slot = words[(slot << 3) | 4]) list.push(slot);
      slots.push(...list.reverse());
    }
    for (let i = 0; i < words[TOP_SIZE]; i++) slots.push(words[this.top + i]);
    return slots
      .filter((slot) => words[(slot << 3) | 5] >= 0)
      .map((slot) => ({ time: this.floats[slot << 2], handler: words[(slot << 3) | 5], arg: words[(slot << 3) | 6] }))
      .sort((a, b) => a.time - b.time); // stable, and equal times were collected in sequence
  }

  save(): CalendarState {
    return { buffer: this.words.buffer.slice(0) as ArrayBuffer };
  }

  restore(state: CalendarState): void {
    const buffer = state.buffer.slice(0);
    this.floats = new Float64Array(buffer);
    this.words = new Int32Array(buffer);
  }

  // --- from the future to the present: place, epoch, load, spill ---

  /** Puts the first free slot, which has been filled in, where its time belongs. Takes no double, and is too long to be inlined into every handler. */
  private place(slot: number): void {
    if (this.words[(slot << 3) | 4] === 0) this.replenish(slot);
    const floats = this.floats;
    const words = this.words;
    const time = floats[slot << 2];
    const now = floats[NOW];
    if (!(time >= now && time <= LATEST && Math.floor(time) === time)) this.refuse(time);
    words[FREE] = words[(slot << 3) | 4];
    if (time === now) {
      floats[slot << 2] = now; // -0 becomes 0
      words[(slot << 3) | 4] = 0;
      if (words[NOW_HEAD] === 0) words[NOW_HEAD] = slot;
      else words[(words[NOW_TAIL] << 3) | 4] = slot;
      words[NOW_TAIL] = slot;
      return;
    }
    if (time >= floats[TOP_START]) {
      const size = words[TOP_SIZE];
      words[words[CAPACITY] * 12 + size] = slot;
      words[TOP_SIZE] = size + 1;
      if (time < floats[TOP_MIN]) floats[TOP_MIN] = time;
      return;
    }
    const rungs = words[RUNGS];
    for (let rung = 0; rung < rungs; rung++) {
      const x = (time - floats[RUNG_START | rung]) * floats[RUNG_RATE | rung];
      if (x >= floats[RUNG_CURRENT | rung]) {
        const last = words[RUNG_LAST | rung];
        const bucket = words[RUNG_FIRST | rung] + (x < last ? x | 0 : last);
        words[(slot << 3) | 4] = words[bucket];
        words[bucket] = slot;
        return;
      }
    }
    // Into the bottom: after everything that is later, before everything that is not.
    const soonest = words[BOTTOM] + 2;
    words[BOTTOM] = soonest;
    let i = soonest;
    while (floats[i - 2] <= time) {
      floats[i] = floats[i - 2];
      words[(i << 1) | 2] = words[(i << 1) - 2];
      i -= 2;
    }
    floats[i] = time;
    words[(i << 1) | 2] = slot;
    if (soonest - (words[CAPACITY] << 2) > CROWDED << 1) this.relieve();
  }

  /** The bottom is crowded: what is due moves to the front of the now list, the rest becomes a rung if it still is too much. */
  private relieve(): void {
    const floats = this.floats;
    const words = this.words;
    const now = floats[NOW];
    const end = words[BOTTOM];
    let soonest = end;
    while (floats[soonest] === now) soonest -= 2;
    for (let i = soonest + 2; i <= end; i += 2) {
      const slot = words[(i << 1) | 2];
      if (words[NOW_HEAD] === 0) words[NOW_TAIL] = slot;
      words[(slot << 3) | 4] = words[NOW_HEAD];
      words[NOW_HEAD] = slot;
    }
    words[BOTTOM] = soonest;
    if (soonest - (words[CAPACITY] << 2) <= CROWDED << 1) return;
    if (floats[TOP_START] === Infinity) this.lift();
    else this.spill(0);
  }

  /** So far everything was kept in the bottom: makes it the top, so that the first epoch sees all that is scheduled until then. */
  private lift(): void {
    const floats = this.floats;
    const words = this.words;
    const soonest = words[BOTTOM];
    floats[TOP_START] = floats[soonest];
    floats[TOP_MIN] = floats[soonest];
    for (let i = soonest; floats[i] !== Infinity; i -= 2) {
      words[this.top + words[TOP_SIZE]] = words[(i << 1) | 2];
      words[TOP_SIZE]++;
    }
    this.clearBottom();
  }

  /** Fills the empty bottom with the next events. False if nothing is pending. */
  private load(): boolean {
    const floats = this.floats;
    const words = this.words;
    for (;;) {
      const rung = words[RUNGS] - 1;
      if (rung < 0) {
        if (words[TOP_SIZE] === 0) {
          floats[TOP_START] = Infinity; // everything into the bottom, until that is crowded
          return false;
        }
        this.epoch();
        if (floats[words[BOTTOM]] !== Infinity) return true;
        continue;
      }
      const heads = words[RUNG_FIRST | rung];
      const last = words[RUNG_LAST | rung];
      let bucket = words[RUNG_NEXT | rung];
      while (bucket <= last && words[heads + bucket] === 0) bucket++;
      if (bucket > last) {
        words[RUNGS] = rung;
        continue;
      }
      const list = words[heads + bucket];
      words[heads + bucket] = 0;
      words[RUNG_NEXT | rung] = bucket + 1;
      floats[RUNG_CURRENT | rung] = bucket < last ? bucket + 1 : Infinity;
      // Starts to fetch the first record of the next bucket, which otherwise is waited for.
      words[AHEAD] = words[(words[heads + bucket + 1] << 3) | 4];
      this.unload(list);
      if (rung === 0) {
        words[LOADS]++;
        words[LOADED] += words[RUNGS] > 1 ? CROWDED : (words[BOTTOM] - (words[CAPACITY] << 2)) >> 1;
      }
      if (floats[words[BOTTOM]] !== Infinity) return true;
    }
  }

  /** Sorts a list, newest first, into the empty bottom; one that turns out to be long becomes a rung instead. */
  private unload(list: number): void {
    const floats = this.floats;
    const words = this.words;
    const latest = (words[CAPACITY] << 2) + 2;
    let soonest = words[BOTTOM];
    for (let slot = list; slot !== 0; ) {
      const next = words[(slot << 3) | 4];
      if (words[(slot << 3) | 5] < 0) this.bury(slot);
      else {
        const time = floats[slot << 2];
        let i = soonest + 2;
        while (floats[i - 2] < time) {
          floats[i] = floats[i - 2];
          words[(i << 1) | 2] = words[(i << 1) - 2];
          i -= 2;
        }
        floats[i] = time;
        words[(i << 1) | 2] = slot;
        soonest += 2;
        words[BOTTOM] = soonest;
        if (soonest - latest >= CROWDED << 1 && floats[latest] !== floats[soonest] && this.spill(next)) return;
      }
      slot = next;
    }
  }

  /**
   * Turns the bottom, and a list of older records (newest first), into a new deepest rung; into a single bucket if all have the same
   * time. False if there is no room for another rung.
   */
  private spill(list: number): boolean {
    const floats = this.floats;
    const words = this.words;
    const rung = words[RUNGS];
    const heads = this.headsEnd;
    const room = words.length - heads - 1; // `load` looks one bucket ahead
    if (rung === MAX_RUNGS || room < CROWDED) return false;
    const soonest = words[BOTTOM];
    let count = (soonest - (words[CAPACITY] << 2)) >> 1;
    let max = floats[(words[CAPACITY] << 2) + 2];
    let min = floats[soonest];
    let older = 0; // the list reversed: oldest first
    for (let slot = list; slot !== 0; count++) {
      const next = words[(slot << 3) | 4];
      words[(slot << 3) | 4] = older;
      older = slot;
      const time = floats[slot << 2];
      if (time < min) min = time;
      if (time > max) max = time;
      slot = next;
    }
    const size = Math.min(count >> 1, room, max - min + 1);
    floats[RUNG_START | rung] = min;
    floats[RUNG_RATE | rung] = 1 / Math.max(1, (max - min) / size);
    floats[RUNG_CURRENT | rung] = 0;
    words[RUNG_NEXT | rung] = 0;
    words[RUNG_FIRST | rung] = heads;
    words[RUNG_LAST | rung] = size - 1;
    words[RUNGS] = rung + 1;
    while (older !== 0) {
      const next = words[(older << 3) | 4];
      this.push(rung, older);
      older = next;
    }
    for (let i = soonest; floats[i] !== Infinity; i -= 2) this.push(rung, words[(i << 1) | 2]);
    this.clearBottom();
    return true;
  }

  /** Bottom and rungs are used up: spreads the sooner part of the top over a new rung 0. */
  private epoch(): void {
    const floats = this.floats;
    const words = this.words;
    const top = words[CAPACITY] * 12;
    const count = words[TOP_SIZE];
    if (count <= SMALL) {
      let list = 0;
      for (let i = 0; i < count; i++) {
        words[(words[top + i] << 3) | 4] = list;
        list = words[top + i];
      }
      words[TOP_SIZE] = 0;
      floats[TOP_MIN] = Infinity;
      floats[TOP_START] = Infinity;
      this.unload(list);
      return;
    }
    const start = floats[TOP_MIN];
    const span = this.sampleMedian() - start;
    const width = Math.max(1, (span / count) * 2 * PER_BUCKET * this.correction());
    const size = Math.max(1, Math.min(Math.ceil((REACH * span) / width), words[CAPACITY] << 1));
    const end = start + size * width;
    floats[RUNG_START] = start;
    floats[RUNG_RATE] = 1 / width;
    floats[RUNG_CURRENT] = 0;
    words[RUNG_NEXT] = 0;
    words[RUNG_FIRST] = this.heads;
    words[RUNG_LAST] = size - 1;
    words[RUNGS] = 1;
    floats[TOP_START] = end;
    let kept = 0;
    let min = Infinity;
    for (let i = 0; i < count; i++) {
      const slot = words[top + i];
      const time = floats[slot << 2];
      if (words[(slot << 3) | 5] < 0) this.bury(slot);
      else if (time < end) this.push(0, slot);
      else {
        words[top + kept] = slot;
        kept++;
        if (time < min) min = time;
      }
    }
    words[TOP_SIZE] = kept;
    floats[TOP_MIN] = min;
  }

  /** Median time of a few records of the top. Sorts them in the bottom, which is empty. */
  private sampleMedian(): number {
    const floats = this.floats;
    const words = this.words;
    const top = words[CAPACITY] * 12;
    const scratch = words[CAPACITY] << 2;
    const stride = words[TOP_SIZE] / SAMPLE;
    for (let n = 0; n < SAMPLE; n++) {
      const time = floats[words[top + Math.floor(n * stride)] << 2];
      let i = n;
      for (; i > 0 && floats[scratch + i - 1] > time; i--) floats[scratch + i] = floats[scratch + i - 1];
      floats[scratch + i] = time;
    }
    const median = floats[scratch + (SAMPLE >> 1)];
    this.clearBottom();
    return median;
  }

  /** Factor on the bucket width, adjusted by how full the buckets of the last epoch were when their turn came. */
  private correction(): number {
    const words = this.words;
    const found = words[LOADED] / words[LOADS];
    let factor = this.floats[WIDTH_FACTOR];
    if (found > PER_BUCKET * 1.5) factor = Math.max(factor * 0.7, 1 / 16);
    else if (found < PER_BUCKET / 1.5) factor = Math.min(factor * 1.4, 16);
    this.floats[WIDTH_FACTOR] = factor;
    words[LOADS] = 0;
    words[LOADED] = 0;
    return factor;
  }

  /** In front of its bucket's list: lists are newest first. The same bucket as in `place`. */
  private push(rung: number, slot: number): void {
    const floats = this.floats;
    const words = this.words;
    const x = (floats[slot << 2] - floats[RUNG_START | rung]) * floats[RUNG_RATE | rung];
    const last = words[RUNG_LAST | rung];
    const bucket = words[RUNG_FIRST | rung] + (x < last ? x | 0 : last);
    words[(slot << 3) | 4] = words[bucket];
    words[bucket] = slot;
  }

  // --- slots ---

  private clearBottom(): void {
    const sentinel = this.words[CAPACITY] << 2;
    this.floats[sentinel] = Infinity;
    this.words[BOTTOM] = sentinel;
  }

  /** The handle of the event in a slot. */
  private handleOf(slot: number): EventHandle {
    return (this.words[(slot << 3) | 7] & GENERATIONS) * MAX_CAPACITY + slot;
  }

  /** Marks a pending record as cancelled. */
  private mark(slot: number): void {
    this.words[(slot << 3) | 7]++;
    this.words[(slot << 3) | 5] = ~this.words[(slot << 3) | 5];
    this.words[CANCELLED]++;
  }

  /** Frees a cancelled record. */
  private bury(slot: number): void {
    const words = this.words;
    const first = words[FREE]; // stays first: it may be in use by `schedule`
    words[(slot << 3) | 4] = words[(first << 3) | 4];
    words[(first << 3) | 4] = slot;
    words[CANCELLED]--;
  }

  private refuse(time: number): never {
    throw new RangeError(
      `cannot schedule at ${time} ns: expected an integer from now, ${this.now} ns, to the horizon, ${HORIZON} ns (104 days); ` +
        (time < this.now
          ? "the past cannot be changed"
          : time > HORIZON
            ? "shorten the run"
            : "round where you schedule: nanoseconds(seconds)"),
    );
  }

  /** The free list ends with `last`: appends the slots of cancelled events if they are many, else a fresh one. */
  private replenish(last: number): void {
    const fresh = this.words[FRESH];
    if (fresh === this.words[CAPACITY]) {
      if (this.words[CANCELLED] << 1 > fresh) {
        this.sweep();
        return;
      }
      this.grow();
    }
    this.words[FRESH] = fresh + 1;
    this.words[(fresh << 3) | 7] = FIRST_GENERATION;
    this.words[(last << 3) | 4] = fresh;
  }

  /** Drops all cancelled records. */
  private sweep(): void {
    const words = this.words;
    const floats = this.floats;
    this.filterTop();
    for (let bucket = this.heads; bucket < this.headsEnd; bucket++) words[bucket] = this.filterList(words[bucket]);
    words[NOW_HEAD] = this.filterList(words[NOW_HEAD]);
    for (let slot = words[NOW_HEAD]; slot !== 0; slot = words[(slot << 3) | 4]) words[NOW_TAIL] = slot;
    const sentinel = words[CAPACITY] << 2;
    const soonest = words[BOTTOM];
    let kept = sentinel;
    for (let i = sentinel + 2; i <= soonest; i += 2) {
      const slot = words[(i << 1) | 2];
      if (words[(slot << 3) | 5] < 0) this.bury(slot);
      else {
        kept += 2;
        floats[kept] = floats[i];
        words[(kept << 1) | 2] = slot;
      }
    }
    words[BOTTOM] = kept;
  }

  private filterTop(): void {
    const words = this.words;
    let kept = 0;
    for (let i = 0; i < words[TOP_SIZE]; i++) {
      const slot = words[this.top + i];
      if (words[(slot << 3) | 5] < 0) this.bury(slot);
      else {
        words[this.top + kept] = slot;
        kept++;
      }
    }
    words[TOP_SIZE] = kept;
  }

  /** The list without its cancelled records, in the same order. */
  private filterList(list: number): number {
    const words = this.words;
    let head = 0;
    let tail = 0;
    for (let slot = list; slot !== 0; ) {
      const next = words[(slot << 3) | 4];
      if (words[(slot << 3) | 5] < 0) this.bury(slot);
      else {
        words[(slot << 3) | 4] = 0;
        if (head === 0) head = slot;
        else words[(tail << 3) | 4] = slot;
        tail = slot;
      }
      slot = next;
    }
    return head;
  }

  /** Doubles the capacity. */
  private grow(): void {
    const old = this.words;
    const capacity = old[CAPACITY];
    if (capacity === MAX_CAPACITY)
      throw new RangeError(`more than ${MAX_CAPACITY - FIRST_SLOT} events pending: pull arrivals from a source, one at a time`);
    const words = new Int32Array(capacity * 2 * WORDS_PER_SLOT);
    words.set(old.subarray(0, capacity * 8));
    words.set(old.subarray(capacity * 8, old[BOTTOM] * 2 + 4), capacity * 16);
    words.set(old.subarray(this.top, this.top + old[TOP_SIZE]), capacity * 24);
    words.set(old.subarray(this.heads, this.headsEnd), capacity * 26);
    words[CAPACITY] = capacity * 2;
    words[BOTTOM] = old[BOTTOM] + capacity * 4;
    for (let rung = 0; rung < old[RUNGS]; rung++) words[RUNG_FIRST | rung] += capacity * 13;
    this.words = words;
    this.floats = new Float64Array(words.buffer);
  }

  // Places in `words`.
  private get top(): number {
    return this.words[CAPACITY] * 12;
  }

  private get heads(): number {
    return this.words[CAPACITY] * 13;
  }

  private get headsEnd(): number {
    const rungs = this.words[RUNGS];
    return rungs === 0 ? this.heads : this.words[RUNG_FIRST + rungs - 1] + this.words[RUNG_LAST + rungs - 1] + 1;
  }
}
