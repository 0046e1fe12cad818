import type { Diagnostic } from "./diagnostics.ts";
import type { InputDocument, Path } from "./document.ts";
import type { Field } from "./fields.ts";
import { type Preset, type PresetKind, type Presets } from "./presets.ts";
import type { Problem } from "./problem.ts";
import { type Values } from "./tables.ts";
/** One value, as it would be written, and where it is from. */
export interface ResolvedValue {
    readonly path: string;
    readonly value: string;
    /** "file:line", "preset NAME" or "default". */
    readonly origin: string;
    /** Citation and plausible range of a preset's value. */
    readonly source?: string;
    readonly range?: string;
}
export interface Layers {
    /** Where the values stand, or would stand, in the file. */
    readonly path: Path;
    readonly preset?: Preset | undefined;
    /** Group of the preset's values to look in; without it, all of them. */
    readonly within?: string;
    /** Stand in for a field's own default. */
    readonly defaults?: Readonly<Record<string, unknown>>;
}
/** What is collected while a scenario is compiled. */
export declare class Compilation {
    #private;
    readonly document: InputDocument;
    readonly presets: Presets;
    readonly values: ResolvedValue[];
    readonly diagnostics: Diagnostic[];
    constructor(document: InputDocument, presets: Presets);
    /** The value in the file at `path`. */
    raw(path: Path): unknown;
    error(path: Path, problem: Problem, part?: "key" | "value"): void;
    warn(path: Path, problem: Problem, part?: "key" | "value"): void;
    /** "file:line" of a value. */
    origin(path: Path): string;
    /** Notes a value that needs no field. */
    record(path: Path, value: string, origin?: string): void;
    /** Values of all fields of a table. Those that are nowhere to be found become one error. */
    resolve<Table>(fields: Table, layers: Layers): Values<Table>;
    /** The preset of this name; undefined without a name, or if the library has none. */
    preset(kind: PresetKind<unknown>, name: string | undefined): Preset | undefined;
    /** A component given by a preset's name, by a map, or not at all: then it is the preset `fallback`. */
    component<Table>(kind: PresetKind<Table>, path: Path, fallback?: string | undefined): Values<Table> & {
        readonly name: string;
        readonly title: string;
    };
    /** One field that stands alone. */
    single<Value>(field: Field<Value>, path: Path): Value;
}
