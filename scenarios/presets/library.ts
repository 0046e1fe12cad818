/** The preset files: measured values of real machines and software, each with its source. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { KINDS, type Kind } from "../language/components.ts";

/** One value of a preset, as it would be written in a scenario. */
export interface PresetValue {
  readonly value: unknown;
  readonly source: string;
  /** Plausible range, as text. */
  readonly range?: string;
}

/** Values by key; nested keys are groups. */
export interface PresetValues {
  readonly [key: string]: PresetValue | PresetValues;
}

export interface Preset {
  readonly kind: Kind;
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly values: PresetValues;
  /** Presets that differ from this one in a few values. */
  readonly variants: readonly string[];
  /** The preset that this one is a variant of. */
  readonly variantOf?: string;
}

interface PresetFile {
  readonly title: string;
  readonly about: string;
  readonly values: PresetValues;
  /** Presets that differ from the file's own in a few values. */
  readonly variants?: Readonly<Record<string, { readonly title: string; readonly about: string; readonly values: PresetValues }>>;
}

export function isPresetValue(entry: PresetValue | PresetValues | undefined): entry is PresetValue {
  return entry !== undefined && "value" in entry && "source" in entry;
}

/** The folder that holds package.json, whether this file runs from source or from dist/. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) {
    if (dirname(folder) === folder) throw new Error("plimsoll: package.json not found above the program; the installation is incomplete");
    folder = dirname(folder);
  }
  return folder;
}

let library: ReadonlyMap<Kind, ReadonlyMap<string, Preset>> | undefined;

/** All presets of one kind, by name. */
export function presetsOf(kind: Kind): ReadonlyMap<string, Preset> {
  library ??= new Map((Object.keys(KINDS) as Kind[]).map((each) => [each, readKind(each)]));
  return library.get(kind) as ReadonlyMap<string, Preset>;
}

function readKind(kind: Kind): ReadonlyMap<string, Preset> {
  const folder = join(packageRoot(), "scenarios", "presets", kind);
  const presets = new Map<string, Preset>();
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  for (const file of files.sort()) {
    const { title, about, values, variants = {} } = parse(readFileSync(join(folder, file), "utf8")) as PresetFile;
    const name = file.slice(0, -".yaml".length);
    presets.set(name, { kind, name, title, about, values, variants: Object.keys(variants) });
    for (const [variant, own] of Object.entries(variants)) {
      const { title: ownTitle, about: ownAbout, values: ownValues } = own;
      presets.set(variant, {
        kind,
        name: variant,
        title: ownTitle,
        about: ownAbout,
        values: merged(values, ownValues),
        variants: [],
        variantOf: name,
      });
    }
  }
  return presets;
}

function merged(base: PresetValues, own: PresetValues): PresetValues {
  const result: Record<string, PresetValue | PresetValues> = { ...base };
  for (const [key, entry] of Object.entries(own)) {
    const below = base[key];
    result[key] = isPresetValue(entry) || below === undefined || isPresetValue(below) ? entry : merged(below, entry);
  }
  return result;
}
