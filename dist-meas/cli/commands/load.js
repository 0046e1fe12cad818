import { formatDiagnostics, loadScenario } from "../../scenarios/language/index.js";
import { EXIT } from "../exit-codes.js";
import { Failure } from "../failure.js";
/** Reads a scenario; says its warnings, or fails with all its errors at once. */
export async function load(file, terminal, quiet = false) {
    const result = await loadScenario(file);
    if (!result.ok) {
        terminal.say(`${diagnosticsText(result.diagnostics, terminal.errColors)}\n\n`);
        throw new Failure(EXIT.input, `${file} has ${count(result.diagnostics, "error")}; nothing was run`);
    }
    if (result.warnings.length > 0 && !quiet)
        terminal.say(`${diagnosticsText(result.warnings, terminal.errColors)}\n\n`);
    return result.scenario;
}
export function diagnosticsText(diagnostics, colors) {
    const styles = { error: colors.red, warning: colors.yellow, location: colors.blue, caret: colors.red, label: colors.bold };
    return formatDiagnostics(diagnostics, { style: (part, text) => styles[part](text) });
}
/** "1 error", "3 errors" */
export function count(diagnostics, severity) {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return `${number} ${severity}${number === 1 ? "" : "s"}`;
}
