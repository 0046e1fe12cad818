import { EXIT } from "../exit-codes.js";
import { createTerminal } from "../terminal.js";
/** `plimsoll schema`: the JSON Schema of scenario files, or of summary.json. */
export async function schema(which, io) {
    const content = which === "scenario"
        ? (await import("../../scenarios/language/index.js")).scenarioJsonSchema()
        : (await import("../../reports/index.js")).resultJsonSchema();
    createTerminal(io, false).print(`${JSON.stringify(content, undefined, 2)}\n`);
    return EXIT.ok;
}
