/** What the scenario language says about memory: access patterns, data files, swap and zram, paging, limits that lead to paging. */
import { describe, expect, test } from "vitest";
import type { AppSpec } from "../../models/workload/spec.ts";
import { parseScenario } from "./load.ts";

interface Parts {
  readonly swap?: string;
  readonly host?: string;
  readonly memory?: string;
  readonly request?: string;
  readonly deployment?: string;
}

const parse = ({ swap = "{ size: 2 GiB }", host = "", memory = "", request = "", deployment = "container: { memory: 64 MiB }" }: Parts) =>
  parseScenario(
    `plimsoll: 1
hosts: { gateway: { preset: raspberry-pi-4-4gb, swap: ${swap} ${host} } }
apps: { telemetry: { arrivals: { poisson: 5/s }, request: [${request} { reply: 512 B }], memory: { code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB ${memory} } } }
deployments: { d: { ${deployment} } }
objective: { latency: { p99: 250 ms } }
`,
    { file: "s.yaml" },
  );

async function specOf(parts: Parts) {
  const result = await parse(parts);
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
  const [{ spec }] = result.scenario.deployments;
  return { host: spec.hosts[0], app: spec.parts[0].app as AppSpec, placement: spec.parts[0].unit, warnings: result.warnings };
}

async function problemOf(parts: Parts) {
  const result = await parse(parts);
  return result.ok ? [] : result.diagnostics.map(({ message, expected, line }) => `${line}: ${message}; ${expected}`);
}

describe("access patterns", () => {
  test.each([
    ["", { kind: "uniform" }],
    [", access: scan", { kind: "scan" }],
    [", access: { zipf: 0.9 }", { kind: "zipf", exponent: 0.9 }],
    [", access: { phases: { every: 30 s, share: 50 % } }", { kind: "phases", every: 30, share: 0.5 }],
  ])("%s", async (memory, access) => {
    expect((await specOf({ memory })).app.memory.access).toEqual(access);
  });

  test.each([
    [", access: random", /^3: found "random"; uniform, scan, \{ zipf/],
    [", access: { zipf: 5 }", /^3: found 5; a number, more than 0 and at most 4/],
    [", access: { phases: { every: 30, share: 50 % } }", /^3: phases.every: .*unit/],
    [", access: { phases: { every: 30 s, shar: 50 % } }", /^3: unknown key "shar" of phases; every and share/],
    [", access: { lru: 1 }", /^3: unknown access pattern "lru"/],
  ])("%s is refused", async (memory, message) => {
    const [problem, ...others] = await problemOf({ memory });
    expect(problem).toMatch(message);
    expect(others).toEqual([]);
  });
});

describe("data files", () => {
  test("buffered steps", async () => {
    const { app } = await specOf({ memory: ", data: 1 MiB", request: "{ bufferedRead: 8 KiB }, { bufferedWrite: 4 KiB }," });
    expect(app.request.slice(0, 2)).toEqual([
      { kind: "bufferedRead", size: 8192 },
      { kind: "bufferedWrite", size: 4096 },
    ]);
    expect(app.memory.data).toBe(1024 * 1024);
  });

  test("without files, or beyond their size", async () => {
    expect(await problemOf({ request: "{ bufferedRead: 8 KiB }," })).toEqual([
      "3: the application has no data files; their size in `memory.data`",
    ]);
    expect(await problemOf({ memory: ", data: 4 KiB", request: "{ bufferedWrite: 8 KiB }," })).toEqual([
      "3: 8 KiB is more than the application's data files; at most 4 KiB",
    ]);
  });

  test("one layer for several applications", async () => {
    expect((await specOf({ memory: ", layer: 'sha256:4bcf'" })).app.memory.layer).toBe("sha256:4bcf");
    expect((await specOf({})).app.memory.layer).toBeUndefined();
  });
});

describe("swap", () => {
  test("on a disk, in compressed memory, or both", async () => {
    const zram = { name: "lzo-arm", size: 1024 * 1024 * 1024, ratio: 1.62, decompress: 10e-6, compress: 20e-6, speed: 289 };
    expect((await specOf({ swap: "{ zram: { size: 1 GiB } }" })).host.os).toMatchObject({ swap: undefined, zram });
    expect((await specOf({ swap: "{ size: 2 GiB, zram: { size: 1 GiB, preset: zstd, ratio: 3 } }" })).host.os).toMatchObject({
      swap: { disk: "main" },
      zram: { name: "zstd", ratio: 3, decompress: 5.7e-6 },
    });
  });

  test("what makes no sense is refused", async () => {
    expect(await problemOf({ swap: "{ zram: { size: 7 GiB } }" })).toEqual([
      "2: 7 GiB compressed 1.62 times would fill the memory of 4 GiB; at most 6635 MiB",
    ]);
    expect(await problemOf({ host: ", paging: { swappiness: 201 }" })).toEqual([expect.stringMatching(/^2: found 201; a whole number/)]);
    expect(await problemOf({ host: ", paging: { dirtyRatio: 5 % }" })).toEqual([
      expect.stringMatching(/writing in the background begins at 10 %, after writers have to wait; at most the dirtyRatio, 5 %$/),
    ]);
  });

  test("paging defaults are those of Linux", async () => {
    expect((await specOf({})).host.os.paging).toEqual({
      swappiness: 60,
      pageCluster: 3,
      dirty: { backgroundRatio: 0.1, ratio: 0.2, expire: 30, interval: 5 },
    });
  });
});

describe("limits that lead to paging are warnings", () => {
  test("a container", async () => {
    const { placement, warnings } = await specOf({ deployment: "container: { memory: 32 MiB, swap: 16 MiB }" });
    expect(placement).toMatchObject({ swap: 16 * 1024 * 1024 });
    expect(warnings.map(({ message }) => message)).toEqual(['the container will page: code 12 MiB + heap 30 MiB of "telemetry" = 42 MiB']);
    const without = await parseScenario(
      "plimsoll: 1\nhosts: { g: { preset: raspberry-pi-4-4gb } }\napps: { t: { arrivals: { poisson: 5/s }, request: [{ reply: 1 B }], memory: { code: 1 MiB, heap: 30 MiB, workingSet: 2 MiB } } }\ndeployments: { d: { container: { memory: 16 MiB } } }\nobjective: { latency: { p99: 250 ms } }\n",
      { file: "s.yaml" },
    );
    expect(without).toMatchObject({ ok: true, warnings: [{ message: expect.stringMatching(/will be killed: there is no swap/) }] });
  });

  test("a virtual machine", async () => {
    const { placement, warnings } = await specOf({ deployment: "vm: { memory: 96 MiB, swap: 64 MiB }" });
    expect(placement).toMatchObject({ swap: 64 * 1024 * 1024 });
    expect(warnings.map(({ message }) => message)).toEqual([
      'the virtual machine will page: kernel 15.4 MiB + system 45 MiB + code 12 MiB + heap 30 MiB of "telemetry" = 102.4 MiB',
    ]);
  });
});
