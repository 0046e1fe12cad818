import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asOutputError } from "../../reports/output-error.ts";
import { scenarioJsonSchema, template } from "../../scenarios/language/index.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import type { ProgramIo } from "../io.ts";
import { createTerminal } from "../terminal.ts";

/** Beside the scenario, so that editors need no network to complete and check it. */
const SCHEMA = "plimsoll.schema.json";

/** Editors with the YAML language server read it; the path is relative to the file that it stands in. */
const MODELINE = `# yaml-language-server: $schema=${SCHEMA}\n`;

/**
 * `plimsoll init`: a commented scenario to start from, and the schema that it names. A path that ends in .yaml or .yml is the file itself, anything else its
 * folder. Nothing is overwritten, unless it is the same.
 */
export async function init(path: string, flags: { readonly force?: boolean }, io: ProgramIo): Promise<ExitCode> {
  const scenario = /\.ya?ml$/.test(path) ? path : join(path, "iot-gateway.yaml");
  const schema = join(dirname(scenario), SCHEMA);
  const schemaText = `${JSON.stringify(scenarioJsonSchema(), undefined, 2)}\n`;
  const isThere = existsSync(scenario) ? scenario : existsSync(schema) && !isSame(schema, schemaText) ? schema : undefined;
  if (isThere !== undefined && !flags.force)
    throw new Failure(EXIT.output, `${isThere} exists already; choose another name, or overwrite it with --force`);
  mkdir(dirname(scenario), scenario);
  write(scenario, MODELINE + template());
  write(schema, schemaText);
  createTerminal(io, undefined).print(`Wrote ${scenario}, and ${SCHEMA} for editors. Next: plimsoll compare ${scenario}\n`);
  return EXIT.ok;
}

function isSame(file: string, text: string): boolean {
  try {
    return readFileSync(file, "utf8") === text;
  } catch {
    return false; // a folder, or not to be read
  }
}

function mkdir(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw asOutputError(file, error);
  }
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw asOutputError(file, error);
  }
}
