/** The commands and their options. Each command's code is imported when it is called, so that --help and --version are quick. */
import { Argument, Command, CommanderError, Option } from "commander";
import { EXIT, EXIT_MEANINGS, type ExitCode } from "./exit-codes.ts";
import { Failure } from "./failure.ts";
import { defaultWorkers, positiveInteger, seed } from "./options.ts";
import { createTerminal } from "./terminal.ts";
import { version } from "../scenarios/version.ts";

const FORMATS = ["table", "json", "csv", "md"] as const;

/** Runs the command line `argv` (without node and the script) and returns its exit code. Throws nothing. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.ok;
  const program = createProgram((result) => (code = result));
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return report(error);
  }
}

/** Says what went wrong, without a stack trace, and gives the exit code of it. */
export function report(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage; // commander has printed it
  const { say, errColors } = createTerminal(undefined);
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
  if (process.env["PLIMSOLL_DEBUG"] && error instanceof Error) say(`${error.stack}\n`);
  say(
    `This is a bug in Plimsoll, not in your scenario. Please report it with the scenario, the command line and these lines\n` +
      `(plimsoll ${version}, node ${process.version}, ${process.platform} ${process.arch}). PLIMSOLL_DEBUG=1 adds the stack trace.\n`,
  );
  return EXIT.internal;
}

function createProgram(finish: (code: ExitCode) => void): Command {
  const program = new Command("plimsoll")
    .description("Finds the load line of a computer: how many tenants it carries as VMs, containers or functions, and why.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .configureHelp({ showGlobalOptions: false })
    .showSuggestionAfterError()
    .showHelpAfterError("Try --help.")
    .exitOverride();
  const command = (usage: string, description: string) =>
    program.command(usage).description(description).helpOption("-h, --help", "print this help");

  studyOptions(command("compare <file>", "find the load line of every deployment of a scenario, and compare them"))
    .addHelpText("after", examples("plimsoll init demo", "plimsoll compare demo/iot-gateway.yaml"))
    .action(async (file: string, options) => finish(await (await import("./commands/compare.ts")).compare(file, options)));

  studyOptions(command("run <file>", "simulate one deployment: at one load, or find its load line"))
    .requiredOption("-d, --deployment <name>", "which deployment of the scenario")
    .option("-n, --tenants <number>", "how many tenants (default: find the load line)", positiveInteger)
    .option("--check", "exit with 4 if the objective is missed, 6 if that can't be told, 7 if the machine is overloaded")
    .addHelpText("after", examples("plimsoll init demo", "plimsoll run demo/iot-gateway.yaml --deployment container --tenants 10"))
    .action(async (file: string, options) => finish(await (await import("./commands/run.ts")).run(file, options)));

  terminalOptions(command("validate <files...>", "check scenarios without running them; all errors at once"))
    .addOption(new Option("-f, --format <format>", "how to print the errors").choices(["text", "json", "github"]).default("text"))
    .addHelpText("after", examples("plimsoll init demo", "plimsoll validate demo/iot-gateway.yaml"))
    .action(async (files: string[], options) => finish(await (await import("./commands/validate.ts")).validate(files, options)));

  command("schema", "print the JSON Schema of scenario files or of summary.json")
    .addArgument(new Argument("[which]", "which schema").choices(["scenario", "result"]).default("scenario"))
    .addHelpText("after", examples("plimsoll schema > scenario.schema.json"))
    .action(async (which: "scenario" | "result") => finish(await (await import("./commands/schema.ts")).schema(which)));

  terminalOptions(command("presets [name]", "list the presets, or show the values of one with their sources"))
    .addHelpText("after", examples("plimsoll presets", "plimsoll presets raspberry-pi-4-4gb"))
    .action(async (name: string | undefined, options) => finish(await (await import("./commands/presets.ts")).presets(name, options)));

  command("init [path]", "write a scenario to start from: into a folder, or to a .yaml file")
    .option("--force", "overwrite an existing file")
    .addHelpText("after", examples("plimsoll init demo"))
    .action(async (path: string | undefined, options) => finish(await (await import("./commands/init.ts")).init(path, options)));

  program.addHelpText("after", () => `${examples("plimsoll init demo", "plimsoll compare demo/iot-gateway.yaml")}\n\n${exitCodes()}`);
  return program;
}

const examples = (...lines: string[]) => `\nExample:\n${lines.map((line) => `  $ ${line}`).join("\n")}`;

const exitCodes = () => `Exit codes:\n${EXIT_MEANINGS.map(([code, meaning]) => `  ${String(code).padEnd(5)}${meaning}`).join("\n")}`;

function terminalOptions(command: Command): Command {
  return command
    .option("-q, --quiet", "print results and errors only")
    .option("--color", "use colours even where they are not expected (else: on a terminal, unless NO_COLOR is set)")
    .option("--no-color", "use no colours");
}

function studyOptions(command: Command): Command {
  command
    .option("-o, --out <folder>", "where to write report.html, summary.json, results.csv and manifest.json (default: plimsoll-out/NAME)")
    .option("--no-out", "write no files")
    .addOption(new Option("-f, --format <format>", "what to print on standard output").choices(FORMATS).default("table"))
    .option("-s, --seed <seed>", "number or text that all random numbers come from (default: the scenario's)", seed)
    .option(
      "-j, --workers <number>",
      "worker threads; results do not depend on it (default: one per core)",
      positiveInteger,
      defaultWorkers(),
    )
    .addOption(new Option("--progress <style>", "progress on standard error").choices(["auto", "line", "log", "none"]).default("auto"));
  return terminalOptions(command);
}
