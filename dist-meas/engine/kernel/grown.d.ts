/** A copy of `array` with room for `length` numbers, the new ones 0. */
export declare function grown<Numbers extends Float64Array | Int32Array | Uint8Array>(array: Numbers, length: number): Numbers;
