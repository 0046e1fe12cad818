import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { asOutputError } from "../../reports/output-error.ts";
import { template } from "../../scenarios/language/index.ts";
import { EXIT, type ExitCode } from "../exit-codes.ts";
import { Failure } from "../failure.ts";
import type { ProgramIo } from "../io.ts";
import { createTerminal } from "../terminal.ts";

/** `plimsoll init`: a commented scenario to start from. A path that ends in .yaml or .yml is the file itself, anything else its folder. */
export async function init(path: string, flags: { readonly force?: boolean }, io: ProgramIo): Promise<ExitCode> {
  const file = /\.ya?ml$/.test(path) ? path : join(path, "iot-gateway.yaml");
  if (existsSync(file) && !flags.force)
    throw new Failure(EXIT.output, `${file} exists already; choose another name, or overwrite it with --force`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, template());
  } catch (error) {
    throw asOutputError(file, error);
  }
  createTerminal(io, undefined).print(`Wrote ${file}. Next: plimsoll compare ${file}\n`);
  return EXIT.ok;
}
