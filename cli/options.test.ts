import { expect, test } from "vitest";
import { positiveInteger, seed, workers } from "./options.ts";

test("a whole number of at least 1 is accepted, nothing else", () => {
  expect(positiveInteger("1")).toBe(1);
  expect(positiveInteger("200")).toBe(200);
  for (const text of ["0", "-1", "1.5", "1e3", "", " 1", "ten", "0x10", "99999999999999999999"]) {
    expect(() => positiveInteger(text)).toThrow("Expected a whole number of at least 1.");
  }
});

test("workers are bounded", () => {
  expect(workers("512")).toBe(512);
  expect(() => workers("513")).toThrow("Expected at most 512.");
  expect(() => workers("0")).toThrow("Expected a whole number of at least 1.");
});

test("a seed is a safe integer or a text; a number that would be rounded is refused", () => {
  expect(seed("7")).toBe(7);
  expect(seed("-7")).toBe(-7);
  expect(seed("9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
  expect(seed("spring")).toBe("spring");
  expect(seed("1.5")).toBe("1.5");
  expect(() => seed("12345678901234567890")).toThrow("s12345678901234567890");
  expect(() => seed("")).toThrow("Expected a whole number or a text.");
});
