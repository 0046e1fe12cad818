import { renderPreset } from "../../reports/preset.js";
import { describePreset, listPresets, suggestPreset } from "../../scenarios/presets/index.js";
import { EXIT } from "../exit-codes.js";
import { Failure } from "../failure.js";
import { createTerminal } from "../terminal.js";
/** `plimsoll presets`: all presets, or every value of one with its source. */
export async function presets(name, flags, io) {
    const terminal = createTerminal(io, flags.color);
    if (name === undefined) {
        terminal.print(list(terminal.outColors.bold));
        return EXIT.ok;
    }
    const preset = describePreset(name);
    if (preset === undefined) {
        const suggestion = suggestPreset(name);
        const hint = suggestion === undefined ? "`plimsoll presets` lists them" : `did you mean ${suggestion}?`;
        throw new Failure(EXIT.usage, `there is no preset "${name}"; ${hint}`);
    }
    terminal.print(renderPreset(preset, { columns: terminal.width, style: terminal.outColors }));
    return EXIT.ok;
}
function list(heading) {
    const all = listPresets();
    const width = Math.max(...all.map(({ name }) => name.length));
    const lines = all.flatMap(({ kind, name, title }, index) => [
        ...(all[index - 1]?.kind === kind ? [] : [...(index > 0 ? [""] : []), heading(kind)]),
        `  ${name.padEnd(width)}  ${title}`,
    ]);
    return `${lines.join("\n")}\n\nplimsoll presets NAME shows every value with its source.\n`;
}
