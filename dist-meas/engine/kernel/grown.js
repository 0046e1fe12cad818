/** A copy of `array` with room for `length` numbers, the new ones 0. */
export function grown(array, length) {
    const longer = new array.constructor(length);
    longer.set(array);
    return longer;
}
