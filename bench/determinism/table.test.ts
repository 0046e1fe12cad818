import { expect, test } from "vitest";
import { judge, type Row } from "./table.ts";

const files = ["summary.json", "results.csv"];
const here: Row = { name: "Node 20", workers: 1, outcome: ["a", "b"] };

test("equal sums are the same; what was skipped says why and does no harm", () => {
  const { text, good } = judge([here, { ...here, name: "Node 24" }, { name: "Bun", outcome: { skipped: "not here" } }], files);
  expect(good).toBe(true);
  expect(text).toBe(
    [
      "runtime  workers  summary.json  results.csv  against the first",
      "Node 20  1        a             b            same",
      "Node 24  1        a             b            same",
      "Bun                                          skipped: not here",
      "",
      "2 gave the same bytes, 0 did not, 1 skipped",
      "",
    ].join("\n"),
  );
});

test("a column that nobody fills is left out", () => {
  const rows: Row[] = ["Node 20", "Bun"].map((name) => ({ name, outcome: ["a"] }));
  expect(judge(rows, ["digest"]).text).toBe(
    "runtime  digest  against the first\nNode 20  a       same\nBun      a       same\n\n2 gave the same bytes, 0 did not, 0 skipped\n",
  );
});

test.each<readonly [string, Row[]]>([
  ["one file differs", [here, { ...here, outcome: ["a", "c"] }, here]],
  ["a run failed", [here, here, { ...here, outcome: { failed: "exit code 1" } }]],
  ["the first run failed", [{ ...here, outcome: { failed: "exit code 1" } }, here, here]],
  ["nothing to compare with", [here, { name: "Bun", outcome: { skipped: "not here" } }]],
  ["nothing at all", []],
])("no good: %s", (_, rows) => {
  expect(judge(rows, files).good).toBe(false);
});
