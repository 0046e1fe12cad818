/** Loading as a whole: presets and defaults, messages, files, and texts of any kind. What a section says is tested beside it. */
import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { loadScenario, parseScenario, validateText } from "./load.ts";
import { template } from "./template.ts";
import { errors, load, onlyError, write } from "./testing/scenario.ts";
import { formatDiagnostics } from "./text/diagnostics.ts";
import type { Preset, Presets } from "./text/presets.ts";

describe("each top-level key", () => {
  const KEYS = ["plimsoll", "title", "hosts", "apps", "deployments", "objective", "experiment"];
  const lines = (): Map<string, string> =>
    new Map(`${write({ title: "t", experiment: "{ seed: 1 }" })}`.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line]));
  const OTHERWISE: readonly (readonly [string, (key: string) => string])[] = [
    ["missing", () => ""],
    [
      "misspelt",
      (key) =>
        `${key}z: ${lines()
          .get(key)
          ?.slice(key.length + 1)}`,
    ],
    ["empty", (key) => `${key}:`],
    ["an empty map", (key) => `${key}: {}`],
    ["a map", (key) => `${key}: { a: 1 }`],
    ["a list", (key) => `${key}: [1]`],
    ["a number", (key) => `${key}: 1`],
    ["a text", (key) => `${key}: x`],
  ];
  test.each(KEYS.flatMap((key) => OTHERWISE.map(([how, line]) => [key, how, line(key)] as const)))(
    "%s, %s: told, not thrown",
    async (key, _, line) => {
      const changed = [...lines()].map(([each, text]) => (each === key ? line : text)).join("\n");
      const result = await parseScenario(changed, { file: "s.yaml" });
      if (result.ok) expect(["plimsoll", "title", "experiment"]).toContain(key);
      else expect(result.diagnostics.every(({ message }) => message !== "")).toBe(true);
      expect(result.ok || result.diagnostics.length > 0).toBe(true);
    },
  );

  test("what is missing of a unit is told, whatever its label would need", async () => {
    const messages = await errors(write({ deployments: "{ f: { function: { platform: {}, runtime: go, memory: 64 MiB } } }" }));
    expect(messages.map(({ message }) => message).join("; ")).toMatch(/missing: .*keepAlive/);
  });
});

describe("a scenario", () => {
  test("resolves presets, what replaces them, and defaults; each value knows where it is from", async () => {
    const scenario = await load({ hosts: "{ gateway: { preset: raspberry-pi-4-4gb, cpu: { cores: 2 } } }" });
    const [host] = (scenario.deployments[0] as Scenario["deployments"][number]).spec.hosts;
    expect(host).toMatchObject({
      preset: "raspberry-pi-4-4gb",
      cpu: { cores: 2, speed: 289 },
      memory: { size: 4 * 1024 * 1024 * 1024 },
      os: { swap: undefined },
    });
    const origin = (path: string) => scenario.values.find((value) => value.path === path);
    expect(origin("hosts.gateway.cpu.cores")).toEqual({ path: "hosts.gateway.cpu.cores", value: "2", origin: "s.yaml:2" });
    expect(origin("hosts.gateway.cpu.speed")).toMatchObject({
      value: "289 points",
      origin: "preset raspberry-pi-4-4gb",
      source: expect.stringContaining("Geekbench"),
    });
    expect(origin("experiment.duration")).toEqual({ path: "experiment.duration", value: "10 min", origin: "default" });
    expect(origin("hosts.gateway.disks.main")).toMatchObject({ value: "microsd-a1", origin: "preset raspberry-pi-4-4gb" });
    expect(origin("hosts.gateway.disks.main.parallel")).toMatchObject({ origin: "preset microsd-a1" });
  });

  test("names each value once", async () => {
    const scenario = await load({
      deployments: "{ v: { vm: { memory: 256 MiB } }, c: { container: {} }, f: { function: { runtime: go } } }",
    });
    const paths = scenario.values.map(({ path }) => path);
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([]);
  });

  test("gives the same for YAML and JSON", async () => {
    const { value } = {
      value: {
        plimsoll: 1,
        hosts: { gateway: { preset: "raspberry-pi-4" } },
        apps: {
          a: { arrivals: { poisson: "5/s" }, request: [{ reply: "1 B" }], memory: { code: "1 MiB", heap: "1 MiB", workingSet: "1 MiB" } },
        },
        deployments: { c: { container: {} } },
        objective: { latency: { p95: "1 s" }, errors: "2 %" },
      },
    };
    const result = await parseScenario(JSON.stringify(value, null, "\t"), { file: "s.json" });
    expect(result).toMatchObject({ ok: true, scenario: { objectives: new Map([["a", { statistic: "p95", latency: 1, errors: 0.02 }]]) } });
  });

  test("does not depend on the folder it is in", async () => {
    const values = async (file: string) => {
      const result = await parseScenario(write(), { file });
      return result.ok ? result.scenario.values : [];
    };
    expect(await values("/somewhere/else/s.yaml")).toEqual(await values("s.yaml"));
  });

  test("of another version of the language is refused", async () => expect((await onlyError({ plimsoll: "2" })).message).toBe("found 2"));
});

describe("a library of presets is handed in", () => {
  const source = "made up";
  const value = (each: unknown) => ({ value: each, source });
  const preset = (name: string, values: Preset["values"]): [string, Preset] => [name, { name, title: `The ${name}`, values }];
  const kinds: Readonly<Record<string, ReadonlyMap<string, Preset>>> = {
    hosts: new Map([
      preset("abacus", {
        cpu: { isa: value("arm64"), cores: value(3), speed: value("7 points"), clock: value("1 MHz") },
        virtualization: value(false),
        memory: value("1 GiB"),
        nic: { bandwidth: value("1 kbit/s") },
        disk: value("drum"),
      }),
    ]),
    disks: new Map([
      preset("drum", {
        readAccess: value("17 ms"),
        writeAccess: value("17 ms"),
        readBandwidth: value("1 MB/s"),
        writeBandwidth: value("1 MB/s"),
      }),
    ]),
    engines: new Map([
      preset("crate", {
        daemonMemory: value("1 MiB"),
        shimMemory: value("2 MiB"),
        startCpu: value("3 ms"),
        startSpeed: value("7 points"),
        startRead: value("4 KiB"),
        networkRoundTrip: value("0 s"),
      }),
    ]),
    security: new Map([preset("lock", { perCall: value("5 ns") })]),
  };
  const presets: Presets = { of: (kind) => kinds[kind] ?? new Map() };
  const parse = (sections: Parameters<typeof write>[0]) => parseScenario(write(sections), { file: "s.yaml", presets });
  const apps =
    "{ sums: { arrivals: { poisson: 1/s }, request: [{ cpu: { constant: 1 ms, on: abacus } }, { reply: 1 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } } }";

  test("and a scenario is made of what is in it", async () => {
    const result = await parse({
      hosts: "{ h: { preset: abacus } }",
      apps,
      deployments: "{ c: { container: { engine: crate, security: lock } } }",
    });
    if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics));
    const [{ spec, label }] = result.scenario.deployments as [Scenario["deployments"][number]];
    expect(spec.hosts[0]).toMatchObject({ preset: "abacus", cpu: { cores: 3 }, disks: { main: { readAccess: 17e-3 } } });
    expect(spec.parts[0]).toMatchObject({ app: { request: [{ speed: 7 }, {}] }, unit: { engine: { name: "crate" } } });
    expect(label).toBe("The crate, The lock, all cores, no memory limit");
    expect(result.scenario.values.find(({ path }) => path === "hosts.h.cpu.cores")).toEqual({
      path: "hosts.h.cpu.cores",
      value: "3",
      origin: "preset abacus",
      source,
    });
  });

  test("and the presets that ship are unknown to it", async () => {
    const hosts = "{ h: { preset: raspberry-pi-4 } }";
    const result = await parse({ hosts, apps, deployments: "{ c: { container: { engine: crate, security: lock } } }" });
    expect(result).toMatchObject({
      ok: false,
      diagnostics: [{ line: 2, message: 'unknown host preset "raspberry-pi-4"', expected: "abacus" }],
    });
  });
});

describe("messages", () => {
  test("come all at once, in the order of the file, also from sections beside broken ones", async () => {
    const found = await errors(
      write({
        title: "''",
        hosts: "{ gateway: { preset: rasberry-pi-4 } }",
        apps: "{ telemetry: { arrivals: { poison: 5/s }, request: [{ wirte: 4 KiB }], memory: { code: 12 MiB, heap: 3500m, workingSet: 20 MiB } } }",
        deployments: "{ a: { container: { securty: none } }, b: { host: nowhere, container: {} } }",
        objective: "{ latency: { p98: 250 ms } }",
        experiment: "{ replications: { min: 9, max: 8 } }",
      }),
    );
    expect(found.map(({ line, message }) => [line, message.replace(/:.*/, "")])).toEqual([
      [2, 'unknown host preset "rasberry-pi-4"'],
      [3, 'unknown key "poison"'],
      [3, 'unknown key "wirte"'],
      [3, '"3500m"'],
      [4, 'unknown key "securty"'],
      [4, 'unknown host "nowhere"'],
      [5, 'unknown key "p98"'],
      [6, 'found ""'],
      [7, "at least 9 replications, but at most 8"],
    ]);
  });

  test("show the place, what was found, what was expected and the fix", async () => {
    const text = "plimsoll: 1\nhosts:\n  gateway:\n    preset: raspberry-pi-4\n    memmory: 4 GiB\n";
    const error = (await errors(text)).filter(({ line }) => line === 5);
    expect(formatDiagnostics(error)).toBe(
      [
        'error: unknown key "memmory"',
        " --> s.yaml:5:5",
        "  |",
        "4 |     preset: raspberry-pi-4",
        "5 |     memmory: 4 GiB",
        "  |     ^^^^^^^",
        "  = expected: preset, disks, systemDisk, swap, paging, network, cpu, mmu, scheduler, slices, virtualization, memory, nic or system",
        '  = fix: did you mean "memory"?',
      ].join("\n"),
    );
  });

  test("can be coloured from outside", async () => {
    const found = await errors(write({ plimsoll: "3" }));
    expect(formatDiagnostics(found, { style: (part, text) => `<${part}>${text}</>` })).toContain("<error>error:</> found 3");
  });

  test("an unknown preset suggests the one that was meant", async () => {
    expect((await onlyError({ deployments: "{ v: { vm: { hypervisor: kmv, memory: 256 MiB } } }" })).fix).toBe('did you mean "kvm"?');
    expect((await onlyError({ deployments: "{ f: { function: { runtime: { preset: node-js } } } }" })).message).toBe(
      'unknown function runtime preset "node-js"',
    );
  });

  test("long lines are cut around the place", async () => {
    const text = formatDiagnostics(
      await errors(write({ hosts: `{ gateway: { preset: raspberry-pi-4, x-note: "${"n".repeat(500)}", memory: 5 } }` })),
    );
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(200);
    expect(text).toContain("memory: 5");
  });

  test("validateText gives warnings and errors", async () => {
    expect(await validateText(write())).toEqual([]);
    expect(await validateText("plimsoll: 1")).not.toEqual([]);
  });
});

describe("files", () => {
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code });
  };
  test.each([
    ["ENOENT", "there is no such file"],
    ["EISDIR", "this is a folder"],
    ["EACCES", "reading it is not permitted"],
    ["EFBIG", "the file is too large"],
    ["EIO", "it can't be read (EIO)"],
  ])("%s", async (code, message) =>
    expect(await loadScenario("s.yaml", failing(code))).toMatchObject({ ok: false, diagnostics: [{ file: "s.yaml", message }] }),
  );

  test.each([
    ["binary", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0), "this is a binary file"],
    ["not UTF-8", Uint8Array.of(0x61, 0xff, 0xfe), "the file is not valid UTF-8"],
    ["empty", Uint8Array.of(), "the file has no content"],
    ["huge", new Uint8Array(6 * 1024 * 1024).fill(0x20), "the file is too large"],
  ])("%s", async (_, bytes, message) =>
    expect(await loadScenario("s.yaml", async () => bytes)).toMatchObject({ ok: false, diagnostics: [{ message }] }),
  );

  test("a real folder and a real missing file", async () => {
    expect(await loadScenario(".")).toMatchObject({ ok: false, diagnostics: [{ message: "this is a folder" }] });
    expect(await loadScenario("no-such-file.yaml")).toMatchObject({ ok: false, diagnostics: [{ message: "there is no such file" }] });
  });
});

describe("no input makes it throw", () => {
  const texts = [
    "[]",
    "1",
    "a",
    "'",
    "{",
    "- - -",
    "plimsoll: [1]",
    "hosts: 3\napps: x\ndeployments: [1]\nobjective: 1\nexperiment: []",
    "? [a]\n: b",
    "hosts: { __proto__: { preset: x } }",
    "&a *a",
    "!!binary x",
    "apps: { a: { request: 5, arrivals: [5] } }",
  ];
  test.each(texts)("%j", async (text) => expect((await errors(text)).length).toBeGreaterThan(0));

  test("a scenario cut off or with a line missing, anywhere", async () => {
    const lines = template().split("\n");
    let refused = 0;
    for (let cut = 0; cut < lines.length; cut += 2) {
      refused += (await errors(lines.slice(0, cut).join("\n"))).length > 0 ? 1 : 0;
      refused += (await errors(lines.filter((_, index) => index !== cut).join("\n"))).length > 0 ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(lines.length / 4);
  });
});
