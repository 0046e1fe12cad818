import { describe, expect, test } from "vitest";
import type { StudyRecord } from "../scenarios/study/record.ts";
import { objectivesText, objectiveText } from "./objectives.ts";
import { manyPartsRecord, sampleRecord } from "./testing/record.ts";

type Objectives = StudyRecord["objectives"];
const telemetry: Objectives[number] = { app: "telemetry", statistic: "p99", latency: 0.25, errors: 0.01 };
const camera: Objectives[number] = { ...telemetry, app: "camera" };
/** Two applications, telemetry and camera. */
const withObjectives = (...objectives: Objectives): StudyRecord => ({ ...manyPartsRecord(), objectives });

describe("after `at`", () => {
  test("one application: its limits", () => {
    expect(objectiveText(sampleRecord())).toBe("p99 ≤ 250 ms and at most 1 % errors");
  });

  test.each([
    [[telemetry, camera], "p99 ≤ 250 ms and at most 1 % errors for each of 2 applications"],
    [[camera], "p99 ≤ 250 ms and at most 1 % errors for camera"],
    [[telemetry, { ...camera, latency: 1 }], "p99 ≤ 250 ms for telemetry, p99 ≤ 1 s for camera and at most 1 % errors"],
    [
      [telemetry, { ...camera, statistic: "mean", errors: 0.05 }],
      "p99 ≤ 250 ms and at most 1 % errors for telemetry and mean ≤ 250 ms and at most 5 % errors for camera",
    ],
  ] as const)("two: whose each is", (objectives, text) => expect(objectiveText(withObjectives(...objectives))).toBe(text));

  test("three that differ: never one of them for all", () => {
    const record = withObjectives(telemetry, { ...camera, latency: 1 }, { ...camera, app: "audit", latency: 2 });
    expect(objectiveText(record)).toBe("the objectives of 3 applications");
    expect(objectivesText(record)).toBe(
      "telemetry: p99 ≤ 250 ms and at most 1 % errors; camera: p99 ≤ 1 s and at most 1 % errors; audit: p99 ≤ 2 s and at most 1 % errors",
    );
  });
});
