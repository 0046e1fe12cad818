/** All kinds of presets, in the order in which `plimsoll presets` lists them. */
import type { PresetKind } from "../text/presets.ts";
export declare const PRESET_KINDS: readonly PresetKind[];
