import { loadScenario } from "../../scenarios/language/index.js";
import { EXIT } from "../exit-codes.js";
import { createTerminal } from "../terminal.js";
import { count, diagnosticsText } from "./load.js";
/** `plimsoll validate`: all errors of all files. Errors for people go to stderr, machine-readable ones to stdout. */
export async function validate(files, flags, io) {
    const terminal = createTerminal(io, flags.color);
    const all = [];
    for (const file of files) {
        const result = await loadScenario(file);
        const diagnostics = result.ok ? result.warnings : result.diagnostics;
        all.push(...diagnostics);
        if (flags.format !== "text")
            continue;
        if (diagnostics.length > 0)
            terminal.say(`${diagnosticsText(diagnostics, terminal.errColors)}\n\n`);
        if (result.ok && !flags.quiet) {
            const names = result.scenario.deployments.map(({ spec }) => spec.name).join(", ");
            terminal.print(`${file}: valid; deployments: ${names}\n`);
        }
        if (!result.ok)
            terminal.say(`${file}: ${count(diagnostics, "error")}\n`);
    }
    if (flags.format === "json")
        terminal.print(`${JSON.stringify(all, undefined, 2)}\n`);
    if (flags.format === "github")
        terminal.print(all.map(githubAnnotation).join(""));
    return all.some(({ severity }) => severity === "error") ? EXIT.input : EXIT.ok;
}
/** A line that GitHub shows beside the changed file. */
function githubAnnotation({ severity, file, line, column, message, expected, fix }) {
    const escape = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
    const property = (text) => escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
    const place = [`file=${property(file)}`, ...(line === undefined ? [] : [`line=${line}`, `col=${column}`])].join(",");
    const text = [message, expected && `expected: ${expected}`, fix && `fix: ${fix}`].filter(Boolean).join("\n");
    return `::${severity} ${place}::${escape(text)}\n`;
}
