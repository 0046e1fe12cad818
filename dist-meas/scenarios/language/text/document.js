/** A YAML 1.2 (or JSON) file as plain values, where each value knows the characters it came from. */
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { SourceText } from "./diagnostics.js";
export class InputDocument {
    source;
    value;
    #root;
    constructor(source, root) {
        this.source = source;
        this.#root = root;
        this.value = root.value;
    }
    /** Where a value (or its key) is written; for a path that leads nowhere, the nearest thing that exists. */
    locate(path, part = "value") {
        let tree = this.#root;
        let key;
        for (const [depth, step] of path.entries()) {
            const entry = tree.entries?.get(String(step));
            const next = entry?.tree ?? tree.items?.[Number(step)];
            if (next === undefined)
                return depth === 0 ? { start: tree.range.start, end: tree.range.start + 1 } : (key ?? tree.range);
            key = entry?.key;
            tree = next;
        }
        return part === "key" && key !== undefined ? key : tree.range;
    }
    /** Line of a value [1-based]. */
    line(path) {
        return this.source.position(this.locate(path, "key").start).line;
    }
    has(path) {
        let tree = this.#root;
        for (const step of path)
            tree = tree?.entries?.get(String(step))?.tree ?? tree?.items?.[Number(step)];
        return tree !== undefined;
    }
}
/** How often values may be used again through aliases before the file counts as an attack. */
const MAX_ALIASES = 100;
const MAX_DEPTH = 64;
/** Parses; in YAML, everything the standard calls an error is one, and duplicate keys and tabs for indentation are errors. Keys `x-...` are left out. */
export function parseDocumentText(file, text) {
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
    const reader = new TreeReader(document, source);
    const tree = reader.read(document.contents, 0);
    return reader.diagnostics.length > 0 ? { diagnostics: reader.diagnostics } : new InputDocument(source, tree);
}
class TreeReader {
    diagnostics = [];
    #document;
    #source;
    #aliases = 0;
    #inProgress = new Set();
    constructor(document, source) {
        this.#document = document;
        this.#source = source;
    }
    read(node, depth, at) {
        const range = node?.range ? trimmed({ start: node.range[0], end: node.range[1] }, this.#source.text) : (at ?? { start: 0, end: 0 });
        if (node === null)
            return { range, value: null };
        if (depth > MAX_DEPTH)
            return this.#refuse(range, { message: "values are nested too deeply", expected: `at most ${MAX_DEPTH} levels` });
        if (isAlias(node))
            return this.#follow(node, depth, range);
        if (isScalar(node))
            return { range: range.end > range.start || at === undefined ? range : at, value: node.value };
        if (isSeq(node)) {
            const items = node.items.map((item) => this.read(item, depth + 1, range));
            return { range, items, value: items.map((item) => item.value) };
        }
        if (isMap(node)) {
            const entries = new Map();
            for (const pair of node.items)
                this.#readPair(pair, entries, depth, range);
            const value = Object.create(null);
            for (const [key, entry] of entries)
                value[key] = entry.tree.value;
            return { range, entries, value };
        }
        return { range, value: undefined };
    }
    #readPair(pair, entries, depth, range) {
        const keyRange = pair.key?.range ? { start: pair.key.range[0], end: pair.key.range[1] } : range;
        if (!isScalar(pair.key)) {
            this.#refuse(keyRange, { message: "a key has to be a plain text", expected: "key: value" });
            return;
        }
        const key = String(pair.key.value);
        if (key.startsWith("x-"))
            return;
        const tree = this.read(pair.value, depth + 1, keyRange); // an empty value is shown at its key
        if (key !== "<<") {
            entries.set(key, { key: keyRange, tree });
            return;
        }
        // Merge key: what the map says itself wins, wherever it says it.
        const own = new Set(entries.keys());
        for (const merged of tree.items ?? [tree]) {
            for (const [name, entry] of merged.entries ?? [])
                if (!own.has(name) && !entries.has(name))
                    entries.set(name, entry);
        }
    }
    #follow(alias, depth, range) {
        this.#aliases++;
        if (this.#aliases === MAX_ALIASES + 1) {
            const expected = `at most ${MAX_ALIASES} uses of aliases, those inside aliased values counted each time`;
            return this.#refuse(range, { message: "aliases multiply beyond reason", expected, fix: "write the values out" });
        }
        if (this.#aliases > MAX_ALIASES)
            return { range, value: null };
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
    #refuse(range, problem) {
        this.diagnostics.push(this.#source.diagnostic(problem, range));
        return { range, value: null };
    }
}
/** Without the white space and line break that a block's range ends with. */
function trimmed(range, text) {
    let { end } = range;
    while (end > range.start && /\s/.test(text[end - 1]))
        end--;
    return { start: range.start, end };
}
/** At least one character, and not beyond the end. */
function span([start, end], text) {
    const from = Math.max(0, Math.min(start, text.length - 1));
    return trimmed({ start: from, end: Math.max(from + 1, Math.min(end, text.length)) }, text);
}
function explain(code, message) {
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
