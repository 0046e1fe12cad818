import { SavedFields } from "../../kernel/saved-fields.ts";
/**
 * A hash table from doubles to small integers. Values are 0 .. n - 1, each used once at a time.
 *
 *     table.key = 0.1;
 *     table.find();
 *
 * The key is a field, because a double handed to a call that is not inlined is an allocation, as it is in a Map.
 */
export declare class NumberTable extends SavedFields {
    private buckets;
    private next;
    private keys;
    private count;
    private readonly double;
    private readonly words;
    protected get unsaved(): readonly string[];
    get key(): number;
    set key(key: number);
    /** The value stored under `key`, -1 if there is none. */
    find(): number;
    /** Stores `value` under `key`, which must be new. */
    insert(value: number): void;
    /** Removes `key`, which must be there. */
    remove(): void;
    /** Bucket of `key`. */
    private bucket;
    private link;
    private rehash;
    private grow;
}
