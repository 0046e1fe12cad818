import { describe, expect, test } from "vitest";
import { displayWidth } from "./table.ts";
import { bar, plainStyle, renderTerminal } from "./terminal.ts";
import { RECORDS } from "./testing/record.ts";

describe.each(Object.entries(RECORDS))("%s", (_, record) => {
  test.each([44, 60, 80, 100, 160, 240])("no line is wider than %d columns", (columns) => {
    for (const unicode of [true, false]) {
      const lines = renderTerminal(record, { columns, unicode, style: plainStyle }).split("\n");
      for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    }
  });

  test("ASCII is ASCII", () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is the range
    expect(renderTerminal(record, { columns: 80, unicode: false, style: plainStyle })).toMatch(/^[\x0a\x20-\x7e]*$/);
  });

  test("narrow and wide say the same numbers", () => {
    const numbers = (columns: number) => {
      const text = renderTerminal(record, { columns, unicode: true, style: plainStyle });
      return [...new Set(text.match(/\d+(\.\d+)?( ± [\d.]+)? (ms|s|%|MiB|\/s)/g))].sort();
    };
    expect(numbers(50)).toEqual(numbers(200));
  });
});

test("bars are as long as their share, to an eighth of a cell", () => {
  expect(bar(0.5, 10, true)).toBe("█████");
  expect(bar(41 / 87, 8, true)).toBe("███▊"); // 8 * 41 / 87 = 3.77: three cells and six eighths
  expect(bar(0, 10, true)).toBe("");
  expect(bar(0.001, 10, true)).toBe("▏"); // little is not nothing
  expect(bar(0.5, 10, false)).toBe("#####");
});

test("without colours every character stays: colour carries no meaning of its own", () => {
  const marked = {
    bold: (t: string) => `<b>${t}</b>`,
    dim: (t: string) => `<d>${t}</d>`,
    cyan: (t: string) => `<c>${t}</c>`,
    yellow: (t: string) => `<y>${t}</y>`,
  };
  const options = { columns: 100, unicode: true };
  const coloured = renderTerminal(RECORDS.interrupted, { ...options, style: marked });
  expect(coloured).toContain("<b>");
  expect(coloured.replace(/<\/?[bdcy]>/g, "")).toBe(renderTerminal(RECORDS.interrupted, { ...options, style: plainStyle }));
});
