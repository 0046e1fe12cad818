import { expect, test } from "vitest";
import type { StudyRecord } from "../scenarios/study/record.ts";
import { renderHtml } from "./html.ts";
import { RECORDS, sampleRecord } from "./testing/record.ts";
import { verdict } from "./verdict.ts";

/** A drawing takes a tenth of a second and a report has ten: each record is rendered once. */
const rendered = new Map<StudyRecord, Promise<string>>();
function htmlOf(record: StudyRecord): Promise<string> {
  const html = rendered.get(record) ?? renderHtml(record);
  rendered.set(record, html);
  return html;
}

const textOf = (html: string) =>
  html
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " "); // \s covers the no-break spaces

test("answers in the order of the questions: verdict, lines, latency, causes, proof, how to repeat it", async () => {
  const html = await htmlOf(RECORDS.sample);
  const ids = [...html.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual([
    "load-lines",
    "latency",
    "anatomy",
    "timeline",
    "memory",
    "utilization",
    "dashboard",
    "starts",
    "audit",
    "values",
    "reproduce",
  ]);
  expect(html.indexOf('class="verdict"')).toBeLessThan(html.indexOf("<section"));
});

test("the verdict is the computed one, whole", async () => {
  for (const record of [RECORDS.sample, RECORDS.refused, RECORDS.interrupted]) {
    const text = textOf(await htmlOf(record));
    const { headline, details } = verdict(record);
    expect(text).toContain(headline.map((fragment) => fragment.text).join(""));
    for (const detail of details) expect(text).toContain(detail);
  }
});

test("one file: a strict policy, no script, nothing to load", async () => {
  const html = await htmlOf(RECORDS.sample);
  expect(html).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`,
  );
  expect(html).not.toMatch(/<script|<iframe|<object|<embed|@import|\son\w+="/i);
  const references = [...html.matchAll(/(?:src|href|xlink:href|action)="([^"]*)"|url\(([^)]*)\)/g)].map(
    ([, attribute, css]) => attribute ?? css,
  );
  expect(references.filter((reference) => !/^(#|data:image\/svg\+xml,)/.test(reference))).toEqual([]);
});

test("the same record gives the same bytes twice in a process", async () => {
  const first = await htmlOf(RECORDS.sample);
  await htmlOf(RECORDS.refused); // another one in between
  expect(await renderHtml(sampleRecord())).toBe(first);
});

test("whatever a scenario calls its things stays text", async () => {
  const evil = `<img src=x onerror="alert(1)">&'"`;
  const base = sampleRecord();
  const record: StudyRecord = {
    ...base,
    scenario: { ...base.scenario, title: evil, file: evil },
    hosts: [{ ...base.hosts[0], label: evil }],
    attributions: [evil],
    values: [{ path: `hosts.${evil}`, value: evil, origin: evil, source: evil }],
    deployments: base.deployments.map((one) => ({ ...one, name: `${evil}${one.name}`, label: evil })),
  };
  const html = await renderHtml(record);
  expect(html).not.toMatch(/<img/i);
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;");
});

test("attributions of traces are printed, and the command can be pasted with any file name", async () => {
  const base = sampleRecord();
  const html = await renderHtml({
    ...base,
    scenario: { ...base.scenario, file: "my scenario's.yaml" },
    attributions: ["Azure LLM inference trace, CC-BY"],
  });
  expect(html).toContain("Azure LLM inference trace, CC-BY");
  expect(html).toContain("plimsoll compare &#39;my scenario&#39;\\&#39;&#39;s.yaml&#39; --out=report");
});
