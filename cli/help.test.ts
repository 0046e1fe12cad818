import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { EXIT_MEANINGS } from "./exit-codes.ts";
import { cli } from "./testing/in-process.ts";
import { shell, spawnCli } from "./testing/spawn.ts";
import { workspace } from "./testing/workspace.ts";

const COMMANDS = ["compare", "run", "validate", "schema", "presets", "init"];

test("--version prints the version of the package; so does the built program", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  for (const run of [cli, spawnCli]) expect(await run(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
});

test("--help lists every command and every exit code; a call without arguments prints it and ends with 2", async () => {
  const { code, stdout, stderr } = await cli(["--help"]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
  for (const [exit, meaning] of EXIT_MEANINGS) expect(stdout).toContain(`\n  ${String(exit).padEnd(5)}${meaning}\n`);
  const bare = await cli([]);
  expect(bare).toEqual({ code: 2, stdout: "", stderr: stdout });
});

test.each([{ terminal: 100 }, {}])("every line of help fits 100 columns, on %o", async (where) => {
  for (const args of [[], ...COMMANDS.map((command) => [command])]) {
    const { stdout } = await cli([...args, "--help"], where);
    expect(stdout.split("\n").filter((line) => line.length > 100)).toEqual([]);
  }
});

/** What `init` writes, with a smaller search: the example of compare is to work, not to be waited for. The count of lines changed is checked. */
const SHORTEN = `
  sed -i.bak -E 's/^  tenants: .*/  tenants: 1..2/; s/^  duration: .*/  duration: 20 s/; s/^  replications: .*/  replications: { min: 2, max: 2 }/' demo/*.yaml
  test "$(diff demo/*.yaml demo/*.yaml.bak | grep -c '^<')" = 3`;

// The lines of all examples, each once, pasted into one shell in an empty folder: pipes, redirections and && are the shell's.
test("every command's --help has an example, and all of them work when pasted", async () => {
  const pasted = new Set<string>();
  for (const command of COMMANDS) {
    const { code, stdout } = await cli([command, "--help"]);
    expect(code).toBe(0);
    const lines = [...stdout.matchAll(/^ {2}\$ (plimsoll .+)$/gm)].map((match) => match[1]!);
    expect(lines.some((line) => line.startsWith(`plimsoll ${command}`))).toBe(true);
    for (const line of lines) pasted.add(line);
  }
  const folder = workspace();
  const result = await shell(
    `set -e; main=("$@"); plimsoll() { "\${main[@]}" "$@"; test "$1" != init || { ${SHORTEN}; }; }\n${[...pasted].join("\n")}`,
    folder.path,
  );
  folder.remove();
  expect(result).toMatchObject({ code: 0 });
  expect(result.stderr).not.toContain("error");
});

/** The scripts that a command loads, as V8 counts them for coverage: of a process, which has loaded nothing else. */
async function loadedScripts(args: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-coverage-"));
  await spawnCli(args, { env: { NODE_V8_COVERAGE: folder } });
  const scripts = readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
  return scripts;
}

test("--help and --version are quick: they load none of the heavy libraries", async () => {
  const heavy = (scripts: readonly string[]) => scripts.filter((url) => /node_modules\/(zod|yaml|vega|tinypool|csv-stringify)/.test(url));
  for (const args of [["--help"], ["--version"], ["compare", "--help"], ["comprae"]]) expect(heavy(await loadedScripts(args))).toEqual([]);
  const ofSchema = await loadedScripts(["schema"]);
  expect(heavy(ofSchema).length).toBeGreaterThan(0); // the check sees what is loaded
  expect(ofSchema.filter((url) => url.includes("/vega"))).toEqual([]);
});
