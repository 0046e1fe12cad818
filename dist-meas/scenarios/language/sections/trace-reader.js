/** Finds and reads the trace files that a scenario names, each once. */
import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute, join } from "node:path";
import { readText } from "../text/files.js";
import { parseTrace } from "./trace.js";
/** A trace has to fit into memory several times over. */
const LARGEST_TRACE = 256 * 1024 * 1024;
export class TraceReader {
    attributions = [];
    /** Those that were read, without the paths of this machine. */
    files = [];
    #into;
    #readFile;
    #traces = new Map();
    constructor(into, readFile) {
        this.#into = into;
        this.#readFile = readFile;
    }
    /** The trace; undefined, and diagnostics, if there is none. `path` is where the scenario names the file. */
    async read(path, file, timeColumn, columns) {
        const key = JSON.stringify([file, timeColumn, columns]);
        if (this.#traces.has(key))
            return this.#traces.get(key);
        const trace = await this.#load(path, file, timeColumn, columns);
        this.#traces.set(key, trace);
        return trace;
    }
    async #load(path, file, timeColumn, columns) {
        const scenario = this.#into.document.source.file;
        const location = isAbsolute(file) ? file : join(dirname(scenario), file);
        const content = await readText(location, LARGEST_TRACE, this.#readFile);
        if ("problem" in content) {
            const expected = content.problem.expected ?? "a CSV file, relative to the scenario file";
            this.#into.error(path, { ...content.problem, message: `trace file "${file}": ${content.problem.message}`, expected });
            return undefined;
        }
        const name = isAbsolute(file) ? basename(file) : file;
        if (!this.files.some((known) => known.name === name))
            this.files.push({ name, sha256: createHash("sha256").update(content.text).digest("hex") });
        const parsed = parseTrace(content.text, { name: file, file: location, timeColumn, columns });
        if ("trace" in parsed)
            return parsed.trace;
        this.#into.diagnostics.push(...parsed.diagnostics);
        return undefined;
    }
}
