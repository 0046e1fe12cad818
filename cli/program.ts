/** The commands and their options. Each command's code is imported when it is called, so that --help and --version are quick. */
import { Argument, Command, CommanderError, Option } from "commander";
import { EXIT, EXIT_MEANINGS, type ExitCode } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import type { OutputStream, ProgramIo } from "./io.ts";
import { defaultWorkers, positiveInteger, seed, workers } from "./options.ts";
import { createTerminal } from "./terminal.ts";
import { version } from "../scenarios/version.ts";

const FORMATS = ["table", "json", "csv", "md"] as const;

/** Runs the command line `io.argv` and returns its exit code. Throws nothing. */
export async function runProgram(io: ProgramIo): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram(io, (result) => (code = result));
  try {
    await program.parseAsync(io.argv, { from: "user" });
    return code;
  } catch (error) {
    return report(error, io);
  }
}

/** Says what went wrong, without a stack trace, and gives the exit code of it. */
export function report(error: unknown, io: ProgramIo): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage; // commander has printed it
  const { say, errColors } = createTerminal(io, undefined);
  if (error instanceof Failure) {
    say(`${errColors.red("error:")} ${error.message}\n`);
    return error.code;
  }
  if (error instanceof Error && error.name === "OutputError") {
    say(`${errColors.red("error:")} ${error.message}\n`);
    return EXIT.output;
  }
  const message = error instanceof Error ? error.message : String(error);
  say(`${errColors.red("internal error:")} ${message}\n`);
  if (io.env["PLIMSOLL_DEBUG"] && error instanceof Error) say(`${error.stack}\n`);
  say(
    `This is a bug in Plimsoll, not in your scenario. Please report it with the scenario, the command line and these lines\n` +
      `(plimsoll ${version}, node ${process.version}, ${process.platform} ${process.arch}). PLIMSOLL_DEBUG=1 adds the stack trace.\n`,
  );
  return EXIT.internal;
}

/** The width of help: of the terminal, else commander's own. */
const terminalWidth = ({ isTTY, columns }: OutputStream) => (isTTY ? columns : undefined) as number;

function createProgram(io: ProgramIo, finish: (code: ExitCode) => void): Command {
  const program = new Command("plimsoll")
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => terminalWidth(io.stdout),
      getErrHelpWidth: () => terminalWidth(io.stderr),
    })
    .description("Finds the load line of a computer: how many tenants it carries as VMs, containers or functions, and why.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "Print the help of a command")
    .showSuggestionAfterError()
    .showHelpAfterError("Try --help.")
    .exitOverride();
  const command = (name: string, description: string) =>
    program.command(name).description(description).helpOption("-h, --help", "print this help");

  const compare = command("compare", "Find the load line of every deployment of a scenario, and compare them")
    .argument("<file>", "scenario, YAML or JSON")
    .addHelpText("after", examples("plimsoll init demo", "plimsoll compare demo/iot-gateway.yaml"))
    .action(async (file: string, options) => finish(await (await import("./commands/compare.ts")).compare(file, options, io)));
  addStudyOptions(compare);

  const run = command("run", "Simulate one deployment: at one load, or find its load line")
    .argument("<file>", "scenario, YAML or JSON")
    .requiredOption("-d, --deployment <name>", "which deployment of the scenario")
    .option("-n, --tenants <number>", "how many tenants (default: find the load line)", positiveInteger)
    .option(
      "--check",
      "end with 0 only if every objective is met: else 4 if one is missed, 6 if that can't be told, 7 if the host is overloaded",
    )
    .addHelpText(
      "after",
      examples(
        "plimsoll init demo",
        "plimsoll run demo/iot-gateway.yaml --deployment container --tenants 10",
        "plimsoll run demo/iot-gateway.yaml -d vm -n 5 --check --no-out && echo carried",
      ),
    )
    .action(async (file: string, options) => finish(await (await import("./commands/run.ts")).run(file, options, io)));
  addStudyOptions(run);

  const validate = command("validate", "Check scenarios without running them; all errors at once")
    .argument("<files...>", "scenarios, YAML or JSON")
    .addOption(new Option("-f, --format <format>", "how to print the errors").choices(["text", "json", "github"]).default("text"))
    .addHelpText("after", examples("plimsoll init demo", "plimsoll validate demo/iot-gateway.yaml"))
    .action(async (files: string[], options) => finish(await (await import("./commands/validate.ts")).validate(files, options, io)));
  addTerminalOptions(validate);

  const presets = command("presets", "List the machines, disks and systems that are known, or show one with its sources")
    .argument("[text]", "the preset to show, or part of its name or title")
    .addHelpText("after", examples("plimsoll presets", "plimsoll presets raspberry", "plimsoll presets raspberry-pi-4-4gb"))
    .action(async (text: string | undefined, options) => finish(await (await import("./commands/presets.ts")).presets(text, options, io)));
  addTerminalOptions(presets);

  command("schema", "Print the JSON Schema of scenario files, or of summary.json")
    .addArgument(new Argument("[which]", "of scenario files, or of summary.json").choices(["scenario", "result"]).default("scenario"))
    .addHelpText("after", examples("plimsoll schema > scenario.schema.json"))
    .action(async (which: "scenario" | "result") => finish(await (await import("./commands/schema.ts")).schema(which, io)));

  command("init", "Write a commented scenario to start from")
    .argument("[path]", "a folder, or a file that ends in .yaml", ".")
    .option("--force", "overwrite an existing file")
    .addHelpText("after", examples("plimsoll init demo"))
    .action(async (path: string, options) => finish(await (await import("./commands/init.ts")).init(path, options, io)));

  program.addHelpText("after", () => `${examples("plimsoll init demo", "plimsoll compare demo/iot-gateway.yaml")}\n\n${exitCodes()}`);
  return program;
}

const examples = (...lines: string[]) => `\nExample:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;

const exitCodes = () => `Exit codes:\n${EXIT_MEANINGS.map(([code, meaning]) => `  ${String(code).padEnd(5)}${meaning}`).join("\n")}`;

function addStudyOptions(command: Command): void {
  command
    .addOption(
      new Option("-s, --seed <seed>", "number or text that all random numbers come from (default: the scenario's)").argParser(seed),
    )
    .addOption(
      new Option("-j, --workers <number>", "worker threads; no result depends on it")
        .argParser(workers)
        .default(defaultWorkers(), "one per core"),
    )
    .option("--no-causes", "do not look for what would move the load line, which takes time")
    .optionsGroup("Output:")
    .option("-o, --out <folder>", "for report.html, summary.json, results.csv and manifest.json (default: plimsoll-out/NAME)")
    .option("--no-out", "write no files")
    .addOption(new Option("-f, --format <format>", "of what is printed on standard output").choices(FORMATS).default("table"))
    .addOption(new Option("--progress <style>", "on standard error").choices(["auto", "line", "log", "none"]).default("auto"));
  addTerminalOptions(command);
}

function addTerminalOptions(command: Command): void {
  command
    .optionsGroup("Output:")
    .option("-q, --quiet", "print results and errors only")
    .option("--color", "colour also what is no terminal (default: terminals, unless NO_COLOR is set)")
    .option("--no-color", "use no colours");
}
