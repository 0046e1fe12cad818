/** Rooms inside a layer that know less than their layer may: what the files of each may import. Packages are the layer's business. */
import { existsSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { root } from "./source-files.ts";

interface Room {
  readonly folder: string;
  /** Folders and files of the repository that it may import. */
  readonly imports: readonly string[];
  /** Why no others. */
  readonly because: string;
}

/** The floors of `models/`, the lowest first; each may import from those below. Why it lies where it lies is why it may not import from above. */
const FLOORS: readonly (readonly [folder: string, because: string])[] = [
  ["vocabulary.ts", "words know nothing"],
  ["hardware", "hardware knows no kernel: what can be bought is the same whatever runs on it"],
  ["network", "links carry bytes for whoever has them"],
  ["os", "a kernel is the same on a host and in a guest, and does not know what it runs"],
  ["workload", "what tenants ask for does not depend on what serves it"],
  ["host", "a system on metal: it does not know what runs on it"],
  ["instance", "an instance is one of whatever unit; the unit puts its costs into the template"],
  ["request", "requests are carried out on an instance's system; whose they are is a Destination to them"],
  ["service", "services and units are contracts here; the kinds are above"],
  ["(units)", "a unit knows no other kind"],
  ["serverless", "functions run in containers, so they lie above these; the list of units is above all of them"],
  ["fleet", "hosts with what runs on them; how a run is measured is above"],
  ["run", "one run: builds, runs, measures, audits; nothing but the public face is above"],
];

/** The kinds of units that no other folder is built on, side by side on the floor of units: those with a `unit.ts` and no floor of their own. */
const units = readdirSync(join(root, "models")).filter(
  (folder) => existsSync(join(root, "models", folder, "unit.ts")) && !FLOORS.some(([named]) => named === folder),
);

const foldersOf = (floor: string): readonly string[] => (floor === "(units)" ? units : [floor]).map((folder) => `models/${folder}`);

const floors: readonly Room[] = FLOORS.flatMap(([floor, because], height) =>
  foldersOf(floor).map((folder) => ({
    folder,
    imports: ["engine/", ...FLOORS.slice(0, height).flatMap(([below]) => foldersOf(below)), folder],
    because,
  })),
);

/** Files that may lie on the root of `models/`, in no room. */
export const MOST_LOOSE_FILES = 5;

export const ROOMS: readonly Room[] = [
  ...floors,
  {
    folder: "scenarios/language/text/",
    imports: ["scenarios/language/text/"],
    because: "the text kit knows no subject; take what it has to know as an argument",
  },
  {
    folder: "scenarios/language/sections/",
    imports: [
      "scenarios/language/sections/",
      "scenarios/language/text/",
      "scenarios/scenario.ts",
      "scenarios/objective.ts",
      "models/",
      "engine/",
    ],
    because: "a section gets the presets handed in, and is put together with the others by schema.ts and compile.ts",
  },
];

const isTest = (path: string) => path.endsWith(".test.ts") || path.includes("/testing/");

/** Sentences, one for each of the imports of `path` that its room must not have; empty when all is well. */
export function roomViolations(path: string, imports: readonly string[]): string[] {
  const room = ROOMS.find(({ folder }) => path.startsWith(folder));
  if (room === undefined || isTest(path)) return [];
  return imports
    .filter((specifier) => specifier.startsWith("."))
    .map((specifier) => posix.normalize(posix.join(posix.dirname(path), specifier)))
    .filter((target) => !room.imports.some((each) => target.startsWith(each)))
    .map((target) => `${path} imports ${target}: ${room.because}`);
}
