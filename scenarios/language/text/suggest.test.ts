import { expect, test } from "vitest";
import { listed, nearest } from "./suggest.ts";

const KEYS = ["memory", "message", "arrivals", "request", "threads"];

test.each([
  ["memmory", "memory"],
  ["Memory", "memory"],
  ["arivals", "arrivals"],
  ["thraeds", "threads"], // two neighbours exchanged are one slip
  ["reqest", "request"],
  ["arr", "arrivals"], // the beginning of a word
])("%s may mean %s", (word, meant) => expect(nearest(word, KEYS)).toBe(meant));

test("words far from all others suggest nothing", () => expect(nearest("colour", KEYS)).toBeUndefined());

test("lists read as a sentence", () => {
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b", "c"])).toBe("a, b or c");
});
