import { expect, test } from "vitest";
import { app, loadPart, memory, onlyError, type Refusal } from "../testing/scenario.ts";

test("buffered steps use data files", async () => {
  const request = "[{ bufferedRead: 8 KiB }, { bufferedWrite: 4 KiB }, { reply: 512 B }]";
  const part = await loadPart(app({ request, memory: "{ code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB, data: 1 MiB }" }));
  expect(part.app.request.slice(0, 2)).toEqual([
    { kind: "bufferedRead", size: 8192 },
    { kind: "bufferedWrite", size: 4096 },
  ]);
  expect(part.app.memory.data).toBe(1024 * 1024);
});

test("without files, or beyond their size, they are refused", async () => {
  expect(await onlyError(app({ request: "[{ bufferedRead: 8 KiB }, { reply: 512 B }]" }))).toMatchObject({
    line: 3,
    message: "the application has no data files",
    expected: "their size in `memory.data`",
  });
  const small = "{ code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB, data: 4 KiB }";
  expect(await onlyError(app({ request: "[{ bufferedWrite: 8 KiB }, { reply: 512 B }]", memory: small }))).toMatchObject({
    line: 3,
    message: "8 KiB is more than the application's data files",
    expected: "at most 4 KiB",
  });
});

test("several applications may name one layer", async () => {
  expect((await loadPart(memory(", layer: 'sha256:4bcf'"))).app.memory.layer).toBe("sha256:4bcf");
  expect((await loadPart()).app.memory.layer).toBeUndefined();
});

test.each([
  ["{ cpu: 1 s, on: 100 points }", { startCpu: 1, startSpeed: 100 }],
  ["{ cpu: 1 s, on: 100 points, after: 30 s }", { startCpu: 1, startSpeed: 100, startAfter: 30 }],
  ["{ after: 30 s }", { startCpu: 0, startAfter: 30 }],
])("a start %s", async (start, expected) => expect((await loadPart(app({ start }))).app).toMatchObject(expected));

test.each<Refusal>([
  ["a start's work without its core", app({ start: "{ cpu: 1 s }" }), { message: '"on" is missing', fix: 'add "on: ..." here' }],
  ["a core without work", app({ start: "{ on: 100 points, after: 1 s }" }), { message: '"cpu" is missing', fix: 'add "cpu: ..." here' }],
  [
    "a working set beyond code and heap",
    app({ memory: "{ code: 1 MiB, heap: 2 MiB, workingSet: 4 MiB }" }),
    { message: "4 MiB is more than code and heap together", fix: 'write "3 MiB" or less' },
  ],
  [
    "a column for requests that have none",
    app({
      arrivals: "[{ trace: { file: t.csv } }, { poisson: 1/s }]",
      request: "[{ cpu: { columns: { tokens: 1 ms }, on: 1 points } }, { reply: 1 B }]",
    }),
    { message: "requests that do not come from a trace have no columns" },
  ],
])("%s is refused", async (_, sections, error) =>
  expect(await onlyError(sections, { "t.csv": "TIMESTAMP,tokens\n1,10\n2,20\n" })).toMatchObject(error),
);
