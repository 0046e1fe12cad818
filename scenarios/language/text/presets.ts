/** Presets: named tables of values, each with its source, that a scenario starts from. Which there are is handed in as a library. */
import { z } from "zod";
import { choice } from "./fields.ts";
import { described } from "./json-schema.ts";
import { group, isMap } from "./maps.ts";
import type { Fields } from "./tables.ts";

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
  readonly name: string;
  readonly title: string;
  readonly values: PresetValues;
  /** The preset that this one is a variant of. */
  readonly variantOf?: string;
}

/** A library of presets: all of one kind, by name. */
export interface Presets {
  of(kind: string): ReadonlyMap<string, Preset>;
}

/** What presets of one kind describe. */
export interface PresetKind<Table = Fields> {
  /** Name of the kind in a library: "hosts". */
  readonly kind: string;
  /** What one of them is, for people: "host". */
  readonly noun: string;
  readonly fields: Table;
  /** Further values that only presets have. */
  readonly extras?: Fields;
  /** Preset that is taken where a scenario names none. */
  readonly fallback?: string;
}

export function isPresetValue(entry: PresetValue | PresetValues | undefined): entry is PresetValue {
  return entry !== undefined && "value" in entry && "source" in entry;
}

/** Name of the preset that a value refers to: by itself, or under `preset`. */
export function presetName(raw: unknown): string | undefined {
  if (typeof raw === "string") return raw;
  return isMap(raw) && typeof raw["preset"] === "string" ? raw["preset"] : undefined;
}

/** Schema of a preset by its name alone, or of a map with the values that differ, and `more`. */
export function presetOr(presets: Presets, kind: PresetKind, about: string, more: Record<string, z.ZodType> = {}): z.ZodType {
  const names = [...presets.of(kind.kind).keys()];
  const name = choice(names, { about: "A preset by its name.", example: names[0], noun: kind.noun }).schema;
  const either = z.union([name, withPreset(presets, kind, about, more)]);
  if (kind.fallback === undefined) return described(either, about, names[0]);
  return described(either, about, kind.fallback, kind.fallback).optional();
}

/** Schema of a map with values, some or all of which a preset may supply. */
export function withPreset(presets: Presets, kind: PresetKind, about: string, more: Record<string, z.ZodType> = {}): z.ZodType {
  const names = [...presets.of(kind.kind).keys()];
  const preset = choice(names, {
    about: `Preset to start from: ${names.join(", ")}. Values beside it replace its own.`,
    example: names[0],
    noun: `${kind.noun} preset`,
  });
  return group(kind.fields, about, { preset: preset.schema.optional(), ...more }, { presettable: true });
}
