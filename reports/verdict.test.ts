import { describe, expect, test } from "vitest";
import type { StudyRecord } from "../scenarios/study/record.ts";
import { comparisonTable } from "./comparison.ts";
import { machineSizes } from "./machines.ts";
import { lineText, standings } from "./standings.ts";
import {
  endOfRangeRecord,
  interruptedRecord,
  manyPartsRecord,
  refusedRecord,
  sampleRecord,
  withDeployment,
  zeroRecord,
} from "./testing/record.ts";
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

describe("loads that did not settle stand in the headline", () => {
  const withUnsettled = (name: string, line: Partial<NonNullable<StudyRecord["deployments"][number]["loadLine"]>>): StudyRecord =>
    withDeployment(sampleRecord(), name, (one) => ({ ...one, loadLine: one.loadLine && { ...one.loadLine, ...line } }));

  test.each([
    [{ tenants: 181, atMost: 193, unsettled: [191, 193, 192] }, "containers carry 181 tenants (181 to 193; not settled from 191 on)"],
    [{ tenants: 181, atMost: 193, unsettled: [185, 187] }, "containers carry 181 tenants (181 to 193; not settled from 185 to 187)"],
    [{ tenants: 181, atMost: 193, unsettled: [185] }, "containers carry 181 tenants (181 to 193; not settled at 185)"],
    [{ tenants: 181, atMost: null, unsettled: [191] }, "containers carry at least 181 tenants (not settled from 191 on)"],
  ])("of the best: %o", (line, words) => expect(verdict(withUnsettled("container", line)).text).toContain(words));

  test("of another, and of one that carries nothing for certain", () => {
    expect(verdict(withUnsettled("function", { atMost: 45, unsettled: [44, 45] })).text).toContain(
      "functions 41 (−53 %; 41 to 45; not settled from 44 on)",
    );
    const none = withUnsettled("vm", { tenants: 0, atMost: 3, unsettled: [1, 2, 3] });
    expect(verdict(none).text).toContain("VMs no load with confidence (0 to 3; not settled from 1 on)");
    expect(standings(none).map(lineText).at(-1)).toBe("none proven (0 to 3; not settled from 1 on)");
  });

  test("the drift is told", () => {
    const drift = "response times fell by 40 % from the first half to the second";
    const record = withDeployment(sampleRecord(), "vm", (one) => ({
      ...one,
      points: one.points.map((point) => (point.tenants === 18 ? { ...point, verdict: "unsettled", drift } : point)),
    }));
    expect(verdict(record).text).toContain(
      `VMs have not settled with 18 tenants, although the runs were lengthened as far as they may be: ${drift}.`,
    );
  });

  test("a single load says so", () => {
    const record = sampleRecord({ question: { kind: "run", deployment: "vm", tenants: 17, causes: true } });
    const single = {
      ...record,
      deployments: record.deployments.slice(0, 1).map((one) => ({
        ...one,
        loadLine: null,
        points: one.points
          .filter(({ tenants }) => tenants === 17)
          .map((point) => ({ ...point, verdict: "unsettled" as const, drift: "it fell" })),
      })),
    };
    expect(verdict(single).text).toMatch(/VMs with 17 tenants have not settled.* VMs have not settled with 17 tenants, .*: it fell\./);
  });
});

test("names of users keep their small letters, also where a sentence begins", () => {
  const named = withDeployment(refusedRecord(), "container", (one) => ({ ...one, name: "podman-small" }));
  const own = withDeployment(named, "vm", (one) => ({ ...one, name: "kvm-large" }));
  const { text } = verdict(own);
  expect(text).toContain(". podman-small stops at memory; functions at cores.");
  expect(text).toContain(". kvm-large can't run here: ");
  expect(text).not.toMatch(/Podman|Kvm/);
});

describe("machines", () => {
  const [pi] = sampleRecord().hosts;
  const server = { ...pi, name: "server", label: "Small x86 server", cores: 16, memory: 64 * 2 ** 30, swap: 0 };

  test("deployments on different ones name theirs, in the headline and in the table", () => {
    const record = withDeployment(sampleRecord({ hosts: [pi, server] }), "vm", (one) => ({ ...one, hosts: ["server"] }));
    expect(verdict(record).text).toMatch(
      /^Containers on a Raspberry Pi 4 \(4 GB\) carry 87 tenants \(87 to 90\) at .*; functions on a Raspberry Pi 4 \(4 GB\) 41 \(41 to 43, −53 %\); VMs on a Small x86 server 17 \(−80 %\)\./,
    );
    const { columns, rows } = comparisonTable(record);
    const machine = columns.findIndex(({ title }) => title === "machine");
    expect(rows.map((row) => row[machine])).toEqual(["Raspberry Pi 4 (4 GB)", "Raspberry Pi 4 (4 GB)", "Small x86 server"]);
    expect(machineSizes(record)).toBe(
      "Raspberry Pi 4 (4 GB): 4 cores, 4 GiB memory, 2 GiB swap; Small x86 server: 16 cores, 64 GiB memory, no swap",
    );
  });

  test("one machine for all is named once", () => {
    expect(comparisonTable(sampleRecord()).columns.map(({ title }) => title)).not.toContain("machine");
  });

  test("several under one deployment are counted", () => {
    expect(verdict(manyPartsRecord()).text).toMatch(/^On 2 hosts \(Raspberry Pi 4 \(4 GB\)\), containers carry /);
  });
});

describe("at equal load", () => {
  const titles = (record: StudyRecord) => comparisonTable(record).columns.map(({ title }) => title);

  test("titles say which load a number is of", () => {
    const all = titles(sampleRecord({ equalLoad: 41 }));
    for (const title of [
      "p50 at its line",
      "p99 at its line",
      "errors at its line",
      "p50 at 41 tenants",
      "p99 at 41 tenants",
      "errors at 41 tenants",
    ])
      expect(all).toContain(title);
    for (const title of ["p50", "p99", "errors"]) expect(all).not.toContain(title);
    expect(titles(sampleRecord())).toContain("p99");
  });

  test("a deployment that was not simulated with it has no number", () => {
    const { columns, rows } = comparisonTable(sampleRecord({ equalLoad: 41 }));
    const at = (title: string) => rows.map((row) => row[columns.findIndex((column) => column.title === title)]);
    expect(at("p99 at 41 tenants")).toEqual(["–", "207 ± 13 ms", "–"]);
    expect(at("objective at 41 tenants")).toEqual(["–", "met", "–"]);
  });
});
