import { expect, test } from "vitest";
import { displayWidth } from "../table.ts";
import { isolated, shortName, shortNames } from "./names.ts";

test("short names stay as they are written, in lower case too", () => {
  expect(shortNames(["web", "iOS backend"], 20)).toEqual(["web", "iOS backend"]);
});

test("a name that is too long keeps its start; where another starts alike, both ends", () => {
  expect(shortName("a-very-long-name-of-a-deployment", 12)).toBe("a-very-long…");
  const [east, west] = shortNames(["deployment-in-the-far-east", "deployment-in-the-far-west"], 13);
  expect(east).not.toBe(west);
  expect(east).toBe("deploy…r-east");
  for (const name of [east, west]) expect(displayWidth(name)).toBeLessThanOrEqual(13);
});

test("names that are alike at both ends are counted", () => {
  const names = ["left-left-left-1-right-right-right", "left-left-left-2-right-right-right"];
  expect(new Set(shortNames(names, 12)).size).toBe(2);
});

test("what readers see as one character is never cut in two", () => {
  const family = "\u{1F469}\u200D\u{1F469}\u200D\u{1F467}";
  expect(shortName(`${family}${"x".repeat(20)}`, 12).startsWith(family)).toBe(true);
});

test("a name from right to left is kept apart from the words around it", () => {
  expect(isolated("\u05E9\u05E8\u05EA")).toBe("\u2068\u05E9\u05E8\u05EA\u2069");
  expect(isolated("server")).toBe("server");
});
