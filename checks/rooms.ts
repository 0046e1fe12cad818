/** Rooms inside a layer that know less than their layer may: what the files of each may import. Packages are the layer's business. */
import { posix } from "node:path";

interface Room {
  readonly folder: string;
  /** Folders and files of the repository that it may import. */
  readonly imports: readonly string[];
  /** Why no others. */
  readonly because: string;
}

export const ROOMS: readonly Room[] = [
  {
    folder: "scenarios/language/text/",
    imports: ["scenarios/language/text/"],
    because: "the text kit knows no subject; take what it has to know as an argument",
  },
  {
    folder: "scenarios/language/sections/",
    imports: ["scenarios/language/sections/", "scenarios/language/text/", "scenarios/scenario.ts", "models/", "engine/"],
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
