/** A preset for a terminal: each value with its range and source, aligned, in whatever width there is. */
import type { PresetDescription } from "../scenarios/presets/index.ts";
import type { TerminalOptions } from "./terminal.ts";
/** Ends with a newline. Lines are at most `columns` wide, but for words that are longer. */
export declare function renderPreset(preset: PresetDescription, { columns, style }: Pick<TerminalOptions, "columns" | "style">): string;
