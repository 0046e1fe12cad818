/** Presets for people: which there are, and what each says. */
import { PRESET_KINDS } from "../language/sections/kinds.js";
import { isPresetValue } from "../language/text/presets.js";
import { nearest } from "../language/text/suggest.js";
import { presetsOf } from "./library.js";
/** All presets, kind by kind, in the order of their names. */
export function listPresets() {
    return PRESET_KINDS.flatMap(({ kind }) => [...presetsOf(kind).values()].map(({ name, title, about }) => ({ kind, name, title, about })));
}
/** The preset of this name, of whatever kind; undefined if there is none. */
export function describePreset(name) {
    const [found] = PRESET_KINDS.flatMap(({ kind }) => presetsOf(kind).get(name) ?? []);
    return found && describe(found);
}
/** The preset that a misspelt name may mean. */
export function suggestPreset(name) {
    return nearest(name, listPresets().map((preset) => preset.name));
}
function describe({ kind, name, title, about, values, variants, variantOf }) {
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
const leaves = (values, prefix = "") => Object.entries(values).flatMap(([key, entry]) => isPresetValue(entry) ? [described(prefix + key, entry)] : leaves(entry, `${prefix}${key}.`));
const described = (key, { value, source, range = "" }) => ({
    key,
    value: String(value),
    range: shortRange(range),
    source,
});
/** `1000 Mbit/s..2500 Mbit/s` as `1000..2500 Mbit/s`. */
function shortRange(range) {
    const match = /^(\S+) (\S+)\.\.(\S+) (\S+)$/.exec(range);
    return match !== null && match[2] === match[4] ? `${match[1]}..${match[3]} ${match[4]}` : range;
}
