/** A copy of `array` with room for `length` numbers, the new ones 0. */
export function grown<Numbers extends Float64Array | Int32Array | Uint8Array>(array: Numbers, length: number): Numbers {
  const longer = new (array.constructor as new (length: number) => Numbers)(length);
  longer.set(array);
  return longer;
}
