import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importsOf, LAYERS } from "./layers.ts";
import { root, sourceFiles } from "./source-files.ts";

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest;

const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
const isTest = (path: string) => /\.test\.ts$|\/testing\//.test(path);
/** Packages imported by the files of `folders`, each with one file that does. */
function importedPackages(folders: readonly string[], wanted: (path: string) => boolean): Map<string, string> {
  const files = sourceFiles(folders).filter(wanted);
  const pairs = files.flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), "utf8")).map((specifier) => [specifier, file] as const),
  );
  return new Map(
    pairs
      .filter(([name]) => !name.startsWith(".") && name !== "(computed)" && !isBuiltin(name))
      .map(([name, file]) => [packageOf(name), file]),
  );
}

test("shipped code imports only dependencies, and every dependency is imported", () => {
  const used = importedPackages(["engine", "models", "scenarios", "reports", "cli"], (path) => !isTest(path));
  expect(used.size).toBeGreaterThan(5);
  expect(
    [...used]
      .filter(([name]) => !(name in manifest.dependencies))
      .map(([name, file]) => `${file} imports ${name}, which a user does not get: move it to dependencies`),
  ).toEqual([]);
  expect(
    Object.keys(manifest.dependencies)
      .filter((name) => !used.has(name))
      .map((name) => `nothing shipped imports ${name}: remove it from dependencies`),
  ).toEqual([]);
});

test("tests and benchmarks import only what is installed", () => {
  const installed = { ...manifest.dependencies, ...manifest.devDependencies, plimsoll: "itself" };
  const used = importedPackages(
    LAYERS.filter((layer) => existsSync(join(root, layer))),
    () => true,
  );
  expect(
    [...used].filter(([name]) => !(name in installed)).map(([name, file]) => `${file} imports ${name}: add it to devDependencies`),
  ).toEqual([]);
});

test("the lock file names every optional package, also those for other systems, or `npm ci` refuses it", () => {
  interface Entry {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
  }
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, Entry>>;
  };
  const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ path, name, version })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  const missing = wanted.filter(({ path, name }) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages));
  expect(missing.map(({ path, name, version }) => `${path} may need ${name}@${version}: add it to package-lock.json`)).toEqual([]);
});

test("every npm script calls scripts and programs that exist", () => {
  for (const [name, line] of Object.entries(manifest.scripts)) {
    for (const command of line.split("&&").map((part) => part.trim().split(/\s+/))) {
      const called = command.filter((word) => !word.startsWith("--"));
      if (called[0] === "npm") expect(manifest.scripts, `script ${name}`).toHaveProperty([called[1] === "run" ? called[2] : called[1]]);
      else if (called[0] === "node") expect(existsSync(join(root, called[1])), `script ${name}: ${called[1]}; build first`).toBe(true);
      else expect(existsSync(join(root, "node_modules/.bin", called[0])), `script ${name}: ${called[0]} is not installed`).toBe(true);
    }
  }
});

test("what package.json promises is there after a build, and the package holds the data and no tests", () => {
  const promised = [
    ...Object.values(manifest.bin),
    ...Object.values(manifest.exports).flatMap((entry) => (typeof entry === "string" ? [entry] : [entry.types, entry.default])),
  ];
  expect(promised.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const [{ files }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--loglevel=silent"], { cwd: root, encoding: "utf8" }),
  ) as [{ readonly files: readonly { readonly path: string }[] }];
  const paths = files.map(({ path }) => path);
  for (const needed of [
    "dist/cli/main.js",
    "dist/scenarios/study/worker.js",
    "scenarios/shipped/iot-gateway.yaml",
    "scenarios/presets/hosts/raspberry-pi-4.yaml",
  ])
    expect(paths).toContain(needed);
  expect(paths.filter((path) => path.endsWith(".csv")).length).toBeGreaterThan(0);
  expect(paths.filter((path) => /\.test\.|^checks|^bench/.test(path))).toEqual([]);
});
