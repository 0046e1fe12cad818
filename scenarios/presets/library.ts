/** The preset files: measured values of real machines and software, each with its source. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PRESET_KINDS } from "../language/sections/kinds.ts";
import {
  isPresetValue,
  type Preset as LanguagePreset,
  type Presets,
  type PresetValue,
  type PresetValues,
} from "../language/text/presets.ts";

export interface Preset extends LanguagePreset {
  readonly kind: string;
  readonly about: string;
  /** Presets that differ from this one in a few values. */
  readonly variants: readonly string[];
}

interface PresetFile {
  readonly title: string;
  readonly about: string;
  readonly values: PresetValues;
  /** Presets that differ from the file's own in a few values. */
  readonly variants?: Readonly<Record<string, { readonly title: string; readonly about: string; readonly values: PresetValues }>>;
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

let library: ReadonlyMap<string, ReadonlyMap<string, Preset>> | undefined;

/** All presets of one kind, by name. */
export function presetsOf(kind: string): ReadonlyMap<string, Preset> {
  library ??= new Map(PRESET_KINDS.map((each) => [each.kind, readKind(each.kind)]));
  return library.get(kind) as ReadonlyMap<string, Preset>;
}

export const shippedPresets: Presets = { of: presetsOf };

function readKind(kind: string): ReadonlyMap<string, Preset> {
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
