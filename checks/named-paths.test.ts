import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commentsOf, namedPaths, pathsAmong } from "./named-paths.ts";
import { repositoryFiles, root } from "./source-files.ts";

const files = repositoryFiles();
const exists = pathsAmong(files);

/** What a page, or the comments of a source file, name and the repository does not have. */
function missingPaths(path: string, text: string): string[] {
  const inAll = namedPaths(text).filter((named) => !exists(named.path));
  // To tell comments from code takes long, and hardly a file has to be looked at so closely.
  const named = inAll.length === 0 || path.endsWith(".md") ? inAll : namedPaths(commentsOf(path, text));
  return named
    .filter((each) => !exists(each.path))
    .map((each) => `${path}:${each.line} names ${each.path}, which does not exist; name what has taken its place`);
}

test("every path that a page or a comment names exists", () => {
  const texts = files.filter((path) => /\.(md|ts)$/.test(path)).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const pages = texts.filter(({ path }) => path.endsWith(".md"));
  expect(pages.flatMap(({ text }) => namedPaths(text)).length).toBeGreaterThan(100);
  expect(texts.flatMap(({ path, text }) => missingPaths(path, text))).toEqual([]);
});

test.each([
  ["docs/a.md", "line\nCode: `models/nothing/spec.ts`.", "docs/a.md:2 names models/nothing/spec.ts"],
  ["docs/a.md", "in `models/nothing/`", "names models/nothing,"],
  ["docs/a.md", "`npx vitest run models/os models/nothing`", "names models/nothing,"],
  ["docs/a.md", "`nothing.ts` beside it", "names nothing.ts"],
  ["docs/a.md", "`models/*/nothing*.ts`", "names models/*/nothing*.ts"],
  ["models/a.ts", "/**\n * As nothing.ts does.\n */\nexport {};", "models/a.ts:2 names nothing.ts"],
  ["models/a.ts", "const a = 1; // see engine/nothing/", "names engine/nothing,"],
])("a planted one is found: %s: %s", (path, text, message) => {
  const [found, ...others] = missingPaths(path, text);
  expect(found).toContain(message);
  expect(others).toEqual([]);
});

test.each([
  ["docs/a.md", "`models/os/`, `models/os`, os/memory/memory.ts and `models/os/memory/*.test.ts`, `models/**/spec.ts`."],
  ["docs/a.md", "`scenarios/presets/KIND/`, and https://example.org/docs/nothing.html; engines/models and/or reports"],
  ["models/a.ts", 'import "./nothing.ts"; // code is the compiler\'s business'],
])("what exists, and what is no path of the repository, is left alone: %s: %s", (path, text) => {
  expect(missingPaths(path, text)).toEqual([]);
});
