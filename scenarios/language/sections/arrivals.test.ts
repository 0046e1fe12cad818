import { describe, expect, test } from "vitest";
import { app, load, loadPart, onlyError, type Refusal } from "../testing/scenario.ts";

test("are one stream, or several that add up", async () => {
  const arrivals = "[{ poisson: 5/s }, { periodic: { every: 1 s, jitter: 200 ms } }, { bursts: { every: 15 s, size: 10, gap: 50 ms } }]";
  expect((await loadPart(app({ arrivals }))).app.arrivals).toEqual([
    { kind: "poisson", rate: 5 },
    { kind: "periodic", every: 1, jitter: 0.2 },
    { kind: "bursts", every: 15, size: 10, gap: 0.05 },
  ]);
});

describe("traces", () => {
  const trace = (text: string, columns = "{ tokens: 8 ms }") =>
    app({ arrivals: `{ trace: ${text} }`, request: `[{ cpu: { columns: ${columns}, on: 100 points } }, { reply: 1 B }]` });
  const files = { "t.csv": "TIMESTAMP,tokens\n1,10\n2,20\n" };

  test("are read from beside the scenario, with the columns in use", async () => {
    const sections = trace("{ file: t.csv, share: 5 %, attribution: Someone }");
    expect((await loadPart(sections, files)).app.arrivals).toMatchObject([
      { kind: "trace", share: 0.05, speed: 1, trace: { times: Float64Array.of(0, 1), columns: { tokens: Float64Array.of(10, 20) } } },
    ]);
    expect((await load(sections, files)).attributions).toEqual(["t.csv: Someone"]);
  });

  test("are played once where that is said", async () => {
    const [stream] = (await loadPart(trace("{ file: t.csv, play: once }"), files)).app.arrivals;
    expect(stream).toMatchObject({ kind: "trace", once: true });
    expect((await loadPart(trace("{ file: t.csv, play: repeat }"), files)).app.arrivals[0]).not.toHaveProperty("once");
  });

  test("that are not there are reported at the name", async () =>
    expect(await onlyError(trace("{ file: nowhere.csv }"))).toMatchObject({
      message: 'trace file "nowhere.csv": there is no such file',
      line: 3,
    }));

  test("with bad rows are reported in the trace", async () =>
    expect(await onlyError(trace("{ file: t.csv }"), { "t.csv": "TIMESTAMP,tokens\n1,10\n2,x\n" })).toMatchObject({
      file: "t.csv",
      line: 3,
      column: 3,
    }));

  test("need the columns that steps use", async () =>
    expect((await onlyError(trace("{ file: t.csv }", "{ token: 8 ms }"), files)).fix).toBe('did you mean "tokens"?'));
});

test("may come at given instants, in any order", async () =>
  expect((await loadPart(app({ arrivals: "{ at: [90 s, 1 s, 2.5 s, 1 s] }" }))).app.arrivals).toEqual([
    { kind: "instants", times: [1, 1, 2.5, 90] },
  ]));

test.each<Refusal>([
  ["no instant", app({ arrivals: "{ at: [] }" }), { message: "this list is empty" }],
  ["one instant without a list", app({ arrivals: "{ at: 1 s }" }), { message: 'found "1 s"' }],
  ["an instant before the doors open", app({ arrivals: "{ at: [1 s, -1 s] }" }), { message: '"-1 s" is out of bounds' }],
  ["one beyond the longest run", app({ arrivals: "{ at: [3000 h] }" }), { message: '"3000 h" is out of bounds' }],
  ["an unknown way to play", app({ arrivals: "{ trace: { file: t.csv, play: twice } }" }), { message: 'found "twice"' }],
  [
    "a jitter beyond half the period",
    app({ arrivals: "{ periodic: { every: 1 s, jitter: 600 ms } }" }),
    { message: "a jitter of 600 ms lets messages overtake each other", fix: 'write "500 ms"' },
  ],
  ["an empty list", app({ arrivals: "[]" }), { message: "this list is empty" }],
  ["a rate of nothing", app({ arrivals: "{ poisson: 0/s }" }), { message: '"0/s" is out of bounds' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
