import { describe, expect, test } from "vitest";
import { host, loadHost, onlyError, warnings } from "../testing/scenario.ts";

describe("the scheduler", () => {
  test("is the fluid, or slices with the kernel's times where none are given", async () => {
    expect((await loadHost()).os.scheduler).toEqual({ kind: "fluid" });
    expect((await loadHost(host("scheduler: slices, slices: { baseSlice: 3 ms }"))).os.scheduler).toEqual({
      kind: "slices",
      baseSlice: 3e-3,
      wakeupGranularity: 1e-3,
      migrationCost: 0.5e-3,
      balanceInterval: 4e-3,
    });
  });

  test("warns of times for slices that a fluid does not take", async () =>
    expect(await warnings(host("slices: { baseSlice: 3 ms }"))).toMatchObject([
      { message: 'the scheduler is "fluid", which takes no slices' },
    ]));
});

describe("paging", () => {
  test("is as in Linux where nothing is said", async () =>
    expect((await loadHost()).os.paging).toEqual({
      swappiness: 60,
      pageCluster: 3,
      dirty: { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 },
    }));

  test.each([
    ["swappiness: 201", /^found 201$/, /^a whole number/],
    ["dirtyRatio: 5 %", /^writing in the background begins at 10 %, after writers have to wait$/, /^at most the dirtyRatio, 5 %$/],
  ])("%s is refused", async (text, message, expected) =>
    expect(await onlyError(host(`paging: { ${text} }`))).toMatchObject({
      line: 2,
      message: expect.stringMatching(message),
      expected: expect.stringMatching(expected),
    }),
  );
});
