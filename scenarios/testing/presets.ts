/** Parts of a machine as a preset alone has them. */
import type { DiskSpec, NetworkSpec } from "../../models/index.ts";
import { compileNetwork } from "../language/sections/network.ts";
import { diskOf } from "../language/sections/disk.ts";
import { InputDocument, parseDocumentText } from "../language/text/document.ts";
import { Compilation } from "../language/text/resolve.ts";
import { presetsOf, shippedPresets } from "../presets/library.ts";

function empty(): Compilation {
  const document = parseDocumentText("preset.yaml", "{}");
  if (!(document instanceof InputDocument)) throw new Error("an empty map could not be read");
  return new Compilation(document, shippedPresets);
}

export const diskPreset = (name: string): DiskSpec => diskOf([], presetsOf("disks").get(name), empty());
export const networkPreset = (name: string): NetworkSpec => compileNetwork([], name, empty());
