/** What the report says about repeating it, done to the letter in another folder: the bytes are the same. */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { cli } from "./testing/in-process.ts";
import { planted } from "./testing/scenario.ts";
import { workspace } from "./testing/workspace.ts";

const SHORT = planted("tenants: 1..6, duration: 20 s", "tenants: 1..2, duration: 5 s");
const TRACE = `at\n${Array.from({ length: 200 }, (_, index) => index * 0.05).join("\n")}\n`;
const TRACED = SHORT.replace("{ poisson: 5/s }", "{ trace: { file: data/times.csv, time: at } }");

const ONE = SHORT.split("\n")
  .filter((line) => !/^ {2}(vm|function): /.test(line))
  .join("\n");

const origin = workspace({
  "one.yaml": ONE,
  "small.yaml": SHORT,
  "two words.yaml": SHORT,
  "traced.yaml": TRACED,
  "windows.yaml": SHORT.replaceAll("\n", "\r\n"),
});
mkdirSync(join(origin.path, "data"));
writeFileSync(join(origin.path, "data", "times.csv"), TRACE);
const elsewhere = workspace();
const folders = [origin, elsewhere];
afterAll(() => {
  for (const folder of folders) folder.remove();
});
function newFolder(): string {
  const folder = workspace();
  folders.push(folder);
  return folder.path;
}

const sha256 = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

const unescape = (html: string): string =>
  html.replace(
    /&(#13|#39|quot|lt|gt|amp);/g,
    (_, name: string) => ({ "#13": "\r", "#39": "'", quot: '"', lt: "<", gt: ">", amp: "&" })[name]!,
  );

/** A line of shell as words; knows no more than quotes. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/(?:'[^']*'|\\.|[^\s'\\])+/g)].map(([word]) =>
    word.replace(/'([^']*)'|\\(.)/g, (_, quoted, single) => quoted ?? single),
  );

/** What the page says: the command, the scenario's text, and the hash of each file by name. */
function recipeOf(report: string): { words: string[]; text: string; hashes: Map<string, string> } {
  const html = readFileSync(report, "utf8");
  const section = html.slice(html.indexOf('<section id="reproduce"'));
  const code = (name: string) => unescape(new RegExp(`<code class="${name}">([^]*?)</code>`).exec(section)![1]);
  const hashes = [...section.matchAll(/<br><code>([^<]*)<\/code> <code class="hash">(\w+)<\/code>/g)];
  return {
    words: wordsOf(code("command")),
    text: code("scenario"),
    hashes: new Map(hashes.map(([, name, hash]) => [unescape(name), hash])),
  };
}

// Called beside the scenario, or from another folder by its whole path: nothing of that may be in the bytes.
const beside = (file: string) => ({ file, cwd: origin.path });
const byPath = (file: string) => ({ file: join(origin.path, file), cwd: elsewhere.path });

test.each([
  ["compare", "compare", byPath("one.yaml"), []],
  ["compare without causes, with a seed that is a text", "compare", beside("small.yaml"), ["--no-causes", "--seed", "it's spring"]],
  ["the line of one deployment", "run", byPath("small.yaml"), ["-d", "container"]],
  ["one load, with a seed below zero", "run", byPath("two words.yaml"), ["-d", "function", "-n", "2", "--seed=-5"]],
  ["a trace beside the scenario", "run", byPath("traced.yaml"), ["-d", "container", "-n", "1"]],
  ["lines that end with CR LF", "run", beside("windows.yaml"), ["-d", "vm", "-n", "1"]],
])("%s", async (_, command, { file, cwd }, options) => {
  const out = newFolder();
  const asked = await cli([command, file, ...options, "--out", out, "-q"], { cwd });
  expect(asked.stderr).toBe("");
  const summary = readFileSync(join(out, "summary.json"), "utf8");
  for (const folder of [origin, elsewhere]) expect(summary).not.toContain(folder.path);

  const { words, text, hashes } = recipeOf(join(out, "report.html"));
  const there = newFolder();
  const [scenario, ...others] = [...hashes.keys()].filter((name) => name !== "report/summary.json");
  writeFileSync(join(there, scenario), text);
  for (const name of others) {
    mkdirSync(dirname(join(there, name)), { recursive: true });
    writeFileSync(join(there, name), readFileSync(join(origin.path, name)));
  }
  expect(words[0]).toBe("plimsoll");
  expect(await cli([...words.slice(1), "-q"], { cwd: there })).toMatchObject({ code: 0, stderr: "" });
  for (const [name, hash] of hashes) expect([name, sha256(join(there, name))]).toEqual([name, hash]);
  expect(readFileSync(join(there, "report", "results.csv"))).toEqual(readFileSync(join(out, "results.csv")));
});
