import { describe, expect, test } from "vitest";
import type { StudyRecord } from "../scenarios/study/record.ts";
import { endOfRangeRecord, interruptedRecord, refusedRecord, sampleRecord, withDeployment, zeroRecord } from "./testing/record.ts";
import { lineText, standings } from "./standings.ts";
import { verdict } from "./verdict.ts";

const FOUND = { endOfRange: false, unsettled: [], binding: null, whatHelps: [] };

/** Sets the line of a deployment to [tenants, atMost]. */
const withLine = (record: StudyRecord, name: string, tenants: number, atMost: number | null): StudyRecord =>
  withDeployment(record, name, (one) => ({
    ...one,
    loadLine: { ...FOUND, tenants, atMost, bottleneck: one.loadLine?.bottleneck ?? null },
  }));

describe("three load lines", () => {
  test("best first, each with its interval, the others against the best", () => {
    // 41 / 87 - 1 = -52.9 %, 17 / 87 - 1 = -80.5 %
    expect(verdict(sampleRecord()).text).toBe(
      "On a Raspberry Pi 4 (4 GB), containers carry 87 tenants (87 to 90) at p99 ≤ 250 ms and at most 1 % errors; " +
        "functions 41 (41 to 43, −53 %); VMs 17 (−80 %). Containers and VMs stop at memory; functions at cores.",
    );
  });

  test("the ratio has an interval too: lowest over highest, highest over lowest", () => {
    const functions = standings(sampleRecord())[1];
    expect(functions.relative).toEqual({ value: 41 / 87 - 1, low: 41 / 90 - 1, high: 43 / 87 - 1 });
  });

  test("a deployment with a name of its own keeps it", () => {
    const record = withDeployment(sampleRecord(), "container", (one) => ({ ...one, name: "podman-small" }));
    expect(verdict(record).text).toMatch(/^On a Raspberry Pi 4 \(4 GB\), podman-small carries 87 tenants/);
  });
});

describe("what can't be told apart", () => {
  test("overlapping intervals are no difference", () => {
    const { text } = verdict(withLine(sampleRecord(), "function", 85, 88));
    expect(text).toContain("functions 85 (85 to 88, can't tell apart)");
    expect(text).toContain("Containers and functions can't be told apart: their intervals overlap.");
    expect(text).not.toContain("−2 %");
  });

  test("touching intervals overlap, neighbouring ones don't", () => {
    expect(standings(withLine(sampleRecord(), "function", 80, 87))[1].tied).toBe(true);
    expect(standings(withLine(sampleRecord(), "function", 80, 86))[1].tied).toBe(false);
  });
});

describe("what has no line", () => {
  test("refused, with the reason", () => {
    const { text } = verdict(refusedRecord());
    expect(text).toContain("VMs can't run here: the host's processor has no virtualization support, which virtual machines need.");
    expect(text).not.toMatch(/VMs 0/);
  });

  test("all refused", () => {
    const record = sampleRecord();
    const refused = {
      ...record,
      deployments: record.deployments.map((one) => ({ ...one, refused: "no MMU", loadLine: null, points: [] })),
    };
    expect(verdict(refused).text).toMatch(/^On a Raspberry Pi 4 \(4 GB\), none of the deployments can run\. /);
  });

  test("zero: not even one tenant", () => {
    expect(verdict(zeroRecord()).text).toContain("VMs not even one.");
    expect(standings(zeroRecord()).map(lineText)).toEqual(["87 (87 to 90)", "41 (41 to 43)", "none"]);
  });

  test("zero of all, and the smallest number that was tried", () => {
    const record = sampleRecord();
    const none = { ...FOUND, tenants: 0, atMost: 9, bottleneck: null }; // 10 missed
    const zero = {
      ...record,
      experiment: { ...record.experiment, minTenants: 10 },
      deployments: record.deployments.slice(0, 1).map((one) => ({ ...one, loadLine: none })),
    };
    expect(verdict(zero).text).toContain("VMs can't carry even 10 tenants at p99 ≤ 250 ms");
  });

  test("the range ended first: at least, and how to go on", () => {
    const { text, standings: all } = verdict(endOfRangeRecord());
    expect(text).toContain("containers carry at least 64 tenants at");
    // 1 - 43 / 64 = 32.8 %: the highest of the one against the lowest of the other, rounded so that "at least" stays true
    expect(text).toContain("functions 41 (41 to 43, at least 32 % fewer)");
    expect(text).toContain("The range ended at 64 tenants before containers did: raise experiment.tenants to find the line.");
    expect(all[0].high).toBe(Number.POSITIVE_INFINITY);
  });

  test("interrupted: what is known, and that it is not all", () => {
    const { text, standings: all } = verdict(interruptedRecord());
    expect(text).toContain("containers carry 87 tenants (87 to 90)");
    expect(text).toContain("The study was interrupted");
    expect(text).toContain("No line yet for functions and VMs.");
    expect(all.map(lineText)).toEqual(["87 (87 to 90)", "at least 16 so far", "not finished"]);
  });

  test("a single load, not searched", () => {
    const record = sampleRecord();
    const single = {
      ...record,
      deployments: record.deployments
        .slice(1, 2)
        .map((one) => ({ ...one, loadLine: null, points: one.points.filter(({ tenants }) => tenants === 91) })),
    };
    expect(verdict(single).text).toMatch(/containers with 91 tenants miss the objective: p99 \d/);
  });
});

test("the article fits the machine's name", () => {
  const on = (label: string) => verdict(sampleRecord({ hosts: [{ ...sampleRecord().hosts[0], label }] })).text.split(",")[0];
  expect(on("x86 server")).toBe("On an x86 server");
  expect(on("small server")).toBe("On a small server");
  expect(on("8-core server")).toBe("On an 8-core server");
  expect(on("HP MicroServer")).toBe("On an HP MicroServer");
  expect(on("the gateway")).toBe("On the gateway");
});
