import { expect, test } from "vitest";
import { sampleRecord } from "../../reports/testing/record.ts";
import { Progress } from "../progress.ts";
import { StudyProgress } from "./study-progress.ts";

function recorder(mode: "line" | "log") {
  const written: string[] = [];
  let now = 0;
  const clock = () => now;
  const progress = new Progress(mode, { columns: 200, write: (text) => written.push(text) }, clock);
  const view = new StudyProgress(progress, { deployments: 1, maxTenants: 200, clock });
  const [{ points }] = sampleRecord().deployments.filter(({ name }) => name === "container");
  const point = (tenants: number, verdict: "met" | "missed" | "unsettled") =>
    view.show({ kind: "point", deployment: "container", point: { ...points[0], tenants, verdict } });
  const wait = (seconds: number): void => {
    for (let k = 0; k < seconds; k++) {
      now += 1000;
      view.tick();
    }
  };
  return { written, view, point, wait };
}

test("where lines stay there is never a silence of ten seconds, whatever takes long", () => {
  const { written, view, wait } = recorder("log");
  view.show({ kind: "trying", deployment: "container", tenants: 27 });
  wait(60);
  expect(written).toHaveLength(6);
  expect(written[0]).toBe("9 s, 0 loads and 0 replications done: container 0..: trying 27 tenants\n");
});

test("elapsed and remaining time, and between which loads the line lies by now", () => {
  const { written, view, point, wait } = recorder("line");
  for (const [tenants, verdict] of [
    [1, "met"],
    [3, "met"],
    [9, "met"],
    [27, "missed"],
  ] as const) {
    wait(2);
    point(tenants, verdict);
  }
  wait(2);
  view.show({ kind: "trying", deployment: "container", tenants: 18 });
  wait(1);
  // 11 s for 4 loads; the gap of 18 takes 5 more, the curve 4, the changes 6: 15 loads of 2.75 s.
  expect(written.at(-1)).toContain("11 s, about 41 s left, 4 loads and 32 replications done: container 9..27: trying 18 tenants");
});

test("a load that has not settled is told as such", () => {
  const { written, point } = recorder("log");
  point(1, "met");
  point(3, "unsettled");
  expect(written).toEqual(["container: 1 tenant: meets the objective\n", "container: 3 tenants: has not settled\n"]);
});
