/** Nothing that a user can hand in ends in a stack trace; every message says where, what, and how to mend it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./testing/in-process.ts";
import { planted, smallScenario } from "./testing/scenario.ts";
import { shell } from "./testing/spawn.ts";
import { workspace } from "./testing/workspace.ts";

const STACK = /^\s+at .+[:)]\d*$|node:internal|\.js:\d+:\d+|TypeError|ReferenceError/m;

const trace = "arrivals: { poisson: 5/s }";
const withTrace = planted(trace, "arrivals: { trace: { file: trace.csv, time: TIMESTAMP } }");

/** A chain of aliases that would grow to 9^9 values. */
const aliasBomb = `x-0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${Array.from(
  { length: 9 },
  (_, i) => `x-${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(", ")}]`,
).join("\n")}\n${planted("threads: 8", "threads: *a9")}`;

const line = (text: string, needle: string) => text.slice(0, text.indexOf(needle)).split("\n").length;

/** name, content, line of the error (undefined: the whole file), what the message has to say. */
const cases: readonly (readonly [string, string, number | undefined, readonly RegExp[]])[] = [
  ["a misspelt key", planted("threads: 8", "thraeds: 8"), line(smallScenario, "threads"), [/thraeds/, /fix:.*threads/]],
  ["a missing unit", planted("memory: 256 MiB", "memory: 256"), line(smallScenario, "vm: {"), [/256/, /MiB/]],
  ["the wrong kind of unit", planted("memory: 64 MiB", "memory: 64 ms"), line(smallScenario, "container: {"), [/64 ms/, /size/]],
  ["a negative value", planted("cpu: { exponential: 4 ms", "cpu: { exponential: -4 ms"), line(smallScenario, "cpu:"), [/-4 ms/]],
  ["an absurd value", planted("memory: 256 MiB", "memory: 256000000 TiB"), line(smallScenario, "vm: {"), [/256000000 TiB/, /at most/]],
  [
    "an unknown preset",
    planted("raspberry-pi-4-4gb", "rasberry-pi-4-4gb"),
    line(smallScenario, "gateway"),
    [/rasberry-pi-4-4gb/, /raspberry-pi-4-4gb/],
  ],
  [
    "a duplicate key",
    planted("threads: 8", "threads: 8\n    threads: 9"),
    line(smallScenario, "threads") + 1,
    [/threads/, /twice|duplicate|unique|already/i],
  ],
  ["an alias bomb", aliasBomb, undefined, [/alias/i]],
  ["an empty file", "", undefined, [/empty/]],
  ["text that is no YAML", "plimsoll: 1\n\ttitle: a\n  - b: [", 2, [/tab|indent|YAML/i]],
  ["a missing trace file", withTrace, line(smallScenario, trace), [/trace\.csv/, /no such file/]],
];

describe("bad scenarios", () => {
  const folder = workspace();
  afterAll(() => folder.remove());

  test.each(cases)("%s", async (name, text, expectedLine, messages) => {
    const file = `${name.replaceAll(" ", "-")}.yaml`;
    writeFileSync(join(folder.path, file), text);
    const { code, stdout, stderr } = await cli(["compare", file, "--no-out"], { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(expectedLine === undefined ? new RegExp(`--> ${file}`) : new RegExp(`--> ${file}:${expectedLine}:\\d+$`, "m"));
    for (const message of messages) expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });

  test("a trace with bad rows names the rows of the trace", async () => {
    writeFileSync(join(folder.path, "trace.csv"), "TIMESTAMP,tokens\n0.5,1\nsoon,2\n1.5,3\n0.25\n");
    writeFileSync(join(folder.path, "with-trace.yaml"), withTrace);
    const { code, stderr } = await cli(["validate", "with-trace.yaml"], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toMatch(/trace\.csv:3/);
    expect(stderr).not.toMatch(STACK);
  });

  test("a folder and a file that does not exist", async () => {
    mkdirSync(join(folder.path, "folder.yaml"));
    const { code, stderr } = await cli(["validate", "folder.yaml", "nowhere.yaml"], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toMatch(/this is a folder[\s\S]*--> folder\.yaml/);
    expect(stderr).toMatch(/no such file[\s\S]*--> nowhere\.yaml/);
    expect(stderr).not.toMatch(STACK);
  });

  test("all errors are told at once, in the order of the file", async () => {
    const text = planted("memory: 256 MiB", "memory: 256").replace("threads: 8", "thraeds: 8").replace("p90: 500 ms", "p90: 500 MiB");
    writeFileSync(join(folder.path, "three.yaml"), text);
    const { code, stderr } = await cli(["validate", "three.yaml"], { cwd: folder.path });
    expect(code).toBe(3);
    const lines = [...stderr.matchAll(/--> three\.yaml:(\d+):/g)].map((match) => Number(match[1]));
    expect(lines).toEqual([line(smallScenario, "threads"), line(smallScenario, "vm: {"), line(smallScenario, "p90")]);
    expect(stderr).toContain("three.yaml: 3 errors");
  });

  test("validate --format json and github name the same places", async () => {
    writeFileSync(join(folder.path, "misspelt.yaml"), planted("threads: 8", "thraeds: 8"));
    const json = await cli(["validate", "misspelt.yaml", "--format", "json"], { cwd: folder.path });
    expect(json.code).toBe(3);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { severity: "error", file: "misspelt.yaml", line: line(smallScenario, "threads"), column: 5 },
    ]);
    const github = await cli(["validate", "misspelt.yaml", "--format", "github"], { cwd: folder.path });
    expect(github.stdout).toMatch(new RegExp(`^::error file=misspelt\\.yaml,line=${line(smallScenario, "threads")},col=5::.*thraeds.*\n$`));
  });
});

describe("bad command lines end with 2, name the slip, and suggest", () => {
  const folder = workspace({ "small.yaml": smallScenario });
  afterAll(() => folder.remove());

  test.each<readonly [string, readonly string[], RegExp]>([
    ["a misspelt command", ["comprae"], /unknown command 'comprae'[\s\S]*Did you mean compare\?/],
    ["a misspelt flag", ["compare", "small.yaml", "--sead", "1"], /unknown option '--sead'[\s\S]*Did you mean --seed\?/],
    ["a missing file name", ["compare"], /missing required argument 'file'/],
    ["an argument too many", ["compare", "a.yaml", "b.yaml"], /too many arguments/],
    ["a missing deployment", ["run", "small.yaml"], /--deployment/],
    ["an unknown deployment", ["run", "small.yaml", "-d", "contaner", "--no-out"], /no deployment "contaner"[\s\S]*container/],
    ["too many tenants", ["run", "small.yaml", "-d", "vm", "-n", "1e9"], /whole number/],
    ["more tenants than can be simulated", ["run", "small.yaml", "-d", "vm", "-n", "9007199254740991"], /at most 100000 can be simulated/],
    ["no workers", ["compare", "small.yaml", "-j", "0"], /whole number of at least 1/],
    ["a seed that would be rounded", ["compare", "small.yaml", "--seed", "12345678901234567890"], /rounded/],
    ["an unknown format", ["compare", "small.yaml", "--format", "xml"], /Allowed choices are table, json, csv, md/],
    ["an unknown schema", ["schema", "scenari"], /Allowed choices are scenario, result/],
    ["an unknown preset", ["presets", "rasberry-pi-4-4gb"], /raspberry-pi-4-4gb/],
  ])("%s", async (_, args, message) => {
    const { code, stdout, stderr } = await cli(args, { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK);
  });
});

describe("places that can't be written end with 8 and lose nothing", () => {
  const folder = workspace({ "small.yaml": smallScenario, "a-file": "" });
  const run = ["run", "small.yaml", "-d", "container", "-n", "1"];
  beforeAll(() => mkdirSync(join(folder.path, "blocked", "summary.json"), { recursive: true }));
  afterAll(() => folder.remove());

  test.each(["a-file/results", "a-file", ...(process.platform === "linux" ? ["/proc/plimsoll", "/dev/full"] : [])])(
    "%s is refused before anything is simulated",
    async (out) => {
      const { code, stdout, stderr } = await cli([...run, "--out", out], { cwd: folder.path });
      expect({ code, stdout }).toEqual({ code: 8, stdout: "" });
      expect(stderr).toMatch(/can't write .*--out/);
      expect(stderr).not.toMatch(STACK);
    },
  );

  test("if writing fails after the simulation, the summary is on standard output", async () => {
    const { code, stdout, stderr } = await cli([...run, "--out", "blocked"], { cwd: folder.path });
    expect(code).toBe(8);
    expect(stdout).toMatch(/container/i);
    expect(stderr).toMatch(/can't write blocked\/summary\.json: a folder with this name is in the way/);
    expect(stderr).not.toMatch(STACK);
  });

  // Streams of a process, closed by another: only a process has them.
  test.runIf(process.platform === "linux")("a full disk behind standard output", async () => {
    const { code, stderr } = await shell('"$@" presets > /dev/full', folder.path);
    expect(code).toBe(8);
    expect(stderr).toMatch(/cannot write to standard output: .*no space left/i);
    expect(stderr).not.toMatch(STACK);
  });

  test("a reader that leaves early is no error", async () => {
    for (const command of ["schema", "--help"]) {
      const { code, stderr } = await shell(`"$@" ${command} | head -n 1`, folder.path);
      expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: "" });
    }
    const { code } = await shell('"$@" schema result | true', folder.path);
    expect(code).toBe(0);
  });

  test("init does not overwrite", async () => {
    expect((await cli(["init", "fresh"], { cwd: folder.path })).code).toBe(0);
    const again = await cli(["init", "fresh"], { cwd: folder.path });
    expect(again.code).toBe(8);
    expect(again.stderr).toMatch(/fresh\/iot-gateway\.yaml exists already; .*--force/);
    expect((await cli(["init", "fresh", "--force"], { cwd: folder.path })).code).toBe(0);
    writeFileSync(join(folder.path, "fresh", "plimsoll.schema.json"), "{}");
    const other = await cli(["init", "fresh/other.yaml"], { cwd: folder.path });
    expect(other.code).toBe(8);
    expect(other.stderr).toMatch(/fresh\/plimsoll\.schema\.json exists already; .*--force/);
    expect((await cli(["init", "fresh/other.yaml", "--force"], { cwd: folder.path })).code).toBe(0);
    expect((await cli(["init", "fresh/third.yaml"], { cwd: folder.path })).code).toBe(0);
    const inFile = await cli(["init", "a-file/x"], { cwd: folder.path });
    expect(inFile.code).toBe(8);
    expect(inFile.stderr).not.toMatch(STACK);
  });
});
