import { expect, test } from "vitest";
import { BitHash } from "./bit-hash.ts";

const hash = (...values: unknown[]) => new BitHash().add(values).hex;

test("every bit of a number counts, its sign too", () => {
  expect(hash(1)).not.toBe(hash(1 + Number.EPSILON));
  expect(hash(0)).not.toBe(hash(-0));
  expect(hash(5e-324)).not.toBe(hash(0));
  expect(hash(Infinity)).not.toBe(hash(Number.MAX_VALUE));
});

test("all NaN are one, since JavaScript leaves their bits open", () => {
  const negative = new Float64Array(new BigUint64Array([0xfff8_0000_0000_0001n]).buffer)[0];
  expect(negative).toBeNaN();
  expect(hash(negative)).toBe(hash(NaN));
  expect(hash(NaN)).not.toBe(hash(Infinity));
});

test.each([
  ["order", [1, 2], [2, 1]],
  ["length", [0], [0, 0]],
  ["where one list ends and the next begins", [[1, 2], [3]], [[1], [2, 3]]],
  ["where one text ends and the next begins", ["ab", "c"], ["a", "bc"]],
  ["names", [{ a: 1 }], [{ b: 1 }]],
  ["nothing", [null], [undefined]],
])("%s counts", (_, left, right) => {
  expect(hash(...left)).not.toBe(hash(...right));
  expect(hash(...left)).toBe(hash(...structuredClone(left)));
});

test("10,000 neighbouring numbers have as many hashes", () => {
  expect(new Set(Array.from({ length: 10_000 }, (_, i) => hash(i))).size).toBe(10_000);
});
