/** Paths that pages and comments name: what they call by a path of this repository has to be there, or a reader is sent to nowhere. */
import ts from "typescript";

const FOLDERS = "engine|models|scenarios|reports|cli|bench|checks|docs";

/** A path that begins with a folder of the repository, or anything that ends like a source file. */
const PATH = new RegExp(
  String.raw`(?<![\w./*{$-])(?:(?:${FOLDERS})/(?:[\w*-][\w.*-]*/?)*[\w*-]/?|(?:\.{1,2}/)*(?:[\w*-][\w.*-]*/)*[\w*-][\w.*-]*\.ts\b)`,
  "g",
);

/** The paths that a text names, with the lines they are on, from 1. Leading `./` and `../` and a trailing slash are left out. */
export function namedPaths(text: string): { readonly line: number; readonly path: string }[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      [...line.matchAll(PATH)].map(([path]) => ({ line: index + 1, path: path.replace(/^(?:\.{1,2}\/)+/, "").replace(/\/$/, "") })),
    );
}

/** The comments of a source file where they stand, all else left blank: lines keep their numbers. */
export function commentsOf(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const kept = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    const start = node.getFullStart();
    for (const { pos, end } of [...(ts.getLeadingCommentRanges(text, start) ?? []), ...(ts.getTrailingCommentRanges(text, start) ?? [])]) {
      kept.set(pos, end);
    }
    // Comments lie in front of tokens, and a token is what has no children.
    for (const child of node.getChildren(source)) visit(child);
  };
  visit(source);
  const blank = (part: string) => part.replaceAll(/[^\n]/g, " ");
  let done = 0;
  let comments = "";
  for (const [pos, end] of [...kept].sort(([a], [b]) => a - b)) {
    if (pos < done) continue;
    comments += blank(text.slice(done, pos)) + text.slice(pos, end);
    done = end;
  }
  return comments + blank(text.slice(done));
}

/**
 * A test of whether a named path exists. It may be short, like `storage/page-cache.ts`, if some file's path ends so; `*` stands for what is between two
 * slashes, `**` also for several folders, and so does a part in CAPITALS for a name that the reader chooses.
 */
export function pathsAmong(files: readonly string[]): (path: string) => boolean {
  const known = new Set<string>();
  for (const file of files) {
    const parts = file.split("/");
    for (let from = 0; from < parts.length; from++) known.add(parts.slice(from).join("/"));
    for (let to = 1; to < parts.length; to++) known.add(parts.slice(0, to).join("/"));
  }
  const all = [...known];
  return (path) => {
    const parts = path.split("/").map((part) => (/^[A-Z]+$/.test(part) ? "*" : part));
    if (known.has(path)) return true;
    if (!parts.some((part) => part.includes("*"))) return false;
    const pattern = parts
      .map((part) => (part === "**" ? "(?:.*/)?" : `${part.replaceAll(".", String.raw`\.`).replaceAll("*", "[^/]*")}/`))
      .join("")
      .replace(/\/$/, "");
    const matches = new RegExp(`^${pattern}$`);
    return all.some((each) => matches.test(each));
  };
}
