import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { anchors, openPage, outputMatches, relativeLinks, runnableBlocks } from "./documentation.ts";
import { repositoryFiles, root } from "./source-files.ts";

const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = repositoryFiles().filter((path) => path.endsWith(".md"));
const runnable = pages.map((page) => ({ page, blocks: runnableBlocks(read(page)) })).filter(({ blocks }) => blocks.length > 0);

describe("what the documentation shows, works", () => {
  test("the README and at least one page in docs/ have blocks that are run", () => {
    expect(runnable.map(({ page }) => page)).toContain("README.md");
    expect(runnable.some(({ page }) => page.startsWith("docs/"))).toBe(true);
  });

  // In processes, as a reader runs them: the built program, a shell, worker threads.
  describe.each(runnable)("$page", ({ page, blocks }) => {
    const folder = openPage(page);
    afterAll(() => folder.remove());

    test.each(blocks)("line $line", (block) => {
      expect(folder.run(block)).toEqual([]);
    });
  });

  test("every relative link leads to a file and a heading that exist", () => {
    const links = pages.flatMap((page) => relativeLinks(read(page)).map((link) => ({ page, link })));
    expect(links.length).toBeGreaterThan(5);
    const broken = links.filter(({ page, link }) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), decodeURI(path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && target.endsWith(".md") && !anchors(read(target)).has(anchor);
    });
    expect(broken.map(({ page, link }) => `${page} links to ${link}, which does not exist`)).toEqual([]);
  });
});

describe("the runner itself", () => {
  const page = (mark: string, language: string, text: string) => `text\n\n${mark}\n\`\`\`${language}\n${text}\n\`\`\`\nmore`;
  const folder = openPage("a.md");
  afterAll(() => folder.remove());
  const problems = (mark: string, language: string, text: string) =>
    runnableBlocks(page(mark, language, text)).flatMap((block) => folder.run(block));

  test("only marked blocks run", () => {
    expect(runnableBlocks("```sh\nexit 1\n```")).toEqual([]);
    expect(runnableBlocks(page("<!-- test: exit 3 -->", "sh", "a\nb"))).toEqual([{ line: 5, language: "sh", text: "a\nb", exit: 3 }]);
    expect(() => runnableBlocks("<!-- test -->\ntext")).toThrow("line 1: <!-- test --> must stand on the line before");
  });

  test("a script passes or fails by its exit code", () => {
    expect(problems("<!-- test -->", "sh", "test -d scenarios\necho a > file")).toEqual([]);
    expect(problems("<!-- test: exit 7 -->", "sh", "exit 7")).toEqual([]);
    expect(problems("<!-- test -->", "sh", "echo said >&2\nfalse\ntrue")).toEqual([
      expect.stringMatching(/^a\.md:5: .* ended with exit code 1, not 0, and printed\nsaid/s),
    ]);
  });

  test("a console block passes or fails by what it prints", () => {
    expect(problems("<!-- test -->", "console", "$ echo one; echo two\none\ntwo\n$ echo three")).toEqual([]);
    expect(problems("<!-- test -->", "console", "$ echo one\ntwo")).toEqual([
      expect.stringMatching(/printed\none\n\nbut the page shows\ntwo/),
    ]);
    expect(problems("<!-- test -->", "console", "echo one")).toEqual([expect.stringContaining("starts with a line `$ command`")]);
  });

  test("a module runs with the types taken away, and an unknown language is refused", () => {
    expect(problems("<!-- test -->", "ts", "const a: number = 1;\nif (a !== 1) throw new Error();")).toEqual([]);
    expect(problems("<!-- test -->", "ts", 'throw new Error("no");')).toEqual([expect.stringContaining("exit code 1")]);
    expect(problems("<!-- test -->", "python", "1")).toEqual([expect.stringContaining("language python can't be run")]);
  });

  test("... stands for lines and … for text in a line", () => {
    expect(outputMatches("a\n...\nd", "a\nb\nc\nd\n")).toBe(true);
    expect(outputMatches("a\n...", "a\n")).toBe(true);
    expect(outputMatches("took … s (x)", "took 1.5 s (x)\n")).toBe(true);
    expect(outputMatches("took … s", "took 1.5\ns\n")).toBe(false);
    expect(outputMatches("a\nd", "a\nb\nd\n")).toBe(false);
  });

  test("links and anchors are read as a reader's browser does", () => {
    const text = '[a](docs/a.md#one-two) ![b](b.png) [c](https://example.org) `[d](d)`\n```\n[e](e)\n```\n<img src="f.svg">';
    expect(relativeLinks(text)).toEqual(["docs/a.md#one-two", "b.png", "f.svg"]);
    expect(anchors("# One, `two`\n## One two\n## One two")).toEqual(new Set(["one-two", "one-two-1", "one-two-2"]));
  });
});
