import { describe, expect, test } from "vitest";
import { formatDiagnostics } from "../text/diagnostics.ts";
import { parseInstant, parseTrace, type TraceRequest } from "./trace.ts";

const REQUEST: TraceRequest = { name: "t.csv", file: "t.csv", timeColumn: "time", columns: ["tokens"] };

function trace(text: string, request: Partial<TraceRequest> = {}) {
  const parsed = parseTrace(text, { ...REQUEST, ...request });
  if ("diagnostics" in parsed) throw new Error(formatDiagnostics(parsed.diagnostics));
  return parsed.trace;
}

function errors(text: string, request: Partial<TraceRequest> = {}) {
  const parsed = parseTrace(text, { ...REQUEST, ...request });
  return "diagnostics" in parsed ? parsed.diagnostics : [];
}

describe("times", () => {
  test("of the calendar keep their 100 ns digits", () => {
    const { times } = trace("time,tokens\n2023-11-16 18:17:03.9799600,1\n2023-11-16 18:17:04.0319601,2\n");
    expect(times[1]).toBeCloseTo(0.0520001, 12);
  });

  test.each([
    ["1970-01-01 00:00:00", 0],
    ["2000-03-01T00:00:00Z", 951868800],
    ["2023-11-16 18:17:03", 1700158623],
    ["2024-02-29 23:59:59", 1709251199],
  ])("%s is %d seconds after 1970, as POSIX counts", (text, seconds) => expect(parseInstant(text)).toEqual({ seconds, fraction: 0 }));

  test("agree with the calendar of the language over 400 years", () => {
    for (let day = 0; day < 146097; day += 97) {
      const date = new Date(day * 86400_000);
      expect(parseInstant(date.toISOString().replace(".000Z", ""))?.seconds).toBe(day * 86400);
    }
  });

  test.each(["2023-02-29 00:00:00", "2023-13-01 00:00:00", "2023-01-01 24:00:00", "yesterday", "-5", ""])("%s is not a time", (text) =>
    expect(parseInstant(text)).toBeUndefined(),
  );

  test("may be plain seconds", () => expect([...trace("time,tokens\n10.5,1\n10.75,2\n12,3").times]).toEqual([0, 0.25, 1.5]));
});

describe("rows", () => {
  test("end with CR LF, quotes and a byte order mark as other programs write them", () => {
    const read = trace('\uFEFF"time","tokens"\r\n1,"10"\r\n2,"20"\r\n');
    expect([...(read.columns["tokens"] as Float64Array)]).toEqual([10, 20]);
  });

  test("may hold anything in columns that nobody asked for", () => {
    expect(trace("app,time,tokens\nab12,1,5\ncd34,2,6\n").times).toHaveLength(2);
  });

  test("that are wrong are shown where they are", () => {
    const [bad] = errors("time,tokens\n1,5\n2,many\n3,6\n");
    expect(bad).toMatchObject({ line: 3, column: 3, length: 4, message: '"many" is not a number of 0 or more' });
    expect(formatDiagnostics([bad as never])).toContain("t.csv:3:3");
  });

  test("have as many values as the header", () =>
    expect(errors("time,tokens\n1,5\n2\n")[0]).toMatchObject({ line: 3, message: "1 value in this row" }));
  test("can't be negative", () => expect(errors("time,tokens\n1,-5\n2,3\n")).toHaveLength(1));
  test("are not empty in the middle of the file", () =>
    expect(errors("time,tokens\n1,5\n\n2,6\n")[0]).toMatchObject({ line: 3, message: "an empty row" }));

  test("ascend in time", () => {
    const found = errors("time,tokens\n5,1\n4,1\n6,1\n");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ line: 3, column: 1, fix: "sort the file by time" });
  });

  test("are shown ten at most, and the rest is counted", () => {
    const found = errors(`time,tokens\n${Array.from({ length: 25 }, () => "1,x\n").join("")}`);
    expect(found).toHaveLength(11);
    expect(found.at(-1)?.message).toBe("and 15 more rows like these");
  });

  test("are at least two", () => expect(errors("time,tokens\n1,5\n")[0]?.message).toBe("the trace has only one request"));
  test("are spread over time", () => expect(errors("time,tokens\n1,5\n1,6\n")[0]?.message).toContain("same time"));
});

describe("header", () => {
  test("has the columns asked for, or says which there are", () => {
    expect(errors("time,token\n1,5\n2,6\n")[0]).toMatchObject({
      line: 1,
      message: 'the trace has no column "tokens"',
      expected: "time or token",
      fix: 'did you mean "token"?',
    });
  });
  test.each(["", "\n", "\uFEFF"])("is missing in an empty file (%j)", (text) =>
    expect(errors(text)[0]?.message).toBe("the trace is empty"),
  );
});
