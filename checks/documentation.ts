/**
 * Runs what the documentation tells its readers to run. A fenced block is run when the line before it is `<!-- test -->`, or
 * `<!-- test: exit 3 -->` where the last command is to end with that code. The blocks of one page run in order in one empty folder,
 * which has `plimsoll` on its path, the package under node_modules/plimsoll and the repository's scenarios/ beside it.
 *
 * - ```sh: a script.
 * - ```console: lines "$ command", each followed by what it prints. A line `...` stands for any lines, `…` for any text in a line.
 * - ```ts, ```js: a module. ```yaml: a scenario, which has to be valid.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import ts from "typescript";
import { root } from "./source-files.ts";

export interface Block {
  /** 1-based line of the first line inside the fence. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  readonly exit: number;
}

/** The blocks of a page that are marked to be run. */
export function runnableBlocks(page: string): Block[] {
  const lines = page.split("\n");
  return lines.flatMap((line, index) => {
    const mark = /^\s*<!-- test(?:: exit (\d+))? -->\s*$/.exec(line);
    if (!mark) return [];
    const fence = /^\s*(`{3,})(\w+)\s*$/.exec(lines[index + 1] ?? "");
    const end = fence ? lines.indexOf(fence[1]!, index + 2) : -1;
    if (!fence || end < 0)
      throw new Error(`line ${index + 1}: <!-- test --> must stand on the line before a closed fenced block with a language`);
    return [{ line: index + 3, language: fence[2]!, text: lines.slice(index + 2, end).join("\n"), exit: Number(mark[1] ?? 0) }];
  });
}

/** A new folder in which the blocks of one page run, one after the other. */
export interface PageFolder {
  /** A sentence for each thing that the block did not do as the page says. */
  run(block: Block): string[];
  remove(): void;
}

export function openPage(page: string): PageFolder {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-docs-"));
  const bin = join(folder, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "plimsoll"), `#!/bin/sh\nexec '${process.execPath}' '${join(root, "dist/cli/main.js")}' "$@"\n`);
  chmodSync(join(bin, "plimsoll"), 0o755);
  symlinkSync(root, join(folder, "node_modules", "plimsoll"), "dir");
  symlinkSync(join(root, "scenarios"), join(folder, "scenarios"), "dir");
  // Node warns of FORCE_COLOR beside NO_COLOR, even of an empty one.
  const { FORCE_COLOR: _, ...inherited } = process.env;
  const env = { ...inherited, PATH: `${bin}${delimiter}${process.env["PATH"]}`, NO_COLOR: "1", CI: "" };
  const run: Run = (program, args) => {
    const { status, stdout, error } = spawnSync(program, args, { cwd: folder, env, encoding: "utf8", maxBuffer: 1 << 26 });
    if (error) throw error;
    return { status: status ?? -1, output: stdout };
  };
  return {
    run: (block) => runBlock(block, run, folder).map((problem) => `${page}:${block.line}: ${problem}`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

type Run = (program: string, args: readonly string[]) => { status: number; output: string };

function runBlock(block: Block, run: Run, folder: string): string[] {
  switch (block.language) {
    case "sh":
    case "bash":
      return expectExit(block.exit, run("bash", ["-euo", "pipefail", "-c", `exec 2>&1\n${block.text}`]), block.text);
    case "console":
      return runConsole(block, run);
    case "yaml":
      writeFileSync(join(folder, "documentation.yaml"), block.text);
      return expectExit(block.exit, run("bash", ["-c", "plimsoll validate documentation.yaml 2>&1"]), "plimsoll validate");
    case "ts":
    case "js":
      writeFileSync(
        join(folder, "documentation.mjs"),
        ts.transpile(block.text, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }),
      );
      return expectExit(block.exit, run("bash", ["-c", `'${process.execPath}' documentation.mjs 2>&1`]), "the module");
    default:
      return [`blocks of the language ${block.language} can't be run; use sh, console, ts, js or yaml, or take the mark away`];
  }
}

function runConsole(block: Block, run: Run): string[] {
  const [before, ...steps] = `\n${block.text}`.split("\n$ ");
  if (before !== "") return ["a console block starts with a line `$ command`"];
  return steps.flatMap((step, index) => {
    const [command = "", ...expected] = step.split("\n");
    const result = run("bash", ["-uo", "pipefail", "-c", `exec 2>&1\n${command}`]);
    const problems = expectExit(index === steps.length - 1 ? block.exit : 0, result, command);
    if (problems.length === 0 && expected.length > 0 && !outputMatches(expected.join("\n"), result.output)) {
      return [
        `\`${command}\` printed\n${result.output}\nbut the page shows\n${expected.join("\n")}\ncopy what it prints now, or use ... for lines that vary`,
      ];
    }
    return problems;
  });
}

const expectExit = (exit: number, { status, output }: { status: number; output: string }, what: string) =>
  status === exit ? [] : [`\`${what}\` ended with exit code ${status}, not ${exit}, and printed\n${output}`];

/** Whether `actual` is what the page shows: `...` alone on a line for any lines, `…` for any text within a line. */
export function outputMatches(expected: string, actual: string): boolean {
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = expected
    .trimEnd()
    .split("\n")
    .map((line) => (line.trim() === "..." ? "(?:[^\\n]*\\n)*?" : `${line.trimEnd().split("…").map(escape).join("[^\\n]*")} *\\n`))
    .join("");
  return new RegExp(`^${pattern}$`).test(`${actual.trimEnd()}\n`);
}

/** Relative links of a page, as written, without those in code. */
export function relativeLinks(page: string): string[] {
  const prose = page.replaceAll(/^(`{3,})[\s\S]*?^\1\s*$/gm, "").replaceAll(/`[^`\n]*`/g, "");
  const markdown = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map((match) => match[1]!);
  const html = [...prose.matchAll(/\b(?:src|href|srcset)="([^"]+)"/g)].map((match) => match[1]!);
  return [...markdown, ...html].filter((link) => !/^[a-z][a-z+.-]*:/i.test(link));
}

/** The anchors that a page's headings get, as GitHub and most others make them. */
export function anchors(page: string): Set<string> {
  const prose = page.replaceAll(/^(`{3,})[\s\S]*?^\1\s*$/gm, "");
  const seen = new Map<string, number>();
  const named = [...prose.matchAll(/<a (?:id|name)="([^"]+)"/g)].map((match) => match[1]!);
  const headings = [...prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].map((match) => {
    const text = match[1]!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll(/[`*]/g, "");
    const slug = text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(/\s/g, "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
  return new Set([...named, ...headings]);
}
