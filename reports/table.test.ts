import fc from "fast-check";
import { expect, test } from "vitest";
import { blocks, clip, displayWidth, markdownTable, type Table, tableWidth, textTable, transpose, wrap } from "./table.ts";

const TABLE: Table = {
  columns: [
    { title: "deployment", align: "left" },
    { title: "tenants", align: "right" },
    { title: "p99", align: "right" },
  ],
  rows: [
    ["containers", "87", "231 ms"],
    ["VMs", "7", "1.2 s"],
  ],
};

test("columns are aligned, lines have no blanks at their end", () => {
  expect(textTable(TABLE)).toEqual(["deployment  tenants     p99", "containers       87  231 ms", "VMs               7   1.2 s"]);
  expect(tableWidth(TABLE)).toBe(27);
});

test("transposed, the first column's cells become titles", () => {
  expect(textTable(transpose(TABLE))).toEqual(["         containers    VMs", "tenants          87      7", "p99          231 ms  1.2 s"]);
});

test("a table that is too wide falls into blocks, each with the first column", () => {
  const parts = blocks(TABLE, 22);
  expect(parts.map((part) => part.columns.map(({ title }) => title))).toEqual([
    ["deployment", "tenants"],
    ["deployment", "p99"],
  ]);
  for (const part of parts) expect(tableWidth(part)).toBeLessThanOrEqual(22);
});

test("Markdown says the alignment and escapes what has a meaning in it", () => {
  const tricky: Table = { columns: TABLE.columns.slice(0, 2), rows: [["a|b <i> *c*\nd", "1"]] };
  expect(markdownTable(tricky)).toBe("| deployment | tenants |\n| :--- | ---: |\n| a\\|b \\<i\\> \\*c\\* d | 1 |");
});

test("wide and combining characters take the cells that a terminal gives them", () => {
  expect(displayWidth("容器")).toBe(4);
  expect(displayWidth("e\u0301")).toBe(1);
  expect(clip("containers", 6)).toBe("conta…");
  expect(displayWidth(clip("容器容器", 5))).toBeLessThanOrEqual(5);
});

test("wrapping loses nothing, keeps the width, and never parts a number from its unit", () => {
  expect(wrap("carry 87 tenants at p99 ≤ 250 ms", 14)).toEqual(["carry", "87 tenants at", "p99 ≤ 250 ms"]);
  const words = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 60 }), (list, width) => {
      const lines = wrap(list.join(" "), width);
      expect(lines.join(" ")).toBe(list.join(" "));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
