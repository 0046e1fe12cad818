/** Stands for every NaN: JavaScript does not say which of their bits a NaN has. */
const NAN_HIGH = 0x7ff80000;
/**
 * A 64-bit hash over the exact bits of numbers and over texts, in the order given, equal on every machine: FNV-1a (Fowler, Noll and Vo) by
 * 32-bit words, in two lanes. Halves of doubles are told apart by value, not by place in memory, so that the byte order does not matter.
 */
export class BitHash {
    a = 0x811c9dc5 | 0;
    b = 0x9e3779b9 | 0;
    double = new DataView(new ArrayBuffer(8));
    /** Numbers by their bits, everything else by its parts; objects as their keys, in order of creation, and values. */
    add(value) {
        if (typeof value === "number")
            this.number(value);
        else if (typeof value === "string")
            this.text(value);
        else if (Array.isArray(value))
            this.list(value);
        else if (typeof value === "object" && value !== null)
            this.list(Object.entries(value).flat());
        else
            this.text(String(value));
        return this;
    }
    /** 16 hexadecimal digits. */
    get hex() {
        const digits = (word) => (word >>> 0).toString(16).padStart(8, "0");
        return digits(this.a) + digits(this.b);
    }
    number(x) {
        this.double.setFloat64(0, x);
        this.word(Number.isNaN(x) ? NAN_HIGH : this.double.getInt32(0));
        this.word(Number.isNaN(x) ? 0 : this.double.getInt32(4));
    }
    text(text) {
        this.word(text.length);
        for (let i = 0; i < text.length; i++)
            this.word(text.charCodeAt(i));
    }
    list(values) {
        this.word(values.length);
        for (let i = 0; i < values.length; i++)
            this.add(values[i]);
    }
    word(word) {
        this.a = Math.imul(this.a ^ word, 0x01000193);
        this.a ^= this.a >>> 15; // a product moves differences upwards only
        this.b = Math.imul(this.b ^ word ^ this.a, 0x85ebca6b);
        this.b ^= this.b >>> 13;
    }
}
