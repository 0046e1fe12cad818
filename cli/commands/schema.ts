import { EXIT, type ExitCode } from "../exit-codes.ts";
import type { ProgramIo } from "../io.ts";
import { createTerminal } from "../terminal.ts";

/** `plimsoll schema`: the JSON Schema of scenario files, or of summary.json. */
export async function schema(which: "scenario" | "result", io: ProgramIo): Promise<ExitCode> {
  const content =
    which === "scenario"
      ? (await import("../../scenarios/language/index.ts")).scenarioJsonSchema()
      : (await import("../../reports/index.ts")).resultJsonSchema();
  createTerminal(io, false).print(`${JSON.stringify(content, undefined, 2)}\n`);
  return EXIT.ok;
}
