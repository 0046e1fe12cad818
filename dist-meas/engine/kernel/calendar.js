/**
 * The calendar: all pending events of a simulation.
 *
 * ORDER. Events leave in order of (time, sequence): by time, and among equal times in the order in which they were scheduled. An
 * event scheduled for the present runs in this instant, after everything that was already due in it. Rescheduling gives an event a
 * new place in the sequence. Cancelling one event changes the order of no other, and a cancelled event neither runs nor moves the
 * clock. Nothing else (no identity, hash, name, or state of the machine) has any influence.
 *
 * HOW. A ladder queue (Tang, Goh, Thng: ACM TOMACS 15(3), 2005): an event enters at most a few coarse zones and is sorted only when
 * it is nearly due, among a handful of neighbours. From the present to the future, the zones are
 *
 *     bottom     a sorted list: what is due now, and the next few events
 *     rungs      bucket lists; the deepest rung subdivides one bucket of the rung above it
 *     top        an unsorted array: everything beyond the buckets of rung 0
 *
 * Sequence numbers are neither stored nor compared. A zone's range depends on the time alone and only ever moves forward, so two
 * events of equal time always meet again in the same zone, and every transfer keeps those that came first in front. An event for the
 * present goes behind the last one due, which is remembered, so that it takes no search.
 *
 * MEMORY. One buffer, seen as doubles and as 32-bit words, so that an event costs no object and a checkpoint is one copy. Records of
 * 32 bytes are numbered by slot; the header takes the place of the first 16 slots, so that slot 0 can mean "none":
 *
 *     double 4k    time [ns]
 *     double 4k+1  unused
 *     word 8k+4    next slot of the list this one is in
 *     word 8k+5    handler; its complement, which is negative, when cancelled
 *     word 8k+6    argument
 *     word 8k+7    generation: how often an event in this slot has run, been cancelled or been dropped
 *
 * A handle is generation and slot in one number. The generation changes when the event leaves, so an old handle matches nothing (until
 * the slot has been used 2^29 times). A cancelled record is dropped when its zone is emptied, or swept when memory runs
 * short before that.
 *
 * SPEED. What a JavaScript engine spends here is instructions more than cache misses: each access to a typed array is five or six. So
 * the common path touches as few words as it can, and has its loops and rare cases in methods of their own.
 *
 * LENGTH. One file and one class, longer than others, because all of it reads the one buffer by the constants below, and V8 looks an
 * imported or exported name up each time it is used: in the queue station that was 9 % of all instructions.
 */
import { HORIZON } from "./time.js";
/** The handle of no event. */
export const NONE = 0;
// Header: doubles. The first 4 are the record of slot 0, NONE, whose time ends every search: it is later than all others.
const NOW = 1; // the clock [ns]
const LIMIT = 4; // events after this instant stay
const TARGET = 5; // number of events taken when COUNTDOWN gets to 0
const TOP_MIN = 6; // no event in the top is earlier
const WIDTH_FACTOR = 7; // correction of the bucket width, learned from the last epoch
const RUNG_START = 8; // [rung] time where bucket 0 begins
const RUNG_RATE = 16; // [rung] buckets per ns
const RUNG_CURRENT = 24; // [rung] first bucket still to come; Infinity when there is none
const TOP_FROM = 48; // where the top begins, in buckets of rung 0; Infinity: nothing goes to the top
const SCRATCH = 49; // SAMPLE doubles
// Header: words.
const CAPACITY = 64; // slots, those of the header included
const FREE = 65; // first slot of the free list
const FRESH = 66; // slots from here on have never been used
const CANCELLED = 67; // cancelled records that still take up a slot
const SOONEST = 68; // first slot of the bottom
const LAST_DUE = 69; // last slot of the bottom with an event of the present ...
const LAST_DUE_GENERATION = 70; // ... if its generation is still this
const COUNTDOWN = 71; // see TARGET
const TOP_SIZE = 72;
const RUNGS = 73; // 0 while everything is in the bottom
const LOADS = 74; // buckets of rung 0 emptied in this epoch ...
const LOADED = 75; // ... and events found in them
const AHEAD = 76; // never read
const ARG = 77; // argument of the event taken last
const FINGERPRINT_A = 78;
const FINGERPRINT_B = 79;
const RUNG_FIRST = 80; // [rung] word of bucket 0, the head of its list
const RUNG_LAST = 88; // [rung] number of the last bucket
const LATEST = HORIZON; // an imported name would be looked up each time
const FIRST_SLOT = 16;
const FIRST_CAPACITY = 256;
const MAX_CAPACITY = 1 << 24;
const WORDS_PER_SLOT = 12; // record 8, top 1, bucket heads 3
const SLOT_MASK = MAX_CAPACITY - 1; // a handle is generation * MAX_CAPACITY + slot
const GENERATIONS = 0x1fffffff; // mask: 29 bits
const FIRST_GENERATION = 128; // see EventHandle
const LONGEST_COUNTDOWN = 1 << 30;
// Odd multipliers with well-spread bits (from xxHash32, Yann Collet).
const PRIME_A = 0x9e3779b1;
const PRIME_B = 0x85ebca77;
const MAX_RUNGS = 8;
const SMALL = 8; // so few events are simply kept sorted
const CROWDED = 16; // a search in the bottom that takes more steps than this has it subdivided
const SAMPLE = 15;
const PER_BUCKET = 3; // events a bucket should hold when it is emptied
const REACH = 8; // an epoch covers this many times the span of the sooner half of the top
export class Calendar {
    /** The whole state; seen also as `words`. Replaced when the calendar grows: do not keep across a `schedule`. */
    floats;
    words;
    constructor() {
        this.floats = new Float64Array((FIRST_CAPACITY * WORDS_PER_SLOT) / 2);
        this.words = new Int32Array(this.floats.buffer);
        const { floats, words } = this;
        floats[NONE] = Infinity;
        words[(NONE << 3) | 7] = FIRST_GENERATION; // so that 0 is no handle
        floats[RUNG_CURRENT] = Infinity;
        floats[TOP_FROM] = Infinity;
        floats[TOP_MIN] = Infinity;
        floats[WIDTH_FACTOR] = 1;
        words[CAPACITY] = FIRST_CAPACITY;
        words[FREE] = FIRST_SLOT;
        words[FRESH] = FIRST_SLOT + 1;
        words[(FIRST_SLOT << 3) | 7] = FIRST_GENERATION;
    }
    get now() {
        return this.floats[NOW];
    }
    /** Moves the clock forward although there is no event; nothing may be pending before `time`. */
    set now(time) {
        this.floats[NOW] = time;
    }
    /** Events after this instant are not taken. */
    set limit(time) {
        this.floats[LIMIT] = time;
    }
    /** Has `takeReady` find nothing until there is a limit again: the run looks around before it goes on. */
    pause() {
        this.floats[LIMIT] = -1;
    }
    /**
     * Adds an event for `time` [ns].
     * @throws RangeError if `time` is in the past, beyond the horizon or not an integer
     */
    schedule(time, handler, arg) {
        const floats = this.floats;
        const words = this.words;
        const slot = words[FREE];
        floats[slot << 2] = time;
        words[(slot << 3) | 5] = handler;
        words[(slot << 3) | 6] = arg;
        this.place(slot);
        return (words[(slot << 3) | 7] & GENERATIONS) * MAX_CAPACITY + slot;
    }
    /** Adds an event for the present. Takes no double, which a call that V8 does not inline would have to put into an object. */
    scheduleNow(handler, arg) {
        const words = this.words;
        const slot = words[FREE];
        words[(slot << 3) | 5] = handler;
        words[(slot << 3) | 6] = arg;
        this.placeNow(slot);
        return (words[(slot << 3) | 7] & GENERATIONS) * MAX_CAPACITY + slot;
    }
    /** Counts an event of the present that runs at once, without having been in the calendar: it is part of the fingerprint like all others. */
    pass(handler, arg) {
        this.words[COUNTDOWN]--;
        this.mix(handler, arg);
    }
    /** Removes a pending event. A stale handle is harmless: false. */
    cancel(event) {
        const slot = event & SLOT_MASK;
        if (this.handleOf(slot) !== event)
            return false;
        this.mark(slot);
        return true;
    }
    /**
     * Gives a pending event another time and a new place in the sequence. A stale handle is harmless: NONE.
     * @throws RangeError as `schedule`; the event then stays where it is
     */
    reschedule(event, time) {
        const slot = event & SLOT_MASK;
        if (this.handleOf(slot) !== event)
            return 0; // NONE, but an exported name would make the result a tagged value
        const moved = this.schedule(time, this.words[(slot << 3) | 5], this.words[(slot << 3) | 6]);
        this.mark(slot);
        return moved;
    }
    /** The time for which an event is scheduled [ns], or -1 for a stale handle. */
    timeOf(event) {
        const slot = event & SLOT_MASK;
        return this.handleOf(slot) === event ? this.floats[slot << 2] : -1;
    }
    /**
     * Takes the next event and moves the clock to it. Returns its handler, and its argument is `arg` then; -1 if nothing is pending up to the
     * limit.
     */
    take() {
        for (;;) {
            const handler = this.takeReady();
            if (handler >= 0 || !this.refill())
                return handler;
        }
    }
    /** As `take`, but short: also -1 when it is time to `refill`. */
    takeReady() {
        const floats = this.floats;
        const words = this.words;
        const slot = words[SOONEST];
        const time = floats[slot << 2];
        const handler = words[(slot << 3) | 5];
        if (time > floats[LIMIT] || handler < 0)
            return -1;
        const arg = words[(slot << 3) | 6];
        words[ARG] = arg;
        words[SOONEST] = words[(slot << 3) | 4];
        words[(slot << 3) | 4] = words[FREE];
        words[FREE] = slot;
        words[(slot << 3) | 7]++;
        words[COUNTDOWN]--;
        floats[NOW] = time;
        this.mix(handler, arg);
        return handler;
    }
    /** The argument of the event taken last. */
    get arg() {
        return this.words[ARG];
    }
    /** After `takeReady` found nothing: brings the next event to where it finds it. False if nothing is pending up to the limit. */
    refill() {
        const words = this.words;
        const slot = words[SOONEST];
        if (slot === 0)
            return this.load();
        if (words[(slot << 3) | 5] >= 0)
            return false;
        words[SOONEST] = words[(slot << 3) | 4];
        this.bury(slot);
        return true;
    }
    /** The fingerprint, of an event of the present: cheap enough to stay on always. */
    mix(handler, arg) {
        const words = this.words;
        const a = words[FINGERPRINT_A];
        const b = words[FINGERPRINT_B];
        words[FINGERPRINT_A] = Math.imul(a ^ words[NOW << 1], PRIME_A) + arg;
        words[FINGERPRINT_B] = Math.imul(((b << 5) | (b >>> 27)) + words[(NOW << 1) | 1] + handler, PRIME_B) ^ a;
    }
    /** 16 hexadecimal digits that depend on (time, handler, argument) of every event taken so far, in order. */
    get fingerprint() {
        const hex = (word) => (word >>> 0).toString(16).padStart(8, "0");
        return hex(this.words[FINGERPRINT_A]) + hex(this.words[FINGERPRINT_B]);
    }
    /** Number of events taken so far. */
    get executed() {
        return this.floats[TARGET] - this.words[COUNTDOWN];
    }
    /** Has `isAtTarget` tell when `events` more have been taken, or already after 2^30. */
    set target(events) {
        const { executed } = this;
        this.words[COUNTDOWN] = Math.min(events, LONGEST_COUNTDOWN);
        this.floats[TARGET] = executed + this.words[COUNTDOWN];
    }
    get isAtTarget() {
        return this.words[COUNTDOWN] <= 0;
    }
    /** After `take` found nothing: whether nothing is pending at all, rather than nothing up to the limit. */
    get isDrained() {
        return this.words[SOONEST] === 0 && this.words[RUNGS] === 0;
    }
    /** Number of pending events. Walks the free list: not for the hot path. */
    get size() {
        let unused = 0;
        for (let slot = this.words[FREE]; slot !== 0; slot = this.words[(slot << 3) | 4])
            unused++;
        return this.words[FRESH] - FIRST_SLOT - unused - this.words[CANCELLED];
    }
    /** All pending events in the order in which they will run. */
    pending() {
        const words = this.words;
        const slots = [];
        for (let slot = words[SOONEST]; slot !== 0; slot = words[(slot << 3) | 4])
            slots.push(slot);
        for (let bucket = this.heads; bucket < this.headsEnd; bucket++) {
            const list = [];
            for (let slot = words[bucket]; slot !== 0; slot = words[(slot << 3) | 4])
                list.push(slot);
            for (const slot of list.reverse())
                slots.push(slot);
        }
        for (let i = 0; i < words[TOP_SIZE]; i++)
            slots.push(words[this.top + i]);
        return slots
            .filter((slot) => words[(slot << 3) | 5] >= 0)
            .map((slot) => ({ time: this.floats[slot << 2], handler: words[(slot << 3) | 5], arg: words[(slot << 3) | 6] }))
            .sort((a, b) => a.time - b.time); // stable, and equal times were collected in sequence
    }
    save() {
        return { buffer: this.words.buffer.slice(0) };
    }
    restore(state) {
        const buffer = state.buffer.slice(0);
        this.floats = new Float64Array(buffer);
        this.words = new Int32Array(buffer);
    }
    // --- from the future to the present: place, epoch, load, spill ---
    /**
     * Puts the first free slot, which has been filled in, where its time belongs. Takes no double, which would be boxed, and is too long (more
     * than 460 bytecodes) for V8 to inline: that leaves its inlining budget to the handlers, in which `schedule` must be inlined.
     */
    place(slot) {
        const floats = this.floats;
        const words = this.words;
        const next = words[(slot << 3) | 4];
        if (next === 0) {
            this.replenish(slot);
            this.place(slot);
            return;
        }
        const time = floats[slot << 2];
        const now = floats[NOW];
        if (!(time > now && time <= LATEST && Math.floor(time) === time)) {
            if (time !== now)
                this.refuse(time);
            this.placeNow(slot);
            return;
        }
        words[FREE] = next;
        const rungs = words[RUNGS];
        if (rungs !== 0) {
            const x = (time - floats[RUNG_START]) * floats[RUNG_RATE];
            if (x >= floats[TOP_FROM]) {
                const size = words[TOP_SIZE];
                words[(words[CAPACITY] << 3) + size] = slot;
                words[TOP_SIZE] = size + 1;
                if (time < floats[TOP_MIN])
                    floats[TOP_MIN] = time;
                return;
            }
            if (x >= floats[RUNG_CURRENT]) {
                const bucket = words[RUNG_FIRST] + (x | 0);
                words[(slot << 3) | 4] = words[bucket];
                words[bucket] = slot;
                return;
            }
            for (let rung = 1; rung < rungs; rung++) {
                const x = (time - floats[RUNG_START | rung]) * floats[RUNG_RATE | rung];
                if (x >= floats[RUNG_CURRENT | rung]) {
                    this.push(rung, slot);
                    return;
                }
            }
        }
        // Into the bottom, behind everything that is not later.
        let before = words[SOONEST];
        const soonest = floats[before << 2];
        if (soonest > time) {
            words[(slot << 3) | 4] = before;
            words[SOONEST] = slot;
            return;
        }
        if (soonest === now)
            before = this.lastDue();
        let after = words[(before << 3) | 4];
        let steps = 0;
        while (floats[after << 2] <= time) {
            before = after;
            after = words[(after << 3) | 4];
            steps++;
        }
        words[(slot << 3) | 4] = after;
        words[(before << 3) | 4] = slot;
        if (steps > CROWDED)
            this.relieve();
    }
    /** Puts the first free slot behind the other events of the present. */
    placeNow(slot) {
        if (this.words[(slot << 3) | 4] === 0)
            this.replenish(slot);
        const words = this.words;
        words[FREE] = words[(slot << 3) | 4];
        this.floats[slot << 2] = this.floats[NOW];
        const due = this.lastDue();
        if (due === 0) {
            words[(slot << 3) | 4] = words[SOONEST];
            words[SOONEST] = slot;
        }
        else {
            words[(slot << 3) | 4] = words[(due << 3) | 4];
            words[(due << 3) | 4] = slot;
        }
        words[LAST_DUE] = slot;
        words[LAST_DUE_GENERATION] = words[(slot << 3) | 7];
    }
    /** The last event of the present in the bottom; 0 if there is none. */
    lastDue() {
        const floats = this.floats;
        const words = this.words;
        const known = words[LAST_DUE];
        if (words[(known << 3) | 7] === words[LAST_DUE_GENERATION])
            return known;
        const now = floats[NOW];
        let due = 0;
        for (let slot = words[SOONEST]; floats[slot << 2] === now; slot = words[(slot << 3) | 4])
            due = slot;
        if (due !== 0) {
            words[LAST_DUE] = due;
            words[LAST_DUE_GENERATION] = words[(due << 3) | 7];
        }
        return due;
    }
    /** The bottom is crowded: what is not due yet moves to the top, or becomes a rung. */
    relieve() {
        const words = this.words;
        const due = this.lastDue();
        const later = due === 0 ? words[SOONEST] : words[(due << 3) | 4];
        if (words[RUNGS] === 0)
            this.lift(later);
        else if (!this.spill(later, 0))
            return;
        if (due === 0)
            words[SOONEST] = 0;
        else
            words[(due << 3) | 4] = 0;
    }
    /** So far everything was kept in the bottom: makes this part of it the top, so that the first epoch sees all that is scheduled until then. */
    lift(list) {
        const floats = this.floats;
        const words = this.words;
        floats[RUNG_START] = floats[list << 2];
        floats[RUNG_RATE] = 1;
        floats[TOP_FROM] = 0;
        floats[TOP_MIN] = floats[list << 2];
        words[RUNG_FIRST] = this.heads;
        words[RUNG_LAST] = -1;
        words[RUNGS] = 1;
        for (let slot = list; slot !== 0; slot = words[(slot << 3) | 4]) {
            words[this.top + words[TOP_SIZE]] = slot;
            words[TOP_SIZE]++;
        }
    }
    /** Fills the empty bottom with the next events. False if nothing is pending. */
    load() {
        const floats = this.floats;
        const words = this.words;
        while (words[RUNGS] !== 0) {
            const rung = words[RUNGS] - 1;
            const heads = words[RUNG_FIRST | rung];
            const last = words[RUNG_LAST | rung];
            const current = floats[RUNG_CURRENT | rung];
            let bucket = current <= last ? current | 0 : last + 1;
            while (bucket <= last && words[heads + bucket] === 0)
                bucket++;
            if (bucket <= last) {
                const list = words[heads + bucket];
                words[heads + bucket] = 0;
                floats[RUNG_CURRENT | rung] = bucket < last ? bucket + 1 : Infinity;
                // Starts to fetch the first record of the next bucket, which otherwise is waited for.
                words[AHEAD] = words[(words[heads + bucket + 1] << 3) | 4];
                const found = this.unload(list);
                if (rung === 0) {
                    words[LOADS]++;
                    words[LOADED] += found;
                }
            }
            else if (rung > 0)
                words[RUNGS] = rung;
            else if (words[TOP_SIZE] > SMALL)
                this.epoch();
            else
                this.settle();
            if (words[SOONEST] !== 0)
                return true;
        }
        return false;
    }
    /** Sorts a list, newest first, into the empty bottom; one that turns out to be long becomes a rung instead. Returns how many there were. */
    unload(list) {
        const floats = this.floats;
        const words = this.words;
        let soonest = 0;
        let count = 0;
        for (let slot = list; slot !== 0;) {
            const next = words[(slot << 3) | 4];
            if (words[(slot << 3) | 5] < 0)
                this.bury(slot);
            else {
                count++;
                const time = floats[slot << 2];
                if (floats[soonest << 2] >= time) {
                    words[(slot << 3) | 4] = soonest;
                    soonest = slot;
                }
                else {
                    let before = soonest;
                    let after = words[(soonest << 3) | 4];
                    let steps = 0;
                    while (floats[after << 2] < time) {
                        before = after;
                        after = words[(after << 3) | 4];
                        steps++;
                    }
                    words[(slot << 3) | 4] = after;
                    words[(before << 3) | 4] = slot;
                    if (steps > CROWDED && this.spill(soonest, next))
                        return CROWDED;
                }
            }
            slot = next;
        }
        words[SOONEST] = soonest;
        return count;
    }
    /** Turns a sorted list, and a list of older records (newest first), into a new deepest rung. False if there is no room for it. */
    spill(sorted, list) {
        const floats = this.floats;
        const words = this.words;
        const rung = words[RUNGS];
        const heads = this.headsEnd;
        const room = words.length - heads - 1; // `load` looks one bucket ahead
        if (rung === MAX_RUNGS || room < CROWDED)
            return false;
        let count = 0;
        let min = floats[sorted << 2];
        let max = min;
        for (let slot = sorted; slot !== 0; count++) {
            max = floats[slot << 2];
            slot = words[(slot << 3) | 4];
        }
        let older = 0; // the list reversed: oldest first
        for (let slot = list; slot !== 0; count++) {
            const next = words[(slot << 3) | 4];
            words[(slot << 3) | 4] = older;
            older = slot;
            const time = floats[slot << 2];
            if (time < min)
                min = time;
            if (time > max)
                max = time;
            slot = next;
        }
        const size = Math.min(count >> 1, room, max - min + 1);
        floats[RUNG_START | rung] = min;
        floats[RUNG_RATE | rung] = 1 / Math.max(1, (max - min) / size);
        floats[RUNG_CURRENT | rung] = 0;
        words[RUNG_FIRST | rung] = heads;
        words[RUNG_LAST | rung] = size - 1;
        words[RUNGS] = rung + 1;
        this.distribute(rung, older);
        this.distribute(rung, sorted);
        return true;
    }
    /** Puts a list, oldest first, into the buckets of a rung. */
    distribute(rung, list) {
        for (let slot = list; slot !== 0;) {
            const next = this.words[(slot << 3) | 4];
            this.push(rung, slot);
            slot = next;
        }
    }
    /** The rungs are used up and the top holds few events: all into the bottom, as everything from now on, until that is crowded. */
    settle() {
        const floats = this.floats;
        const words = this.words;
        let list = 0;
        for (let i = 0; i < words[TOP_SIZE]; i++) {
            const slot = words[this.top + i];
            words[(slot << 3) | 4] = list;
            list = slot;
        }
        words[TOP_SIZE] = 0;
        words[RUNGS] = 0;
        floats[TOP_MIN] = Infinity;
        floats[TOP_FROM] = Infinity;
        floats[RUNG_CURRENT] = Infinity;
        this.unload(list);
    }
    /** The rungs are used up: spreads the sooner part of the top over a new rung 0. */
    epoch() {
        const floats = this.floats;
        const words = this.words;
        const top = this.top;
        const count = words[TOP_SIZE];
        const start = floats[TOP_MIN];
        const span = this.sampleMedian() - start;
        const width = Math.max(1, (span / count) * 2 * PER_BUCKET * this.correction());
        const size = Math.max(1, Math.min(Math.ceil((REACH * span) / width), words[CAPACITY] << 1));
        floats[RUNG_START] = start;
        floats[RUNG_RATE] = 1 / width;
        floats[RUNG_CURRENT] = 0;
        floats[TOP_FROM] = Math.min(size, (LATEST + 1 - start) * floats[RUNG_RATE]); // beyond the horizon there are no buckets
        words[RUNG_FIRST] = this.heads;
        words[RUNG_LAST] = size - 1;
        let kept = 0;
        let min = Infinity;
        for (let i = 0; i < count; i++) {
            const slot = words[top + i];
            const time = floats[slot << 2];
            if (words[(slot << 3) | 5] < 0)
                this.bury(slot);
            else if ((time - start) * floats[RUNG_RATE] < floats[TOP_FROM])
                this.push(0, slot);
            else {
                words[top + kept] = slot;
                kept++;
                if (time < min)
                    min = time;
            }
        }
        words[TOP_SIZE] = kept;
        floats[TOP_MIN] = min;
    }
    /** Median time of a few records of the top. */
    sampleMedian() {
        const floats = this.floats;
        const words = this.words;
        const top = this.top;
        const stride = words[TOP_SIZE] / SAMPLE;
        for (let n = 0; n < SAMPLE; n++) {
            const time = floats[words[top + Math.floor(n * stride)] << 2];
            let i = SCRATCH + n;
            for (; i > SCRATCH && floats[i - 1] > time; i--)
                floats[i] = floats[i - 1];
            floats[i] = time;
        }
        return floats[SCRATCH + (SAMPLE >> 1)];
    }
    /** Factor on the bucket width, adjusted by how full the buckets of the last epoch were when their turn came. */
    correction() {
        const words = this.words;
        const found = words[LOADED] / words[LOADS];
        let factor = this.floats[WIDTH_FACTOR];
        if (found > PER_BUCKET * 1.5)
            factor = Math.max(factor * 0.7, 1 / 16);
        else if (found < PER_BUCKET / 1.5)
            factor = Math.min(factor * 1.4, 16);
        this.floats[WIDTH_FACTOR] = factor;
        words[LOADS] = 0;
        words[LOADED] = 0;
        return factor;
    }
    /** In front of its bucket's list: lists are newest first. `place` does the same for rung 0. */
    push(rung, slot) {
        const floats = this.floats;
        const words = this.words;
        const x = (floats[slot << 2] - floats[RUNG_START | rung]) * floats[RUNG_RATE | rung];
        const last = words[RUNG_LAST | rung];
        const bucket = words[RUNG_FIRST | rung] + (x < last ? x | 0 : last);
        words[(slot << 3) | 4] = words[bucket];
        words[bucket] = slot;
    }
    // --- slots ---
    /** The handle of the event in a slot. */
    handleOf(slot) {
        return (this.words[(slot << 3) | 7] & GENERATIONS) * MAX_CAPACITY + slot;
    }
    /** Marks a pending record as cancelled. */
    mark(slot) {
        const words = this.words;
        words[(slot << 3) | 7]++;
        words[(slot << 3) | 5] = ~words[(slot << 3) | 5];
        words[CANCELLED]++;
        if (slot === words[LAST_DUE])
            words[LAST_DUE_GENERATION]++; // still the last one, if it was
    }
    /** Frees a cancelled record. */
    bury(slot) {
        const words = this.words;
        const first = words[FREE]; // stays first: it may be in use by `schedule`
        words[(slot << 3) | 4] = words[(first << 3) | 4];
        words[(first << 3) | 4] = slot;
        words[(slot << 3) | 7]++; // LAST_DUE may be this slot
        words[CANCELLED]--;
    }
    refuse(time) {
        throw new RangeError(`cannot schedule at ${time} ns: expected an integer from now, ${this.now} ns, to the horizon, ${HORIZON} ns (104 days); ` +
            (time < this.now
                ? "the past cannot be changed"
                : time > HORIZON
                    ? "shorten the run"
                    : "round where you schedule: nanoseconds(seconds)"));
    }
    /** The free list ends with `last`: appends the slots of cancelled events if they are many, else a fresh one. */
    replenish(last) {
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
    sweep() {
        const words = this.words;
        this.filterTop();
        for (let bucket = this.heads; bucket < this.headsEnd; bucket++)
            words[bucket] = this.filterList(words[bucket]);
        words[SOONEST] = this.filterList(words[SOONEST]);
    }
    filterTop() {
        const words = this.words;
        let kept = 0;
        for (let i = 0; i < words[TOP_SIZE]; i++) {
            const slot = words[this.top + i];
            if (words[(slot << 3) | 5] < 0)
                this.bury(slot);
            else {
                words[this.top + kept] = slot;
                kept++;
            }
        }
        words[TOP_SIZE] = kept;
    }
    /** The list without its cancelled records, in the same order. */
    filterList(list) {
        const words = this.words;
        let head = 0;
        let tail = 0;
        for (let slot = list; slot !== 0;) {
            const next = words[(slot << 3) | 4];
            if (words[(slot << 3) | 5] < 0)
                this.bury(slot);
            else {
                words[(slot << 3) | 4] = 0;
                if (head === 0)
                    head = slot;
                else
                    words[(tail << 3) | 4] = slot;
                tail = slot;
            }
            slot = next;
        }
        return head;
    }
    /** Doubles the capacity. */
    grow() {
        const old = this.words;
        const capacity = old[CAPACITY];
        if (capacity === MAX_CAPACITY)
            throw new RangeError(`more than ${MAX_CAPACITY - FIRST_SLOT} events pending: pull arrivals from a source, one at a time`);
        const words = new Int32Array(capacity * 2 * WORDS_PER_SLOT);
        words.set(old.subarray(0, capacity * 8));
        words.set(old.subarray(this.top, this.top + old[TOP_SIZE]), capacity * 16);
        words.set(old.subarray(this.heads, this.headsEnd), capacity * 18);
        words[CAPACITY] = capacity * 2;
        for (let rung = 0; rung < old[RUNGS]; rung++)
            words[RUNG_FIRST | rung] += capacity * 9;
        this.words = words;
        this.floats = new Float64Array(words.buffer);
    }
    // Places in `words`.
    get top() {
        return this.words[CAPACITY] * 8;
    }
    get heads() {
        return this.words[CAPACITY] * 9;
    }
    get headsEnd() {
        const rungs = this.words[RUNGS];
        return rungs === 0 ? this.heads : this.words[RUNG_FIRST + rungs - 1] + this.words[RUNG_LAST + rungs - 1] + 1;
    }
}
