export interface PresetSummary {
    /** "hosts", "disks", ... */
    readonly kind: string;
    readonly name: string;
    readonly title: string;
    readonly about: string;
}
/** All presets, kind by kind, in the order of their names. */
export declare function listPresets(): PresetSummary[];
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
    readonly groups: readonly {
        readonly name: string;
        readonly values: readonly DescribedValue[];
    }[];
}
/** The preset of this name, of whatever kind; undefined if there is none. */
export declare function describePreset(name: string): PresetDescription | undefined;
/** The preset that a misspelt name may mean. */
export declare function suggestPreset(name: string): string | undefined;
