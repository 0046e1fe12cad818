import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asOutputError } from "../../reports/output-error.js";
import { template } from "../../scenarios/language/index.js";
import { EXIT } from "../exit-codes.js";
import { Failure } from "../failure.js";
import { createTerminal } from "../terminal.js";
/** `plimsoll init`: a commented scenario to start from. A path that ends in .yaml or .yml is the file itself, anything else its folder. */
export async function init(path, flags, io) {
    const file = /\.ya?ml$/.test(path) ? path : join(path, "iot-gateway.yaml");
    if (existsSync(file) && !flags.force)
        throw new Failure(EXIT.output, `${file} exists already; choose another name, or overwrite it with --force`);
    try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, template());
    }
    catch (error) {
        throw asOutputError(file, error);
    }
    createTerminal(io, undefined).print(`Wrote ${file}. Next: plimsoll compare ${file}\n`);
    return EXIT.ok;
}
