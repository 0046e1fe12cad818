/** All kinds of presets, in the order in which `plimsoll presets` lists them. */
import type { PresetKind } from "../text/presets.ts";
import { ENGINES, SECURITY } from "./container.ts";
import { DISKS } from "./disk.ts";
import { PLATFORMS, RUNTIMES } from "./function.ts";
import { HOSTS } from "./host.ts";
import { NETWORKS } from "./network.ts";
import { COMPRESSORS } from "./swap.ts";
import { GUESTS, HYPERVISORS } from "./vm.ts";

export const PRESET_KINDS: readonly PresetKind[] = [
  HOSTS,
  DISKS,
  COMPRESSORS,
  NETWORKS,
  HYPERVISORS,
  GUESTS,
  ENGINES,
  SECURITY,
  PLATFORMS,
  RUNTIMES,
];
