// The committed tables are those of the cases there are, and the program still writes the same numbers.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Finding, validate } from "../../engine/testing/validation.ts";
import { groups, LENGTH } from "./cases.ts";
import { replaceTables, row, rowsOf, tables } from "./table.ts";

const page = readFileSync(new URL("../../docs/validation.md", import.meta.url), "utf8");
const cases = groups.flatMap((group) => group.cases);

describe("docs/validation.md", () => {
  test("has a row for every number of every case, in order, and no others; all agree", () => {
    const names = cases.flatMap((each) => Object.keys(each.expected()).map((quantity) => `${each.name}: ${quantity}`));
    const rows = rowsOf(page);
    expect([...rows.keys()]).toEqual(names);
    expect([...rows.values()].filter((line) => !line.endsWith("| ok |"))).toEqual([]);
    expect(new Set(cases.map(({ name }) => name)).size, "names of cases are different").toBe(cases.length);
  });

  test("states the expectations of the formulae as they are", () => {
    for (const each of cases) {
      for (const [quantity, expected] of Object.entries(each.expected())) {
        const finding: Finding = { case: each.name, quantity, expected, simulated: expected, halfWidth: 0, passes: true };
        const beginning = row(finding, each).split(" | ").slice(0, 3).join(" | ");
        expect(page).toContain(`${beginning} | `);
      }
    }
  });

  const quick = ["M/M/30, load 0.75", "closed system of 20 users: queue and two disks", "reads from a disk with 4 units, load 0.8"];
  const exact = cases.filter(({ agreement }) => agreement.kind === "within").map(({ name }) => name);
  test.each([...quick, ...exact.slice(0, 5)])("is reproduced to the digit: %s", (name) => {
    const each = cases.find((candidate) => candidate.name === name)!;
    for (const finding of validate(each, LENGTH)) expect(page).toContain(row(finding, each));
  });
});

describe("the table", () => {
  const some = cases[0];
  const finding: Finding = { case: some.name, quantity: "x [1]", expected: 2, simulated: 2.01, halfWidth: 0.02, passes: true };

  test("a row shows both numbers, the error, the interval and the verdict", () => {
    expect(row(finding, some)).toBe(`| ${some.name}: x [1] | ${some.source} | 2 | 2.01 | 0.50 % | ± 1.00 % | ok |`);
    expect(row({ ...finding, passes: false }, some)).toMatch(/\*\*FAIL\*\* \|$/);
    const tolerant = { ...some, agreement: { kind: "within", relative: 0.05 } } as const;
    expect(row({ ...finding, simulated: 2, halfWidth: 0 }, tolerant)).toContain("| 0 | within 5.00 % | ok |");
  });

  test("replaces what stands between the markers, and nothing else", () => {
    const again = replaceTables(page, tables(groups, new Map([[some.name, [finding]]])));
    expect(again.split("\n")[0]).toBe("# Validation");
    expect(again).toContain(row(finding, some));
    expect(rowsOf(again).size).toBe(1);
    const kept = replaceTables(page, tables(groups, new Map([[some.name, [finding]]]), rowsOf(page)));
    expect(rowsOf(kept).size).toBe(rowsOf(page).size);
    expect(() => replaceTables("no markers", "")).toThrow("the page has no lines");
  });
});
