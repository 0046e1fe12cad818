import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Dimension, formatIn, formatQuantity, parseQuantity, patternOf, unitsOf } from "./quantities.ts";

const DIMENSIONS: readonly Dimension[] = ["time", "size", "rate", "bandwidth", "frequency", "share", "cores", "speed", "cycles"];

function value(text: string, dimension: Dimension): number {
  const parsed = parseQuantity(text, dimension);
  if ("problem" in parsed) throw new Error(parsed.problem.message);
  return parsed.value;
}

function problem(text: string, dimension: Dimension) {
  const parsed = parseQuantity(text, dimension);
  if ("value" in parsed) throw new Error(`${text} was read as ${parsed.value}`);
  return parsed.problem;
}

describe("reading", () => {
  test.each([
    ["125 us", "time", 125e-6],
    ["7 us", "time", 7e-6],
    ["0.1ms", "time", 1e-4],
    ["2 min", "time", 120],
    ["1.5 h", "time", 5400],
    ["4 GiB", "size", 4 * 1024 * 1024 * 1024],
    ["4 GB", "size", 4e9],
    ["64KiB", "size", 65536],
    ["5/s", "rate", 5],
    ["60/min", "rate", 1],
    ["1 Gbit/s", "bandwidth", 125e6],
    ["45 MB/s", "bandwidth", 45e6],
    ["1.8 GHz", "frequency", 1.8e9],
    ["5 %", "share", 0.05],
    ["1.5625%", "share", 0.015625],
    ["250m", "cores", 0.25],
    ["2 cores", "cores", 2],
    ["289 points", "speed", 289],
    ["6024 cycles", "cycles", 6024],
    ["1e3 ms", "time", 1],
  ] as const)("%s is a %s of %d", (text, dimension, expected) => expect(value(text, dimension)).toBe(expected));

  test("is rounded once: every decimal unit gives the double nearest to the decimal text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (n) => {
        expect(value(`${n} us`, "time")).toBe(Number(`${n}e-6`));
        expect(value(`${n} ns`, "time")).toBe(Number(`${n}e-9`));
        expect(value(`${n} %`, "share")).toBe(Number(`${n}e-2`));
      }),
    );
  });

  test("gives whole bytes", () => expect(value("13.9 MiB", "size")).toBe(Math.round(13.9 * 1024 * 1024)));
});

describe("writing", () => {
  test.each([
    [0.25, "time", "250 ms"],
    [600, "time", "10 min"],
    [0.000576, "time", "576 us"],
    [0, "time", "0 s"],
    [268435456, "size", "256 MiB"],
    [4294967296, "size", "4 GiB"],
    [0, "size", "0 B"],
    [125e6, "bandwidth", "125 MB/s"],
    [0.05, "share", "5 %"],
    [1, "cores", "1 core"],
    [2.5, "cores", "2.5 cores"],
    [5, "rate", "5/s"],
  ] as const)("%d of %s is %s", (si, dimension, expected) => expect(formatQuantity(si, dimension)).toBe(expected));

  test.each(DIMENSIONS.filter((dimension) => dimension !== "size"))("any %s is read back exactly as it was", (dimension) => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e15, noNaN: true, noDefaultInfinity: true }), (si) => {
        const text = formatQuantity(si, dimension);
        expect(value(text, dimension)).toBe(si);
        expect(text).toMatch(new RegExp(patternOf(dimension)));
      }),
    );
  });

  test.each([
    ["ms", 0.75e-3, "time", "0.75 ms"],
    ["ms", 0.1, "time", "100 ms"],
    ["KiB", 1280 * 1024, "size", "1280 KiB"],
    ["/min", 1, "rate", "60/min"],
  ] as const)("in %s, %d of %s is %s", (unit, si, dimension, expected) => expect(formatIn(unit, si, dimension)).toBe(expected));
  test("in a unit of another kind is a mistake", () => expect(() => formatIn("ms", 1, "size")).toThrow('"ms" is not a unit of a size'));

  test("any whole number of bytes is read back exactly as it was", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (bytes) => {
        expect(value(formatQuantity(bytes, "size"), "size")).toBe(bytes);
      }),
    );
  });

  test("what was written in a unit keeps its value through canonical form", () => {
    const written = fc.constantFrom(...DIMENSIONS).chain((dimension) =>
      fc.record({
        dimension: fc.constant(dimension),
        unit: fc.constantFrom(...unitsOf(dimension)),
        digits: fc.integer({ min: 0, max: 99999 }),
        decimals: fc.integer({ min: 0, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(written, ({ dimension, unit, digits, decimals }) => {
        const number = `${digits}e-${decimals}`;
        const si = value(`${number} ${unit}`, dimension);
        expect(value(formatQuantity(si, dimension), dimension)).toBe(si);
      }),
    );
  });
});

describe("refusing", () => {
  test("a missing unit suggests some", () => {
    expect(problem("64", "size")).toMatchObject({ message: '"64" has no unit', fix: 'write "64 KiB" or "64 MiB"' });
    expect(problem("5", "rate").fix).toContain('"5/s"');
  });

  test("a quantity of another kind is named", () => {
    expect(problem("64 ms", "size").message).toBe('"64 ms" is a time, not a size');
    expect(problem("5 GiB", "time").message).toBe('"5 GiB" is a size, not a time');
    expect(problem("10 %", "rate").message).toBe('"10 %" is a share, not a rate');
  });

  test("m for memory is explained", () => {
    expect(problem("3500m", "size")).toMatchObject({ message: expect.stringContaining("3.5 bytes"), fix: 'write "3500 MiB"' });
  });

  test.each([
    ["4 gib", "size", "4 GiB"],
    ["4Gi", "size", "4 GiB"],
    ["4 G", "size", "4 GiB"],
    ["5 m", "time", "5 min"],
    ["5 sec", "time", "5 s"],
    ["5 µs", "time", "5 us"],
    ["1 Gbps", "bandwidth", "1 Gbit/s"],
    ["2 ghz", "frequency", "2 GHz"],
    ["5 rps", "rate", "5/s"],
    ["5 percent", "share", "5 %"],
    ["2 vcpus", "cores", "2 cores"],
  ] as const)("%s as a %s suggests %s", (text, dimension, fix) => expect(problem(text, dimension).fix).toBe(`write "${fix}"`));

  test("both readings of a unit in the wrong case are offered", () => expect(problem("4 mB", "size").fix).toBe('write "4 MB"'));
  test("separators between digits", () => expect(problem("1,000 ms", "time").fix).toBe('write "1000 ms"'));
  test.each(["lots", "", "ms", "--5 ms", "5 5 ms", "0x10 B"])("%j is not a quantity", (text) =>
    expect(problem(text, "time").expected).toContain("a time"),
  );
  test("infinity", () => expect(problem("1e999 s", "time").message).toContain("too large"));

  test("no text makes it throw", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...DIMENSIONS), (text, dimension) => {
        const parsed = parseQuantity(text, dimension);
        expect("value" in parsed ? Number.isFinite(parsed.value) : parsed.problem.message.length > 0).toBe(true);
      }),
    );
  });
});
