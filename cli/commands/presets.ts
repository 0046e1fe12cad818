import { renderPreset } from "../../reports/preset.ts";
import { describePreset, findPresets, listPresets, type PresetSummary, suggestPreset } from "../../scenarios/presets/index.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import type { ProgramIo } from "../io.ts";
import { createTerminal } from "../terminal.ts";

/** `plimsoll presets`: all presets, those that have a text in name or title, or every value of the one of this name with its source. */
export async function presets(text: string | undefined, flags: { readonly color?: boolean }, io: ProgramIo): Promise<ExitCode> {
  const terminal = createTerminal(io, flags.color);
  const preset = text === undefined ? undefined : describePreset(text);
  if (preset !== undefined) {
    terminal.print(renderPreset(preset, { columns: terminal.width, style: terminal.outColors }));
    return EXIT.ok;
  }
  const found = text === undefined ? listPresets() : findPresets(text);
  if (text !== undefined && found.length === 0) {
    const suggestion = suggestPreset(text);
    const hint = suggestion === undefined ? "`plimsoll presets` lists them" : `did you mean ${suggestion}?`;
    throw new Failure(EXIT.usage, `there is no preset "${text}"; ${hint}`);
  }
  terminal.print(list(found, terminal.outColors.bold));
  return EXIT.ok;
}

function list(presets: readonly PresetSummary[], heading: (text: string) => string): string {
  const width = Math.max(...presets.map(({ name }) => name.length));
  const lines = presets.flatMap(({ kind, name, title }, index) => [
    ...(presets[index - 1]?.kind === kind ? [] : [...(index > 0 ? [""] : []), heading(kind)]),
    `  ${name.padEnd(width)}  ${title}`,
  ]);
  return `${lines.join("\n")}\n\nplimsoll presets NAME shows every value with its source.\n`;
}
