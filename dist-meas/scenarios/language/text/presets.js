/** Presets: named tables of values, each with its source, that a scenario starts from. Which there are is handed in as a library. */
import { z } from "zod";
import { choice } from "./fields.js";
import { described } from "./json-schema.js";
import { group, isMap } from "./maps.js";
export function isPresetValue(entry) {
    return entry !== undefined && "value" in entry && "source" in entry;
}
/** Name of the preset that a value refers to: by itself, or under `preset`. */
export function presetName(raw) {
    if (typeof raw === "string")
        return raw;
    return isMap(raw) && typeof raw["preset"] === "string" ? raw["preset"] : undefined;
}
/** Schema of a preset by its name alone, or of a map with the values that differ. */
export function presetOr(presets, kind, about) {
    const names = [...presets.of(kind.kind).keys()];
    const name = choice(names, { about: "A preset by its name.", example: names[0], noun: kind.noun }).schema;
    const either = z.union([name, withPreset(presets, kind, about)]);
    if (kind.fallback === undefined)
        return described(either, about, names[0]);
    return described(either, about, kind.fallback, kind.fallback).optional();
}
/** Schema of a map with values, some or all of which a preset may supply. */
export function withPreset(presets, kind, about, more = {}) {
    const names = [...presets.of(kind.kind).keys()];
    const preset = choice(names, {
        about: `Preset to start from: ${names.join(", ")}. Values beside it replace its own.`,
        example: names[0],
        noun: `${kind.noun} preset`,
    });
    return group(kind.fields, about, { preset: preset.schema.optional(), ...more }, { presettable: true });
}
