/**
 * A 64-bit hash over the exact bits of numbers and over texts, in the order given, equal on every machine: FNV-1a (Fowler, Noll and Vo) by
 * 32-bit words, in two lanes. Halves of doubles are told apart by value, not by place in memory, so that the byte order does not matter.
 */
export declare class BitHash {
    private a;
    private b;
    private readonly double;
    /** Numbers by their bits, everything else by its parts; objects as their keys, in order of creation, and values. */
    add(value: unknown): this;
    /** 16 hexadecimal digits. */
    get hex(): string;
    private number;
    private text;
    private list;
    private word;
}
