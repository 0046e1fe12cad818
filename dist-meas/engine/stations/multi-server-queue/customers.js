import { SavedFields } from "../../kernel/saved-fields.js";
const NOBODY = -1;
// A customer's record of 64 bytes, seen as doubles from 8c and as words from 16c.
const SINCE = 0; // arrival; -1: the record is free
const DEMAND = 1; // service time
const ATTAINED = 2; // service so far, before `STARTED`
const STARTED = 3; // beginning of the present service; -1: waiting
const EVENT = 4; // the event that will end it
const DONE = 10; // whom to tell
const ARG = 11;
const NEXT = 12; // in the waiting line, or among the free records
const PREVIOUS = 13; // in the waiting line, unless first
const GENERATION = 14; // how many customers have had the record
/** The same for the queue, which takes them into constants of its own: V8 looks an imported or exported name up each time it is used. */
export const LAYOUT = { NOBODY, SINCE, DEMAND, ATTAINED, STARTED, EVENT, DONE, ARG, NEXT };
/** A customer's id is generation * 2^22 + slot, the number of its record. */
const SLOT_BITS = 22;
const SLOT_MASK = (1 << SLOT_BITS) - 1;
const GENERATIONS = (1 << (31 - SLOT_BITS)) - 1;
/**
 * The records of a queue's customers, those that are free, and the list of those that wait (unless they wait in a heap, by priority). The
 * queue extends it: to have a table of its own would cost a load for each field of a record.
 */
export class CustomerTable extends SavedFields {
    floats = new Float64Array(0);
    words = new Int32Array(0);
    firstFree = NOBODY;
    /** The first and the last of those that wait. */
    head = NOBODY;
    tail = NOBODY;
    restore(state) {
        super.restore(state);
        this.words = new Int32Array(this.floats.buffer);
    }
    idOf(customer) {
        return ((this.words[(customer << 4) | GENERATION] & GENERATIONS) << SLOT_BITS) | customer;
    }
    slotOf(id) {
        return id & SLOT_MASK;
    }
    /** Whether the customer has not left yet. */
    isPresent(id) {
        const customer = this.slotOf(id);
        if (id < 0 || customer << 3 >= this.floats.length)
            return false;
        return (this.words[(customer << 4) | GENERATION] & GENERATIONS) === id >> SLOT_BITS;
    }
    /** Frees the record of a customer that leaves. */
    release(customer) {
        const { words } = this;
        this.floats[(customer << 3) | SINCE] = -1;
        words[(customer << 4) | GENERATION]++;
        words[(customer << 4) | NEXT] = this.firstFree;
        this.firstFree = customer;
    }
    /** Puts a customer at the end of the line. */
    append(customer) {
        const { words } = this;
        if (this.head === NOBODY)
            this.head = customer;
        else {
            words[(this.tail << 4) | NEXT] = customer;
            words[(customer << 4) | PREVIOUS] = this.tail;
        }
        this.tail = customer;
    }
    /** Puts a customer before all that wait. */
    prepend(customer) {
        const { words } = this;
        if (this.head === NOBODY)
            this.tail = customer;
        else {
            words[(customer << 4) | NEXT] = this.head;
            words[(this.head << 4) | PREVIOUS] = customer;
        }
        this.head = customer;
    }
    /** Removes a waiting customer from the list. */
    unlink(customer) {
        const { words } = this;
        const next = words[(customer << 4) | NEXT];
        const previous = customer === this.head ? NOBODY : words[(customer << 4) | PREVIOUS];
        if (previous === NOBODY)
            this.head = next;
        else
            words[(previous << 4) | NEXT] = next;
        if (next === NOBODY)
            this.tail = previous;
        else
            words[(next << 4) | PREVIOUS] = previous;
    }
    /** Doubles the number of records, and returns it; `queue` is its name. @throws RangeError beyond 2^22 customers */
    growRecords(queue) {
        const old = this.floats.length >> 3;
        const count = Math.max(16, 2 * old);
        if (count > SLOT_MASK + 1)
            throw new RangeError(`queue "${queue}": found more than ${SLOT_MASK + 1} customers at once`);
        const floats = new Float64Array(count << 3).fill(-1);
        floats.set(this.floats);
        this.floats = floats;
        this.words = new Int32Array(floats.buffer);
        for (let customer = count - 1; customer >= old; customer--) {
            this.words[(customer << 4) | NEXT] = this.firstFree;
            this.firstFree = customer;
        }
        return count;
    }
}
