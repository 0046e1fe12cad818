/** The way to the clients: from its values to the plain specification that the models take. */
import type { NetworkSpec } from "../../models/network/spec.ts";
import { presetsOf } from "../presets/library.ts";
import { networkFields } from "./components.ts";
import type { Path } from "./document.ts";
import { type Compilation, presetName } from "./resolve.ts";

export function compileNetwork(path: Path, raw: unknown, into: Compilation): NetworkSpec {
  const name = presetName(raw);
  const values = into.resolve(networkFields, { path, preset: name === undefined ? undefined : presetsOf("networks").get(name) });
  const { bandwidthIn, bandwidthOut, clientBandwidth, radio, ...plain } = values;
  const hasRadio = radio.access > 0;
  if (hasRadio && (bandwidthIn === "unlimited" || bandwidthIn !== bandwidthOut)) {
    into.error([...path, "radio"], {
      message: "a radio channel whose bit rate is not the same both ways",
      expected: "bandwidthIn and bandwidthOut alike: there is one channel, used in turn",
      fix: "write the bit rate of the channel for both",
    });
  }
  const rate = (value: number | "unlimited"): number => (value === "unlimited" ? Number.POSITIVE_INFINITY : value);
  return {
    ...plain,
    bandwidthIn: rate(bandwidthIn),
    bandwidthOut: rate(bandwidthOut),
    clientBandwidth: rate(clientBandwidth),
    ...(hasRadio ? { radio } : {}),
  };
}
