/** Presets for people: which there are, and what each says. */
import { PRESET_KINDS } from "../language/sections/kinds.ts";
import { isPresetValue, type PresetValue, type PresetValues } from "../language/text/presets.ts";
import { nearest } from "../language/text/suggest.ts";
import { type Preset, presetsOf } from "./library.ts";

export interface PresetSummary {
  /** "hosts", "disks", ... */
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

/** All presets, kind by kind, in the order of their names. */
export function listPresets(): PresetSummary[] {
  return PRESET_KINDS.flatMap(({ kind }) => [...presetsOf(kind).values()].map(({ name, title, about }) => ({ kind, name, title, about })));
}

/** Those with all words of `text` in name or title, in whatever case. */
export function findPresets(text: string): PresetSummary[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return listPresets().filter(({ name, title }) => words.every((word) => `${name} ${title}`.toLowerCase().includes(word)));
}

/** One value of a preset, for people. */
export interface DescribedValue {
  /** Within its group; dotted where groups nest. */
  readonly key: string;
  readonly value: string;
  readonly range: string;
  readonly source: string;
}

/** All that a preset says. */
export interface PresetDescription extends PresetSummary {
  /** What it is one of: host, disk, ... */
  readonly noun: string;
  readonly variants: readonly string[];
  readonly variantOf: string | undefined;
  /** Values by group; those that are in none come first, under "". */
  readonly groups: readonly { readonly name: string; readonly values: readonly DescribedValue[] }[];
}

/** The preset of this name, of whatever kind; undefined if there is none. */
export function describePreset(name: string): PresetDescription | undefined {
  const [found] = PRESET_KINDS.flatMap(({ kind }) => presetsOf(kind).get(name) ?? []);
  return found && describe(found);
}

/** The preset that a misspelt name may mean. */
export function suggestPreset(name: string): string | undefined {
  return nearest(
    name,
    listPresets().map((preset) => preset.name),
  );
}

function describe({ kind, name, title, about, values, variants, variantOf }: Preset): PresetDescription {
  const entries = Object.entries(values);
  const own = entries.flatMap(([key, entry]) => (isPresetValue(entry) ? [described(key, entry)] : []));
  const groups = entries.flatMap(([group, entry]) => (isPresetValue(entry) ? [] : [{ name: group, values: leaves(entry) }]));
  return {
    kind,
    name,
    title,
    about,
    noun: PRESET_KINDS.find((each) => each.kind === kind)?.noun ?? kind,
    variants,
    variantOf,
    groups: own.length === 0 ? groups : [{ name: "", values: own }, ...groups],
  };
}

const leaves = (values: PresetValues, prefix = ""): DescribedValue[] =>
  Object.entries(values).flatMap(([key, entry]) =>
    isPresetValue(entry) ? [described(prefix + key, entry)] : leaves(entry, `${prefix}${key}.`),
  );

const described = (key: string, { value, source, range = "" }: PresetValue): DescribedValue => ({
  key,
  value: String(value),
  range: shortRange(range),
  source,
});

/** `1000 Mbit/s..2500 Mbit/s` as `1000..2500 Mbit/s`. */
function shortRange(range: string): string {
  const match = /^(\S+) (\S+)\.\.(\S+) (\S+)$/.exec(range);
  return match !== null && match[2] === match[4] ? `${match[1]}..${match[3]} ${match[4]}` : range;
}
