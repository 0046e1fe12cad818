import { SavedFields } from "../../kernel/saved-fields.ts";
/** A customer of one station. Out of date once it has left; used again after 511 other customers at the soonest. -1 is nobody. */
export type CustomerId = number;
/** The same for the queue, which takes them into constants of its own: V8 looks an imported or exported name up each time it is used. */
export declare const LAYOUT: {
    readonly NOBODY: number;
    readonly SINCE: 0;
    readonly DEMAND: 1;
    readonly ATTAINED: 2;
    readonly STARTED: 3;
    readonly EVENT: 4;
    readonly DONE: 10;
    readonly ARG: 11;
    readonly NEXT: 12;
};
/**
 * The records of a queue's customers, those that are free, and the list of those that wait (unless they wait in a heap, by priority). The
 * queue extends it: to have a table of its own would cost a load for each field of a record.
 */
export declare abstract class CustomerTable extends SavedFields {
    protected floats: Float64Array<ArrayBuffer>;
    protected words: Int32Array<ArrayBuffer>;
    protected firstFree: number;
    /** The first and the last of those that wait. */
    protected head: number;
    private tail;
    restore(state: unknown): void;
    protected idOf(customer: number): CustomerId;
    protected slotOf(id: CustomerId): number;
    /** Whether the customer has not left yet. */
    protected isPresent(id: CustomerId): boolean;
    /** Frees the record of a customer that leaves. */
    protected release(customer: CustomerId): void;
    /** Puts a customer at the end of the line. */
    protected append(customer: CustomerId): void;
    /** Puts a customer before all that wait. */
    protected prepend(customer: CustomerId): void;
    /** Removes a waiting customer from the list. */
    protected unlink(customer: CustomerId): void;
    /** Doubles the number of records, and returns it; `queue` is its name. @throws RangeError beyond 2^22 customers */
    protected growRecords(queue: string): number;
}
