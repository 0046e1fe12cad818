import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./source-files.ts";

/** Paths of one machine; written in pieces, so that this file does not find itself. */
const MACHINE_PATHS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<![\\w.])/${"work"}/(?!flows?\\b)`), "a path of the machine it was written on"],
  [new RegExp(`\\.\\./${"shared"}\\b`), "a folder outside the repository"],
  [new RegExp(`(?<![\\w.])/(${"root"}/|${"home"}/[a-z])`), "somebody's home folder"],
  [new RegExp(`/tmp/${"plan"}\\b`), "a temporary folder"],
  [new RegExp(`\\b(localhost|127\\.0\\.0\\.1):\\d{4}/${"repository"}`), "a package mirror"],
  [new RegExp(`${"_authToken"}\\s*=`), "a secret"],
];

const TEXT = /\.(m?[jt]sx?|json|ya?ml|md|html|css|csv|sh|txt|svg)$|^[^.]+$|(^|\/)\.[\w-]+$/;

function findings(path: string, text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      MACHINE_PATHS.filter(([pattern]) => pattern.test(line)).map(
        ([pattern, what]) =>
          `${path}:${index + 1} names ${what} (${pattern.exec(line)?.[0]}): a fresh clone elsewhere has no such place; use a path relative to the repository`,
      ),
    );
}

test("no committed file names a path that exists on one machine only", () => {
  const tracked = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
  const texts = tracked.filter((path) => TEXT.test(path) && statSync(join(root, path), { throwIfNoEntry: false })?.isFile());
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.flatMap((path) => findings(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
});

test.each([
  `cd /${"work"}/main`,
  `see ../${"shared"}/DESIGN.md`,
  `/${"root"}/.npmrc`,
  `/${"home"}/ada/plimsoll`,
  `open file:///tmp/${"plan"}/a`,
  `//host/:${"_authToken"}=abc`,
])("a planted path is found: %s", (line) => {
  const found = findings("docs/a.md", `first line\n${line}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^docs\/a\.md:2 names /);
});

test("harmless look-alikes are left alone", () => {
  expect(findings("a.md", "the scenario/work/load, .github/workflows, shared/code and /rooted")).toEqual([]);
});
