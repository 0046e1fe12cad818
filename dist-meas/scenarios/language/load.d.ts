import type { Scenario } from "../scenario.ts";
import { type Diagnostic } from "./text/diagnostics.ts";
import { type ReadFile } from "./text/files.ts";
import type { Presets } from "./text/presets.ts";
export type LoadResult = {
    readonly ok: true;
    readonly scenario: Scenario;
    readonly warnings: readonly Diagnostic[];
} | {
    readonly ok: false;
    readonly diagnostics: readonly Diagnostic[];
};
/** Reads a scenario file and the traces it names. Never throws for what is in a file. */
export declare function loadScenario(file: string, readFile?: ReadFile): Promise<LoadResult>;
export interface ParseOptions {
    /** Name of the text; trace files are looked up beside it. */
    readonly file: string;
    readonly readFile?: ReadFile;
    /** Those that ship with this version, if not given. */
    readonly presets?: Presets;
}
/** The same for a text. */
export declare function parseScenario(input: string, options: ParseOptions): Promise<LoadResult>;
/** All that is wrong, or doubtful, in a text. */
export declare function validateText(text: string, file?: string, readFile?: ReadFile): Promise<readonly Diagnostic[]>;
/** JSON Schema (draft-07) of scenario files, for editors and other tools. Names of the presets that ship with this version are part of it. */
export declare function scenarioJsonSchema(): Readonly<Record<string, unknown>>;
