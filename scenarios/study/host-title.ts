/** What people call a machine: by what it really has, not by what its preset had before the scenario changed it. */
import type { HostSpec } from "../../models/host/spec.ts";
import { isPresetValue, type PresetValue, type PresetValues } from "../language/text/presets.ts";
import { formatQuantity, parseQuantity } from "../language/text/quantities.ts";
import { presetsOf } from "../presets/library.ts";

const entryAt = (values: PresetValues, [key, ...rest]: readonly string[]): PresetValue | undefined => {
  const entry = values[key];
  if (isPresetValue(entry)) return entry;
  return entry === undefined ? undefined : entryAt(entry, rest);
};

/**
 * The preset's title while memory and cores are those of the preset; otherwise that of the plain machine with what it has: "Raspberry Pi 5 with 12 GiB
 * and 8 cores". Without a preset its name in the scenario.
 */
export function hostTitle({ preset: name, name: own, memory, cpu }: HostSpec): string {
  const preset = presetsOf("hosts").get(name);
  if (preset === undefined) return own;
  const size = parseQuantity(String(entryAt(preset.values, ["memory"])?.value), "size");
  const sameMemory = "value" in size && size.value === memory.size;
  const sameCores = entryAt(preset.values, ["cpu", "cores"])?.value === cpu.cores;
  if (sameMemory && sameCores) return preset.title;
  const base = presetsOf("hosts").get(preset.variantOf ?? name) ?? preset;
  const sizeSaid = !sameMemory || base !== preset ? [formatQuantity(memory.size, "size")] : [];
  const coresSaid = sameCores ? [] : [cpu.cores === 1 ? "1 core" : `${cpu.cores} cores`];
  return `${base.title} with ${[...sizeSaid, ...coresSaid].join(" and ")}`;
}
