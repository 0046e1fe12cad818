import { expect, test } from "vitest";
import type { LoadLine, StudyRecord } from "../scenarios/study/record.ts";
import { renderMarkdown } from "./markdown.ts";
import { plainStyle, renderTerminal } from "./terminal.ts";
import { sampleRecord, withDeployment } from "./testing/record.ts";
import { helpSentences } from "./what-helps.ts";

type Helps = LoadLine["whatHelps"];
/** Containers carry 87. */
const withHelps = (whatHelps: Helps): StudyRecord =>
  withDeployment(sampleRecord(), "container", (one) => ({ ...one, loadLine: one.loadLine && { ...one.loadLine, whatHelps } }));
const help = (change: string, tenants: number, more: Partial<Helps[number]> = {}): Helps[number] => ({
  change,
  resource: "memory",
  tenants,
  atMost: tenants,
  endOfRange: false,
  relative: tenants / 87 - 1,
  ...more,
});

test("each change with its line and by how much, then those that change nothing", () => {
  const helps = [
    help("no platform limit", 200, { atMost: null }),
    help("twice the memory", 154, { atMost: 160 }),
    help("twice the cores", 87),
  ];
  // 200 / 87 = 2.299, 154 / 87 = 1.770
  expect(helpSentences(withHelps(helps))).toEqual([
    "What would help containers: no platform limit at least 200 (+130 %), twice the memory 154 (154 to 160, +77 %); twice the cores changes nothing.",
  ]);
});

test("nothing helps: that is said", () => {
  expect(helpSentences(withHelps([help("twice the memory", 87), help("twice the cores", 87)]))).toEqual([
    "What would help containers: none of twice the memory and twice the cores moves the line.",
  ]);
});

test("terminal and Markdown print it; without experiments nothing is printed", () => {
  const record = withHelps([help("twice the memory", 154)]);
  const text = renderTerminal(record, { columns: 120, unicode: true, style: plainStyle });
  expect(text).toContain("\nWhat would help containers: twice the memory 154 (+77 %).\n");
  expect(renderMarkdown(record)).toContain("\n- What would help containers: twice the memory 154 (+77 %).\n");
  expect(helpSentences(sampleRecord())).toEqual([]);
});
