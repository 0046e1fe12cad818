/** Parts of a machine as a preset alone has them. */
import type { DiskSpec } from "../../models/hardware/spec.ts";
import type { NetworkSpec } from "../../models/network/spec.ts";
import { diskOf } from "../language/compile-disk.ts";
import { compileNetwork } from "../language/compile-network.ts";
import { InputDocument, parseDocumentText } from "../language/document.ts";
import { Compilation } from "../language/resolve.ts";
import { presetsOf } from "../presets/library.ts";

function empty(): Compilation {
  const document = parseDocumentText("preset.yaml", "{}");
  if (!(document instanceof InputDocument)) throw new Error("an empty map could not be read");
  return new Compilation(document);
}

export const diskPreset = (name: string): DiskSpec => diskOf([], presetsOf("disks").get(name), empty());
export const networkPreset = (name: string): NetworkSpec => compileNetwork([], name, empty());
