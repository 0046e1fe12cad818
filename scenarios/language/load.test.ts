import { describe, expect, test } from "vitest";
import type { Scenario } from "../scenario.ts";
import { type Diagnostic, formatDiagnostics } from "./diagnostic.ts";
import { type LoadResult, loadScenario, parseScenario, validateText } from "./load.ts";

const BASE = {
  plimsoll: "1",
  hosts: "{ gateway: { preset: raspberry-pi-4-4gb, swap: { size: 2 GiB } } }",
  apps: "{ telemetry: { arrivals: { poisson: 5/s }, request: [{ cpu: { exponential: 4 ms, on: raspberry-pi-4 } }, { reply: 512 B }], memory: { code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB } } }",
  deployments: "{ c: { container: { memory: 64 MiB } } }",
  objective: "{ latency: { p99: 250 ms } }",
};

const write = (sections: Partial<Record<keyof typeof BASE | "experiment" | "title", string>> = {}): string =>
  Object.entries({ ...BASE, ...sections })
    .map(([key, text]) => `${key}: ${text}`)
    .join("\n");

/** An app with some of its parts replaced. */
function app(parts: Record<string, string>): { apps: string } {
  const all = {
    arrivals: "{ poisson: 5/s }",
    request: "[{ cpu: { exponential: 4 ms, on: raspberry-pi-4 } }, { reply: 512 B }]",
    memory: "{ code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB }",
    ...parts,
  };
  return {
    apps: `{ telemetry: { ${Object.entries(all)
      .map(([key, text]) => `${key}: ${text}`)
      .join(", ")} } }`,
  };
}

const step = (demand: string) => app({ request: `[{ cpu: ${demand} }, { reply: 1 B }]` });

const noFiles = async () => {
  throw Object.assign(new Error(), { code: "ENOENT" });
};
const files = (content: Record<string, string>) => async (file: string) => {
  const text = content[file];
  return text === undefined ? noFiles() : new TextEncoder().encode(text);
};
const parse = (text: string, content: Record<string, string> = {}): Promise<LoadResult> =>
  parseScenario(text, { file: "s.yaml", readFile: files(content) });

async function load(text: string, content: Record<string, string> = {}): Promise<Scenario> {
  const result = await parse(text, content);
  if (!result.ok) throw new Error(formatDiagnostics(result.diagnostics));
  return result.scenario;
}

async function errors(text: string, content: Record<string, string> = {}): Promise<readonly Diagnostic[]> {
  const result = await parse(text, content);
  return result.ok ? [] : result.diagnostics;
}

async function onlyError(text: string, content: Record<string, string> = {}): Promise<Diagnostic> {
  const found = await errors(text, content);
  expect(found.map(({ message }) => message)).toHaveLength(1);
  return found[0] as Diagnostic;
}

const firstPart = (scenario: Scenario) =>
  (scenario.deployments[0] as Scenario["deployments"][number]).spec.parts[0] as never as Record<string, never>;
const demandOf = (scenario: Scenario) => (firstPart(scenario)["app"] as { request: { demand: unknown }[] }).request[0]?.demand;

describe("a scenario", () => {
  test("a host's network: none, a preset, or values of its own", async () => {
    const network = async (text: string) => {
      const scenario = await load(write({ hosts: `{ g: { preset: raspberry-pi-4${text} } }` }));
      return (scenario.deployments[0] as Scenario["deployments"][number]).spec.hosts[0].network;
    };
    expect(await network("")).toBeUndefined();
    expect(await network(", network: lan-1g")).toMatchObject({ latency: 29e-6, bandwidthIn: Infinity, clientBandwidth: 125e6 });
    const wifi = await network(", network: { preset: wifi-n, latency: 2 ms }");
    expect(wifi).toMatchObject({ latency: 2e-3, bandwidthIn: 72.2e6 / 8, radio: { access: 200e-6, aggregation: 1 } });
    expect(await network(", network: { latency: 5 ms, bandwidthOut: 1 MB/s, loss: 1 % }")).toEqual({
      latency: 5e-3,
      bandwidthIn: Infinity,
      bandwidthOut: 1e6,
      clientBandwidth: Infinity,
      loss: 0.01,
      window: 6 * 1024 * 1024,
    });
  });

  test("resolves presets, what replaces them, and defaults; each value knows where it is from", async () => {
    const scenario = await load(write({ hosts: "{ gateway: { preset: raspberry-pi-4-4gb, cpu: { cores: 2 } } }" }));
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
    const scenario = await load(
      write({ deployments: "{ v: { vm: { memory: 256 MiB } }, c: { container: {} }, f: { function: { runtime: go } } }" }),
    );
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
    expect(result).toMatchObject({ ok: true, scenario: { objective: { percentile: 95, latency: 1, errors: 0.02 } } });
  });

  test("has labels for people", async () => {
    const scenario = await load(
      write({
        deployments:
          "{ v: { vm: { memory: 256 MiB } }, c: { container: { cpus: 0.5 } }, f: { function: { runtime: go, memory: 128 MiB } }, m: { apps: { telemetry: { vm: { memory: 1 GiB, vcpus: 2 } } } } }",
      }),
    );
    expect(scenario.deployments.map(({ label }) => label)).toEqual([
      "KVM, Alpine guest, 1 vCPU, 256 MiB",
      "Docker, AppArmor, 0.5 cores, no memory limit",
      "OpenWhisk, Go, 128 MiB, keep-alive 10 min",
      "telemetry: KVM, Alpine guest, 2 vCPUs, 1 GiB",
    ]);
  });

  test("mixes placements by application, on one of several hosts", async () => {
    const apps = `{ a: &a { arrivals: { poisson: 5/s }, request: [{ reply: 1 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } }, b: *a }`;
    const hosts = "{ one: { preset: raspberry-pi-5 }, two: { preset: small-x86-server } }";
    const scenario = await load(
      write({
        apps,
        hosts,
        deployments: "{ m: { host: two, apps: { b: { vm: { memory: 128 MiB } }, a: { container: {} } }, restarts: { every: 6 h } } }",
      }),
    );
    const { spec } = scenario.deployments[0] as Scenario["deployments"][number];
    expect(spec.hosts[0].name).toBe("two");
    expect(spec.restartEvery).toBe(6 * 3600);
    expect(spec.parts.map(({ app, unit }) => [app.name, unit.kind])).toEqual([
      ["a", "container"],
      ["b", "vm"],
    ]);
  });

  test("takes a host without any preset when all is said", async () => {
    const hosts =
      "{ h: { cpu: { isa: x86_64, cores: 2, speed: 500 points, clock: 2 GHz }, virtualization: true, memory: 2 GiB, nic: { bandwidth: 1 Gbit/s }, disks: { d: nvme } } }";
    const { spec } = (await load(write({ hosts }))).deployments[0] as Scenario["deployments"][number];
    expect(spec.hosts[0]).toMatchObject({ preset: "custom", systemDisk: "d", cpu: { speed: 500 } });
  });

  test("takes what Docker takes for CPUs, and how the host schedules them", async () => {
    const scenario = await load(
      write({
        hosts: "{ g: { preset: raspberry-pi-4, scheduler: slices, slices: { baseSlice: 3 ms } } }",
        deployments:
          '{ c: { container: { cpus: 1.5, cpuPeriod: 20 ms, cpuWeight: 200, cpuset: "0,2-3" } }, v: { vm: { memory: 256 MiB, cpuset: 1 } } }',
      }),
    );
    expect(firstPart(scenario)["unit"]).toMatchObject({ cpus: 1.5, cpuPeriod: 0.02, cpuWeight: 200, cpuset: [0, 2, 3] });
    expect(scenario.deployments[1]?.spec.parts[0]?.unit).toMatchObject({ cpuset: [1] });
    expect(scenario.deployments[0]?.spec.hosts[0].os.scheduler).toEqual({
      kind: "slices",
      baseSlice: 3e-3,
      wakeupGranularity: 1e-3,
      migrationCost: 0.5e-3,
      balanceInterval: 4e-3,
    });
    expect((await load(write())).deployments[0]?.spec.hosts[0].os.scheduler).toEqual({ kind: "fluid" });
  });

  test("gives a function cores in proportion to its memory where the platform does", async () => {
    const scenario = await load(
      write({ deployments: "{ f: { function: { platform: aws-lambda-like, runtime: go, memory: 3538 MiB } } }" }),
    );
    expect(firstPart(scenario)["unit"]).toMatchObject({ cpus: 2, timeout: 3, platform: { poolMemory: Number.POSITIVE_INFINITY } });
  });

  test("does not depend on the folder it is in", async () => {
    const values = async (file: string) => {
      const result = await parseScenario(write(), { file });
      return result.ok ? result.scenario.values : [];
    };
    expect(await values("/somewhere/else/s.yaml")).toEqual(await values("s.yaml"));
  });
});

describe("demands", () => {
  test.each([
    ["{ constant: 4 ms, on: 1 points }", { kind: "constant", value: 0.004 }],
    ["{ exponential: 4 ms, on: 1 points }", { kind: "exponential", mean: 0.004 }],
    ["{ uniform: { low: 1 ms, high: 2 ms }, on: 1 points }", { kind: "uniform", low: 0.001, high: 0.002 }],
    ["{ erlang: { mean: 4 ms, stages: 3 }, on: 1 points }", { kind: "erlang", mean: 0.004, stages: 3 }],
    ["{ gamma: { mean: 4 ms, cv: 0.5 }, on: 1 points }", { kind: "gamma", mean: 0.004, cv: 0.5 }],
    ["{ hyperexponential: { mean: 4 ms, cv: 2 }, on: 1 points }", { kind: "hyperexponential", mean: 0.004, cv: 2 }],
    ["{ lognormal: { mean: 4 ms, cv: 1 }, on: 1 points }", { kind: "lognormal", mean: 0.004, cv: 1 }],
    ["{ lognormal: { median: 3 ms, p99: 20 ms }, on: 1 points }", { kind: "lognormal", median: 0.003, percentile: 99, value: 0.02 }],
    ["{ weibull: { shape: 0.7, scale: 4 ms }, on: 1 points }", { kind: "weibull", shape: 0.7, scale: 0.004 }],
    ["{ pareto: { shape: 2.5, minimum: 1 ms }, on: 1 points }", { kind: "pareto", shape: 2.5, minimum: 0.001 }],
    [
      "{ empirical: { values: [1 ms, 3 ms], weights: [3, 1] }, on: 1 points }",
      { kind: "empirical", values: [0.001, 0.003], weights: [3, 1] },
    ],
  ])("%s", async (demand, distribution) => expect(demandOf(await load(write(step(demand))))).toEqual({ kind: "drawn", distribution }));

  test.each([
    ["raspberry-pi-4", 289],
    ["raspberry-pi-5-8gb", 904],
    ["gateway", 289],
    ["750 points", 750],
  ])("measured on %s", async (core, speed) => {
    const scenario = await load(write(step(`{ constant: 1 ms, on: ${core} }`)));
    expect((firstPart(scenario)["app"] as { request: unknown[] }).request[0]).toMatchObject({ speed });
  });

  test.each([
    ["{ lognormal: { mean: 4 ms }, on: 1 points }", "a lognormal distribution needs two values"],
    ["{ lognormal: { median: 4 ms, cv: 2 }, on: 1 points }", "a lognormal distribution needs two values"],
    ["{ lognormal: { median: 4 ms, p99: 3 ms }, on: 1 points }", "p99 is not above the median"],
    ["{ uniform: { low: 4 ms, high: 2 ms }, on: 1 points }", "the upper bound is below the lower one"],
    ["{ empirical: { values: [1 ms, 2 ms], weights: [1] }, on: 1 points }", "1 weights for 2 values"],
    ["{ pareto: { shape: 0.9, minimum: 1 ms }, on: 1 points }", "found 0.9"],
    ["{ constant: 1 ms, exponential: 1 ms, on: 1 points }", "constant and exponential exclude each other"],
    ["{ on: 1 points }", "none of the alternatives is given"],
    ["{ constant: 1 ms }", '"on" is missing'],
    ["{ constant: 1 ms, on: raspbery-pi-4 }", 'unknown core "raspbery-pi-4"'],
  ])("%s is refused", async (demand, message) => expect((await onlyError(write(step(demand)))).message).toBe(message));
});

describe("traces", () => {
  const apps = (trace: string, columns = "{ tokens: 8 ms }") =>
    app({ arrivals: `{ trace: ${trace} }`, request: `[{ cpu: { columns: ${columns}, on: 100 points } }, { reply: 1 B }]` });
  const CSV = "TIMESTAMP,tokens\n1,10\n2,20\n";

  test("are read from beside the scenario, with the columns in use", async () => {
    const text = write(apps("{ file: t.csv, share: 5 %, attribution: Someone }"));
    const scenario = await load(text, { "t.csv": CSV });
    expect(firstPart(scenario)["app"]).toMatchObject({
      arrivals: [
        { kind: "trace", share: 0.05, speed: 1, trace: { times: Float64Array.of(0, 1), columns: { tokens: Float64Array.of(10, 20) } } },
      ],
    });
    expect(scenario.attributions).toEqual(["t.csv: Someone"]);
  });

  test("that are not there are reported at the name", async () => {
    const error = await onlyError(write(apps("{ file: nowhere.csv }")));
    expect(error.message).toBe('trace file "nowhere.csv": there is no such file');
    expect(error.line).toBe(3);
  });

  test("with bad rows are reported in the trace", async () => {
    expect(await onlyError(write(apps("{ file: t.csv }")), { "t.csv": "TIMESTAMP,tokens\n1,10\n2,x\n" })).toMatchObject({
      file: "t.csv",
      line: 3,
      column: 3,
    });
  });

  test("need the columns that steps use", async () => {
    expect((await onlyError(write(apps("{ file: t.csv }", "{ token: 8 ms }")), { "t.csv": CSV })).fix).toBe('did you mean "tokens"?');
  });

  test("are the only source of columns", async () => {
    const both = app({
      arrivals: "[{ trace: { file: t.csv } }, { poisson: 1/s }]",
      request: "[{ cpu: { columns: { tokens: 1 ms }, on: 1 points } }, { reply: 1 B }]",
    });
    expect((await onlyError(write(both), { "t.csv": CSV })).message).toBe("requests that do not come from a trace have no columns");
  });
});

describe("what does not fit together", () => {
  test.each<[string, Parameters<typeof write>[0], string, string]>([
    [
      "swap on a disk that is not there",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: nvme }, swap: { on: mian, size: 1 GiB } } }" },
      'unknown disk "mian"',
      'did you mean "main"?',
    ],
    [
      "swap that its disk cannot hold",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: microsd-a1, size: 8 GiB } }, swap: { size: 9 GiB } } }" },
      "9 GiB of swap on a disk of 8 GiB",
      'write less swap, or give the disk its size: "disks: { main: { size: ... } }"',
    ],
    [
      "a radio channel with two bit rates",
      { hosts: "{ g: { preset: raspberry-pi-4, network: { preset: wifi-n, bandwidthOut: 10 Mbit/s } } }" },
      "a radio channel whose bit rate is not the same both ways",
      "write the bit rate of the channel for both",
    ],
    [
      "a network of which too little is said",
      { hosts: "{ g: { preset: raspberry-pi-4, network: { loss: 1 % } } }" },
      '"latency" is missing',
      'add them, or name a preset with "preset: ..."',
    ],
    [
      "two arms",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: hdd, parallel: 2 } } } }" },
      "2 commands at a time on a disk with moving parts",
      "leave parallel out, or mechanics if this is flash",
    ],
    [
      "seeks shorter than the shortest",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: hdd, mechanics: { averageSeek: 0.5 ms } } } } }" },
      "an average seek of 500 us is shorter than the shortest, 1 ms",
      "look the two up in the data sheet",
    ],
    [
      "a write cache that empties faster than it fills",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: sata-ssd, writeCache: { drain: 600 MB/s } } } } }" },
      "a write cache that empties at 600 MB/s, faster than it can be filled",
      "write the rate of a long sequential write",
    ],
    [
      "a write cache that never empties",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: emmc, writeCache: { size: 1 GiB } } } } }" },
      "a write cache that never empties",
      'add "drain: ...", the rate of a long sequential write',
    ],
    [
      "a write cache larger than its disk",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: sata-ssd, size: 1 GiB, writeCache: { size: 2 GiB } } } } }" },
      "a write cache of 2 GiB on a disk of 1 GiB",
      "write a smaller cache, or a larger disk",
    ],
    [
      "a command that is faster than its device",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, unitReadBandwidth: 2 GB/s } } } }" },
      "one command at 2 GB/s is faster than the device",
      'write "device", or a lower rate',
    ],
    [
      "a controller that needs longer than the access",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, commandTime: 1 ms } } } }" },
      "a command time of 1 ms is longer than a whole access",
      "write a shorter time",
    ],
    [
      "swap beyond reason",
      { hosts: "{ g: { preset: raspberry-pi-4, disks: { main: nvme }, swap: { size: 100 GiB } } }" },
      "100 GiB of swap on 4 GiB of memory",
      "",
    ],
    [
      "a system larger than its host",
      { hosts: "{ g: { preset: raspberry-pi-4, memory: 128 MiB } }" },
      "the host's own system (300 MiB) fills its memory (128 MiB)",
      "",
    ],
    [
      "a working set beyond code and heap",
      app({ memory: "{ code: 1 MiB, heap: 2 MiB, workingSet: 4 MiB }" }),
      "4 MiB is more than code and heap together",
      'write "3 MiB" or less',
    ],
    ["a reply in the middle", app({ request: "[{ reply: 1 B }, { write: 4 KiB }]" }), "steps follow after the reply", "move it to the end"],
    ["no reply", app({ request: "[{ write: 4 KiB }]" }), "no step sends an answer", 'add "- reply: 512 B" at the end'],
    ["two replies", app({ request: "[{ reply: 1 B }, { reply: 1 B }]" }), "there are several replies", "move it to the end"],
    [
      "a jitter beyond half the period",
      app({ arrivals: "{ periodic: { every: 1 s, jitter: 600 ms } }" }),
      "a jitter of 600 ms lets messages overtake each other",
      'write "500 ms"',
    ],
    [
      "a small function",
      { deployments: "{ f: { function: { runtime: nodejs, memory: 100 MiB } } }" },
      'the function is too small for "telemetry": runtime 74 MiB + code 12 MiB + heap 30 MiB = 116 MiB',
      'write "120 MiB"',
    ],
    [
      "an instance larger than the pool",
      { deployments: "{ f: { function: { runtime: go, memory: 256 MiB, platform: { preset: openwhisk, poolMemory: 128 MiB } } } }" },
      "one instance (256 MiB) is larger than the platform's pool (128 MiB)",
      "make the instance smaller or platform.poolMemory larger",
    ],
    ["an unknown host", { deployments: "{ c: { host: gatway, container: {} } }" }, 'unknown host "gatway"', 'did you mean "gateway"?'],
    [
      "no choice among hosts",
      { hosts: "{ a: { preset: raspberry-pi-4 }, b: { preset: raspberry-pi-5 } }" },
      "there are several hosts",
      'add "host: a"',
    ],
    [
      "a placement for an unknown application",
      { deployments: "{ m: { apps: { telemetry: { container: {} }, telemetri: { container: {} } } } }" },
      'unknown application "telemetri"',
      'did you mean "telemetry"?',
    ],
    [
      "a warm-up as long as the run",
      { experiment: "{ duration: 1 min, warmup: 1 min }" },
      "the warm-up (1 min) leaves nothing of the run (1 min)",
      'write "auto"',
    ],
    [
      "fewer replications at most than at least",
      { experiment: "{ replications: { min: 9, max: 8 } }" },
      "at least 9 replications, but at most 8",
      "",
    ],
    [
      "a quota below the kernel's least",
      { deployments: "{ c: { container: { cpus: 0.05, cpuPeriod: 10 ms } } }" },
      "0.05 cores of every 10 ms is a quota of 500 us",
      'write "0.1 cores" or more',
    ],
    [
      "a function's quota below it",
      { deployments: "{ f: { function: { runtime: go, memory: 128 MiB, cpus: 0.001 } } }" },
      "0.001 cores of every 100 ms is a quota of 100 us",
      'write "0.01 cores" or more',
    ],
    [
      "CPUs that the host has not",
      {
        hosts: "{ g: { preset: raspberry-pi-4, scheduler: slices } }",
        deployments: '{ c: { container: { cpuset: "2-4" } } }',
      },
      "CPU 4 on a host with 4 hardware threads",
      'write "0-3"',
    ],
    [
      "a set of CPUs for a fluid",
      { deployments: "{ c: { container: { cpuset: 1 } } }" },
      'the host\'s scheduler is "fluid", which knows no single CPUs',
      'write "scheduler: slices" at the host, or leave out "cpuset"',
    ],
    [
      "a host of which too little is said",
      { hosts: "{ h: { memory: 1 GiB, disks: { d: nvme } } }" },
      "these are missing: cpu.isa, cpu.cores, cpu.speed, cpu.clock, virtualization, nic.bandwidth",
      'add them, or name a preset with "preset: ..."',
    ],
  ])("%s", async (_, sections, message, fix) => {
    const error = await onlyError(write(sections));
    expect(error.message).toBe(message);
    if (fix !== "") expect(error.fix).toBe(fix);
    expect(error.line).toBeGreaterThan(0);
  });

  test("a virtual machine that can't boot is told the sum, and a size that is enough", async () => {
    const error = await onlyError(write({ deployments: "{ v: { vm: { memory: 32 MiB } } }" }));
    expect(error.message).toBe("the virtual machine is too small to boot: kernel 14.4 MiB + system 45 MiB = 59.4 MiB");
    const [, enough] = /^write "(\d+ MiB)", which holds "telemetry" too$/.exec(error.fix as string) ?? [];
    await load(write({ deployments: `{ v: { vm: { memory: ${enough} } } }` }));
  });

  test("more vCPUs than the host has threads is a warning", async () => {
    const result = await parse(write({ deployments: "{ v: { vm: { memory: 256 MiB, vcpus: 8 } } }" }));
    expect(result).toMatchObject({ ok: true, warnings: [{ severity: "warning", message: "8 virtual processors on 4 hardware threads" }] });
  });

  test("times for slices that a fluid does not take are a warning", async () => {
    const result = await parse(write({ hosts: "{ g: { preset: raspberry-pi-4, slices: { baseSlice: 3 ms } } }" }));
    expect(result).toMatchObject({ ok: true, warnings: [{ message: 'the scheduler is "fluid", which takes no slices' }] });
  });

  test("a study that would take hours is a warning", async () => {
    const result = await parse(write({ experiment: "{ tenants: 1..100000, duration: 24 h }" }));
    expect(result).toMatchObject({ ok: true, warnings: [{ message: "one run of 100000 tenants has 43200 million requests" }] });
  });
});

describe("absurd values", () => {
  test.each([
    [{ experiment: "{ duration: 101 h, tenants: 0 }" }, "0 is out of bounds"],
    [{ experiment: "{ duration: 2500 h }" }, '"2500 h" is out of bounds'],
    [{ experiment: "{ duration: -5 s }" }, '"-5 s" is out of bounds'],
    [{ experiment: "{ tenants: 5..1 }" }, '"5..1" ends before it begins'],
    [{ experiment: "{ tenants: 1..1000000 }" }, '"1..1000000" is out of bounds'],
    [{ experiment: "{ seed: 12345678901234567890 }" }, "this seed is too large to be kept exactly as a number"],
    [{ experiment: "{ seed: 1.5 }" }, "found 1.5"],
    [{ experiment: "{ confidence: 100 % }" }, '"100 %" is out of bounds'],
    [{ objective: "{ latency: { p99: 250 ms }, errors: 150 % }" }, '"150 %" is out of bounds'],
    [{ objective: "{ latency: { p99: 0 s } }" }, '"0 s" is out of bounds'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, cpu: { cores: 2000 } } }" }, "found 2000"],
    [{ hosts: "{ g: { preset: raspberry-pi-4, cpu: { cores: .nan } } }" }, "found NaN"],
    [{ hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, queueDepth: 0 } } } }" }, "found 0"],
    [{ hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, parallel: 0 } } } }" }, "found 0"],
    [{ hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, readAccess: -1 us } } } }" }, '"-1 us" is out of bounds'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, disks: { main: { preset: nvme, readBandwidth: 0 B/s } } } }" }, '"0 B/s" is out of bounds'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, network: { preset: wan, loss: 100 % } } }" }, '"100 %" is out of bounds'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, network: { preset: wan, bandwidthIn: 0 B/s } } }" }, '"0 B/s" is out of bounds'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, memory: 64 ms } }" }, '"64 ms" is a time, not a size'],
    [{ hosts: "{ g: { preset: raspberry-pi-4, memory: 64 } }" }, "64 has no unit"],
    [{ hosts: "{ 9: { preset: raspberry-pi-4 } }" }, '"9" is not a name'],
    [{ hosts: "{}" }, "this map is empty"],
    [{ deployments: "{ c: { container: { cpuPeriod: 2 s } } }" }, '"2 s" is out of bounds'],
    [{ deployments: "{ c: { container: { cpuPeriod: 0.5 ms } } }" }, '"0.5 ms" is out of bounds'],
    [{ deployments: "{ c: { container: { cpuWeight: 0 } } }" }, "found 0"],
    [{ deployments: '{ c: { container: { cpuset: "3-1" } } }' }, '"3-1" ends before it begins'],
    [{ deployments: '{ c: { container: { cpuset: "1;2" } } }' }, 'found "1;2"'],
    [{ plimsoll: "2" }, "found 2"],
    [app({ arrivals: "[]" }), "this list is empty"],
    [app({ arrivals: "{ poisson: 0/s }" }), '"0/s" is out of bounds'],
  ])("%j", async (sections, message) => expect((await onlyError(write(sections))).message).toBe(message));

  test("a seed may be a text, even of digits", async () =>
    expect((await load(write({ experiment: '{ seed: "12345678901234567890" }' }))).experiment.seed).toBe("12345678901234567890"));
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
    expect((await onlyError(write({ deployments: "{ v: { vm: { hypervisor: kmv, memory: 256 MiB } } }" }))).fix).toBe(
      'did you mean "kvm"?',
    );
    expect((await onlyError(write({ deployments: "{ f: { function: { runtime: { preset: node-js } } } }" }))).message).toBe(
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
    const lines = (await import("./template.ts")).template().split("\n");
    let refused = 0;
    for (let cut = 0; cut < lines.length; cut += 2) {
      refused += (await errors(lines.slice(0, cut).join("\n"))).length > 0 ? 1 : 0;
      refused += (await errors(lines.filter((_, index) => index !== cut).join("\n"))).length > 0 ? 1 : 0;
    }
    expect(refused).toBeGreaterThan(lines.length / 4);
  });
});
