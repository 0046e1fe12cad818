import type { TraceSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { type ReadFile } from "../text/files.ts";
import type { Compilation } from "../text/resolve.ts";
export declare class TraceReader {
    #private;
    readonly attributions: string[];
    /** Those that were read, without the paths of this machine. */
    readonly files: {
        readonly name: string;
        readonly sha256: string;
    }[];
    constructor(into: Compilation, readFile: ReadFile);
    /** The trace; undefined, and diagnostics, if there is none. `path` is where the scenario names the file. */
    read(path: Path, file: string, timeColumn: string, columns: readonly string[]): Promise<TraceSpec | undefined>;
}
