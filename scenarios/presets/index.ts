/** Presets for people: which there are, and what each says. */
import { type Fields, isField, type Kind, KINDS } from "../language/components.ts";
import { nearest } from "../language/suggest.ts";
import { isPresetValue, type Preset, presetsOf, type PresetValues } from "./library.ts";

export interface PresetSummary {
  readonly kind: Kind;
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

/** All presets, kind by kind, in the order of their names. */
export function listPresets(): PresetSummary[] {
  return (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
    [...presetsOf(kind).values()].map(({ name, title, about }) => ({ kind, name, title, about })),
  );
}

/** Readable text on all presets of this name, with the source and range of each value; undefined if there is none. */
export function describePreset(name: string): string | undefined {
  const found = (Object.keys(KINDS) as Kind[]).flatMap((kind) => presetsOf(kind).get(name) ?? []);
  return found.length === 0 ? undefined : found.map(describe).join("\n\n");
}

/** The preset that a misspelt name may mean. */
export function suggestPreset(name: string): string | undefined {
  return nearest(
    name,
    listPresets().map((preset) => preset.name),
  );
}

function describe({ kind, name, title, about, values }: Preset): string {
  return [`${name}: ${title} (${KINDS[kind].noun})`, about, "", ...lines(values, KINDS[kind].fields, "")].join("\n");
}

function lines(values: PresetValues, fields: Fields | undefined, prefix: string): string[] {
  return Object.entries(values).flatMap(([key, entry]) => {
    const field = fields?.[key];
    if (!isPresetValue(entry)) return lines(entry, field === undefined || isField(field) ? undefined : field, `${prefix}${key}.`);
    const range = entry.range === undefined ? "" : `   (${entry.range})`;
    return [`${prefix}${key}: ${String(entry.value)}${range}`, `    ${entry.source}`];
  });
}
