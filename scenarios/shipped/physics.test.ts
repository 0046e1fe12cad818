/** Someone changes one number in a scenario and runs it again: the answer has to move the way physics says. */
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { parseScenario } from "../language/index.ts";
import { executeHere, type LoadLine, runSingle } from "../study/index.ts";

const file = new URL("./iot-gateway.yaml", import.meta.url);

/** The shipped gateway, smaller so that it is quick: 1 GiB of memory, short runs. */
const gateway = readFileSync(file, "utf8")
  .replace(/preset: raspberry-pi-4-4gb/, "preset: raspberry-pi-4-1gb")
  .replace(/size: \d+ GiB \} # where memory goes/, "size: 512 MiB } # where memory goes")
  .replace(/duration: .*/, "duration: 40 s")
  .replace(/replications: .*/, "replications: { min: 3, max: 3, until: 50 % }");

type Change = readonly [RegExp, string];

function changed(...changes: readonly Change[]): string {
  return changes.reduce((text, [pattern, replacement]) => {
    expect(text).toMatch(pattern);
    return text.replace(pattern, replacement);
  }, gateway);
}

async function study(text: string, deployment: string, { tenants, causes = false }: { tenants?: number; causes?: boolean }) {
  const loaded = await parseScenario(text, { file: file.pathname });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.diagnostics));
  return (await runSingle(loaded.scenario, deployment, tenants, { execute: executeHere, causes })).deployments[0];
}

/** The load line, looked for among these numbers of tenants; 0 if not even the first of them is carried. */
const loadLine = async (text: string, from: number, to: number, deployment = "container", causes = true): Promise<LoadLine> =>
  (await study(text.replace(/tenants: .*/, `tenants: ${from}..${to}`), deployment, { causes })).loadLine!;

/**
 * Whether this many tenants are carried, are not, or can't be told. More tenants never help (the search itself rests on it), so one load tells whether
 * another line is higher or lower, at a tenth of what it costs to find that line.
 */
const verdictAt = async (tenants: number, text: string, deployment = "container") => verdictOf(await study(text, deployment, { tenants }));

/** A load that memory cannot hold is missed without a run. */
const verdictOf = ({ excluded, points }: Awaited<ReturnType<typeof study>>) => (excluded.length > 0 ? "missed" : points[0].verdict);

const twiceTheMemory: Change = [/raspberry-pi-4-1gb/, "raspberry-pi-4-2gb"];

describe("containers on the gateway", () => {
  let base: LoadLine;
  beforeAll(async () => {
    base = await loadLine(gateway, 10, 60);
  });

  test("with 1 GiB the line is inside the range, and memory or the disk it swaps to ends it", () => {
    expect(base.tenants).toBeGreaterThan(10);
    expect(base.tenants).toBeLessThan(60);
    expect(["memory", "disk"]).toContain(base.bottleneck?.resource);
  });

  test("twice the memory carries more than one and a half times as many", async () => {
    expect(await verdictAt(Math.floor(1.5 * base.tenants) + 1, changed(twiceTheMemory))).toBe("met");
  });

  test("no swap carries fewer, and memory is named", async () => {
    const none = await loadLine(changed([/^\s*swap: .*$/m, ""]), base.tenants, base.tenants);
    expect(none).toMatchObject({ tenants: 0, atMost: base.tenants - 1 }); // missed for certain
    expect(none.bottleneck?.resource).toBe("memory");
  });

  test("a larger program carries fewer", async () => {
    const larger = changed([/heap: 30 MiB, workingSet: 20 MiB/, "heap: 50 MiB, workingSet: 40 MiB"]);
    expect(await verdictAt(base.tenants, larger)).toBe("missed");
  });

  test("virtual machines carry fewer than containers, and more than that with more memory", async () => {
    const vms = await loadLine(gateway, 3, base.tenants, "vm", false);
    expect(vms.tenants).toBeGreaterThanOrEqual(3);
    expect(vms.tenants).toBeLessThan(base.tenants);
    expect(await verdictAt(vms.tenants + 1, changed(twiceTheMemory), "vm")).toBe("met");
  });
});

describe("work instead of memory", () => {
  // Fifteen times the CPU time a message, and time to do it: cores end it before memory does.
  const heavy = [
    [/mean: 4 ms/, "mean: 60 ms"],
    [/p99: 250 ms/, "p99: 3000 ms"],
  ] as const;
  let base: LoadLine;
  beforeAll(async () => {
    base = await loadLine(changed(...heavy), 3, 60);
  });

  test("cores are named", () => {
    expect(base.bottleneck?.resource).toBe("cores");
  });

  test("one core instead of four carries fewer", async () => {
    const one = changed(...heavy, [/preset: raspberry-pi-4-1gb/, "preset: raspberry-pi-4-1gb\n    cpu: { cores: 1 }"]);
    expect(await verdictAt(base.tenants, one)).toBe("missed");
  });

  test("half the messages carry more", async () => {
    const fewer = changed(...heavy, [/every: 750 ms/, "every: 1500 ms"], [/every: 15 s/, "every: 30 s"]);
    expect(await verdictAt(base.tenants + 1, fewer)).toBe("met");
  });

  test("a tighter objective carries no more", async () => {
    expect(await verdictAt(base.tenants + 1, changed(...heavy, [/p99: 3000 ms/, "p99: 2000 ms"]))).not.toBe("met");
  });
});
