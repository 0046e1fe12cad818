import { beforeAll, expect, test } from "vitest";
import { differingParts, digestInChromium, goldenScript, storedDigest } from "./golden.ts";

let script: string;

beforeAll(async () => {
  script = await goldenScript();
});

test("a browser computes the golden digest", async () => {
  const { digest, version } = await digestInChromium(script);
  expect(version).toMatch(/^\d+\./);
  expect(differingParts(digest, storedDigest)).toEqual([]);
  expect(digest).toBe(storedDigest);
});

test("one function that is less exact shows by its name", async () => {
  const spoilt = script.replace(
    "golden = (() => {",
    "golden = (() => { const Math = Object.create(globalThis.Math, { sqrt: { value: (x) => Math.fround(globalThis.Math.sqrt(x)) } });",
  );
  expect(spoilt).not.toBe(script);
  const { digest } = await digestInChromium(spoilt);
  expect(differingParts(digest, storedDigest)).toContain("function sqrt");
});

test("parts are named that differ or are missing", () => {
  const line = (digits: string, name: string) => `${digits.repeat(16)}  ${name}\n`;
  const expected = line("a", "digest") + line("b", "function ln") + line("c", "station cpu");
  expect(differingParts(expected, expected)).toEqual([]);
  expect(differingParts(line("f", "digest") + line("b", "function ln") + line("d", "station cpu"), expected)).toEqual(["station cpu"]);
  expect(differingParts(line("f", "digest") + line("b", "function ln"), expected)).toEqual(["station cpu"]);
});
