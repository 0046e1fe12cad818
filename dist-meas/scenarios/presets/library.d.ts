import { type Preset as LanguagePreset, type Presets } from "../language/text/presets.ts";
export interface Preset extends LanguagePreset {
    readonly kind: string;
    readonly about: string;
    /** Presets that differ from this one in a few values. */
    readonly variants: readonly string[];
}
/** The folder that holds package.json, whether this file runs from source or from dist/. */
export declare function packageRoot(): string;
/** All presets of one kind, by name. */
export declare function presetsOf(kind: string): ReadonlyMap<string, Preset>;
export declare const shippedPresets: Presets;
