/**
 * A net for moving walls: small scenarios that together touch every mechanism, and stored digests of the events and of every number that a run
 * leaves behind. It proves that nothing changed, not that anything is right; that is for the tests beside the models. Renewed by `npm run net`.
 */
import { describe, expect, test } from "vitest";
import { type RunRecord, simulate } from "../../models/index.ts";
import { digestOf, moved, storedDigests } from "./digest.ts";
import { netRuns } from "./runs.ts";
import { SECTIONS, valuesOf } from "./values.ts";

const stored = storedDigests();
const runs = await netRuns();

test.each(runs)("$name", ({ name, spec }) => {
  expect(moved(name, digestOf(simulate(spec)), stored[name])).toEqual([]);
});

test("every stored digest belongs to a run", () => {
  expect(Object.keys(stored)).toEqual(runs.map(({ name }) => name));
});

describe("what has moved is named", () => {
  const run = simulate(runs[0].spec);
  const before = digestOf(run);
  const sentences = (changes: Partial<RunRecord>) => moved("a", digestOf({ ...run, ...changes }), before);
  type Changeable = Pick<RunRecord, "apps" | "hosts">;
  /** In slice 7 of the first application or host. */
  const changed = (what: keyof Changeable, changes: object) => {
    const [first, ...others] = run[what];
    return sentences({
      [what]: [{ ...first, slices: first.slices.map((slice, index) => (index === 7 ? { ...slice, ...changes } : slice)) }, ...others],
    });
  };

  test("the list has numbers in every section that a run always fills", () => {
    const filled = new Set(valuesOf(run).map(({ section }) => section));
    expect(SECTIONS.filter((section) => !filled.has(section))).toEqual([]);
  });

  test("the last bit of one value, by its section", () => {
    const { latencySum } = run.apps[0].slices[7];
    const { minorFaults, memory } = run.hosts[0].slices[7];
    const next = (value: number): number => value * (1 + Number.EPSILON);
    expect(changed("apps", { latencySum: latencySum + 1 })).toEqual([expect.stringMatching(/^a: VALUES changed, in latency\./)]);
    expect(changed("hosts", { minorFaults: minorFaults + 1 })[0]).toMatch(/ in faults\./);
    expect(changed("hosts", { memory: { ...memory, free: next(memory.free) } })[0]).toMatch(/ in memory\./);
    const hosts = run.hosts.map((host) => ({ ...host, evictions: host.evictions + 1 }));
    expect(sentences({ startup: next(run.startup), hosts })[0]).toMatch(/ in run, kills\./);
  });

  test("the events, apart from values", () => {
    expect(sentences({ fingerprint: "0" })).toEqual([expect.stringMatching(/^a: the events changed .* but no value\./)]);
    expect(sentences({ events: run.events + 1 })).toEqual([expect.stringContaining(`${run.events} before, ${run.events + 1} now`)]);
    expect(sentences({ events: 1, startup: 0 })).toHaveLength(2);
  });

  test("nothing, if only the audit counts otherwise; and a run that is new", () => {
    expect(sentences({ audit: { ...run.audit, checks: run.audit.checks + 1 } })).toEqual([]);
    expect(moved("a", before, undefined)).toEqual(['a: nothing is stored; "npm run net" stores it']);
  });
});
