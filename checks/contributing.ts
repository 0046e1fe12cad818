/** What CONTRIBUTING.md says of the source: its map of the folders, and its table of what to touch. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { importsOf } from "./layers.ts";
import { root, sourceFiles } from "./source-files.ts";

/** The folders of the map, which are indented by their depth. A name in capitals stands for several. */
export function mappedFolders(page: string): string[] {
  const [, map = ""] = /^## Map$[\s\S]*?^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
  const above: string[] = [];
  return map
    .trimEnd()
    .split("\n")
    .map((line) => {
      const [, indent, name] = /^((?: {2})*)([\w-]+)\/ {2,}\S/.exec(line) ?? [];
      if (indent === undefined || name === undefined) throw new Error(`"${line}" is not a line of the map: FOLDER/  what is in it`);
      above.splice(indent.length / 2, above.length, name);
      return above.join("/");
    });
}

/** Folders that are there, down to `depth` below the root; without `testing/`. */
export function foldersBelow(folder: string, depth: number): string[] {
  const inside = depth < 2 ? [] : readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inside.filter(({ name }) => name !== "testing").flatMap(({ name }) => foldersBelow(`${folder}/${name}`, depth - 1))];
}

/** Whether a folder of the map means `folder`. */
export const means = (mapped: string, folder: string): boolean => new RegExp(`^${mapped.replaceAll(/\b[A-Z]+\b/g, "[^/]+")}$`).test(folder);

export interface Recipe {
  readonly what: string;
  /** Folder that its file goes into, and file that lists all of them; undefined where there is none. */
  readonly folder: string | undefined;
  readonly list: string | undefined;
  /** All paths that the row names. */
  readonly paths: readonly string[];
}

const pathsIn = (text: string): string[] => [...text.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map((match) => match[1]!);

/** The rows of the table. */
export function recipes(page: string): Recipe[] {
  const [, table = ""] = /^## To add something$[\s\S]*?\n((?:\|.*\n)+)/m.exec(page) ?? [];
  const rows = table.trimEnd().split("\n").slice(2);
  return rows.map((row) => {
    const [, what = "", folder = "", list = ""] = row.split("|").map((cell) => cell.trim());
    return { what, folder: pathsIn(folder)[0], list: pathsIn(list)[0], paths: pathsIn(row) };
  });
}

/** Source files in `folder` that `list` does not lead to, by however many imports. */
export function unlisted(folder: string, list: string): string[] {
  const reached = new Set([list]);
  for (const file of reached) {
    for (const specifier of importsOf(file, readFileSync(join(root, file), "utf8"))) {
      const target = posix.normalize(posix.join(posix.dirname(file), specifier));
      if (specifier.startsWith(".") && /\.m?ts$/.test(target) && existsSync(join(root, target))) reached.add(target);
    }
  }
  return sourceFiles([folder.replace(/\/$/, "")]).filter((file) => !/\.test\.ts$|\/testing\//.test(file) && !reached.has(file));
}
