/** A YAML 1.2 (or JSON) file as plain values, where each value knows the characters it came from. */
import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { type Diagnostic, type Range, SourceText } from "./diagnostics.ts";

/** Keys and list positions that lead from the top of a file to a value. */
export type Path = readonly (string | number)[];

interface Entry {
  readonly key: Range;
  readonly tree: Tree;
}

interface Tree {
  readonly range: Range;
  readonly value: unknown;
  readonly entries?: ReadonlyMap<string, Entry>;
  readonly items?: readonly Tree[];
}

export class InputDocument {
  readonly source: SourceText;
  readonly value: unknown;
  readonly #root: Tree;

  constructor(source: SourceText, root: Tree) {
    this.source = source;
    this.#root = root;
    this.value = root.value;
  }

  /** Where a value (or its key) is written; for a path that leads nowhere, the nearest thing that exists. */
  locate(path: Path, part: "key" | "value" = "value"): Range {
    let tree = this.#root;
    let key: Range | undefined;
    for (const [depth, step] of path.entries()) {
      const entry = tree.entries?.get(String(step));
      const next = entry?.tree ?? tree.items?.[Number(step)];
      if (next === undefined) return depth === 0 ? { start: tree.range.start, end: tree.range.start + 1 } : (key ?? tree.range);
      key = entry?.key;
      tree = next;
    }
    return part === "key" && key !== undefined ? key : tree.range;
  }

  /** Line of a value [1-based]. */
  line(path: Path): number {
    return this.source.position(this.locate(path, "key").start).line;
  }

  has(path: Path): boolean {
    let tree: Tree | undefined = this.#root;
    for (const step of path) tree = tree?.entries?.get(String(step))?.tree ?? tree?.items?.[Number(step)];
    return tree !== undefined;
  }
}

/** How often values may be used again through aliases before the file counts as an attack. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 64;

/** Parses; in YAML, everything the standard calls an error is one, and duplicate keys and tabs for indentation are errors. Keys `x-...` are left out. */
export function parseDocumentText(file: string, text: string): InputDocument | { readonly diagnostics: Diagnostic[] } {
  const source = new SourceText(file, text);
  // Tabs are white space in JSON and errors in YAML's indentation; no JSON text can hold one that means anything else.
  const input = file.endsWith(".json") ? text.replaceAll("\t", " ") : text;
  const document = parseDocument(input, {
    version: "1.2",
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
    lineCounter: new LineCounter(),
  });
  if (document.errors.length > 0) {
    return { diagnostics: document.errors.map((error) => source.diagnostic(explain(error.code, error.message), span(error.pos, text))) };
  }
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null)) {
    return {
      diagnostics: [
        { severity: "error", file, message: "the file has no content", expected: "a scenario", fix: "start from `plimsoll init`" },
      ],
    };
  }
  const reader = new TreeReader(document as unknown as Document, source);
  const tree = reader.read(document.contents as Node, 0);
  return reader.diagnostics.length > 0 ? { diagnostics: reader.diagnostics } : new InputDocument(source, tree);
}

class TreeReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: Document;
  readonly #source: SourceText;
  #aliases = 0;
  #inProgress = new Set<Node>();

  constructor(document: Document, source: SourceText) {
    this.#document = document;
    this.#source = source;
  }

  read(node: Node | null, depth: number, at?: Range): Tree {
    const range = node?.range ? trimmed({ start: node.range[0], end: node.range[1] }, this.#source.text) : (at ?? { start: 0, end: 0 });
    if (node === null) return { range, value: null };
    if (depth > MAX_DEPTH) return this.#refuse(range, { message: "values are nested too deeply", expected: `at most ${MAX_DEPTH} levels` });
    if (isAlias(node)) return this.#follow(node, depth, range);
    if (isScalar(node)) return { range: range.end > range.start || at === undefined ? range : at, value: node.value };
    if (isSeq(node)) {
      const items = node.items.map((item) => this.read(item as Node, depth + 1, range));
      return { range, items, value: items.map((item) => item.value) };
    }
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const pair of node.items) this.#readPair(pair as never, entries, depth, range);
      const value: Record<string, unknown> = Object.create(null);
      for (const [key, entry] of entries) value[key] = entry.tree.value;
      return { range, entries, value };
    }
    return { range, value: undefined };
  }

  #readPair(pair: { key: Node; value: Node | null }, entries: Map<string, Entry>, depth: number, range: Range): void {
    const keyRange = pair.key?.range ? { start: pair.key.range[0], end: pair.key.range[1] } : range;
    if (!isScalar(pair.key)) {
      this.#refuse(keyRange, { message: "a key has to be a plain text", expected: "key: value" });
      return;
    }
    const key = String(pair.key.value);
    if (key.startsWith("x-")) return;
    const tree = this.read(pair.value, depth + 1, keyRange); // an empty value is shown at its key
    if (key !== "<<") {
      entries.set(key, { key: keyRange, tree });
      return;
    }
    // Merge key: what the map says itself wins, wherever it says it.
    const own = new Set(entries.keys());
    for (const merged of tree.items ?? [tree]) {
      for (const [name, entry] of merged.entries ?? []) if (!own.has(name) && !entries.has(name)) entries.set(name, entry);
    }
  }

  #follow(alias: Alias, depth: number, range: Range): Tree {
    this.#aliases++;
    if (this.#aliases === MAX_ALIASES + 1) {
      const expected = `at most ${MAX_ALIASES} uses of aliases, those inside aliased values counted each time`;
      return this.#refuse(range, { message: "aliases multiply beyond reason", expected, fix: "write the values out" });
    }
    if (this.#aliases > MAX_ALIASES) return { range, value: null };
    const target = alias.resolve(this.#document);
    if (target === undefined)
      return this.#refuse(range, { message: `unknown alias "*${alias.source}"`, expected: `an anchor "&${alias.source}" above it` });
    if (this.#inProgress.has(target))
      return this.#refuse(range, { message: `alias "*${alias.source}" contains itself`, expected: "a value that ends" });
    this.#inProgress.add(target);
    const tree = this.read(target, depth + 1);
    this.#inProgress.delete(target);
    return tree;
  }

  #refuse(range: Range, problem: { message: string; expected?: string; fix?: string }): Tree {
    this.diagnostics.push(this.#source.diagnostic(problem, range));
    return { range, value: null };
  }
}

/** Without the white space and line break that a block's range ends with. */
function trimmed(range: Range, text: string): Range {
  let { end } = range;
  while (end > range.start && /\s/.test(text[end - 1] as string)) end--;
  return { start: range.start, end };
}

/** At least one character, and not beyond the end. */
function span([start, end]: readonly [number, number], text: string): Range {
  const from = Math.max(0, Math.min(start, text.length - 1));
  return trimmed({ start: from, end: Math.max(from + 1, Math.min(end, text.length)) }, text);
}

function explain(code: string, message: string): { message: string; expected?: string; fix?: string } {
  switch (code) {
    case "DUPLICATE_KEY":
      return { message: "this key is written twice in one map", expected: "each key once", fix: "remove one of the two" };
    case "TAB_AS_INDENT":
      return { message: "a tab is used for indentation", expected: "spaces", fix: "replace the tab by two spaces" };
    case "MULTIPLE_DOCS":
      return { message: "a second document begins here", expected: "one scenario a file", fix: "remove the `---`" };
    default:
      return { message: `not valid YAML: ${message.replace(/\s+/g, " ").replace(/[.:]$/, "")}`, expected: "YAML 1.2 or JSON" };
  }
}
