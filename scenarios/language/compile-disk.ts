/** A disk: from its values to the plain specification that the models take, and what cannot be together. */
import type { DiskSpec } from "../../models/hardware/spec.ts";
import { type Preset, presetsOf } from "../presets/library.ts";
import { diskFields } from "./components.ts";
import type { Path } from "./document.ts";
import { type Compilation, presetName } from "./resolve.ts";
import { formatQuantity } from "./units.ts";

export function compileDisk(path: Path, raw: unknown, into: Compilation): DiskSpec {
  const name = presetName(raw);
  return diskOf(path, name === undefined ? undefined : presetsOf("disks").get(name), into);
}

export function diskOf(path: Path, preset: Preset | undefined, into: Compilation): DiskSpec {
  const values = into.resolve(diskFields, { path, preset });
  const { queueDepth, unitReadBandwidth, unitWriteBandwidth, writeCache, mechanics, ...plain } = values;
  const refuse = (key: readonly string[], message: string, expected: string, fix: string) =>
    into.error([...path, ...key], { message, expected, fix });
  const moves = mechanics.averageSeek > 0 || mechanics.rotation > 0;
  const caches = writeCache.size > 0;
  if (moves) {
    const { shortestSeek, averageSeek } = mechanics;
    if (averageSeek < shortestSeek) {
      const message = `an average seek of ${formatQuantity(averageSeek, "time")} is shorter than the shortest, ${formatQuantity(shortestSeek, "time")}`;
      refuse(["mechanics", "averageSeek"], message, "at least the shortest seek", "look the two up in the data sheet");
    }
    if (plain.parallel > 1) {
      const message = `${plain.parallel} commands at a time on a disk with moving parts`;
      refuse(["parallel"], message, "1: a disk has one arm", "leave parallel out, or mechanics if this is flash");
    }
    if (caches) {
      const message = "a write cache on a disk with moving parts is not modelled";
      refuse(["writeCache", "size"], message, "a write cache on flash only", "leave writeCache out");
    }
  }
  if (caches && writeCache.drain === 0) {
    refuse(
      ["writeCache"],
      "a write cache that never empties",
      "a drain rate above 0 B/s",
      'add "drain: ...", the rate of a long sequential write',
    );
  }
  if (caches && writeCache.drain > plain.writeBandwidth) {
    const message = `a write cache that empties at ${formatQuantity(writeCache.drain, "bandwidth")}, faster than it can be filled`;
    const expected = `at most writeBandwidth, ${formatQuantity(plain.writeBandwidth, "bandwidth")}`;
    refuse(["writeCache", "drain"], message, expected, "write the rate of a long sequential write");
  }
  if (caches && writeCache.size > plain.size) {
    const message = `a write cache of ${formatQuantity(writeCache.size, "size")} on a disk of ${formatQuantity(plain.size, "size")}`;
    refuse(["writeCache", "size"], message, "at most the size of the disk", "write a smaller cache, or a larger disk");
  }
  const fastest = Math.min(plain.readAccess, plain.writeAccess);
  if (plain.parallel > 1 && plain.commandTime > fastest) {
    const message = `a command time of ${formatQuantity(plain.commandTime, "time")} is longer than a whole access`;
    refuse(["commandTime"], message, `at most ${formatQuantity(fastest, "time")}: it is part of the access`, "write a shorter time");
  }
  const unitBandwidth = (key: "unitReadBandwidth" | "unitWriteBandwidth", own: number | "device", all: number): number | undefined => {
    if (own === "device") return undefined;
    if (own > all) {
      const message = `one command at ${formatQuantity(own, "bandwidth")} is faster than the device`;
      refuse([key], message, `at most ${formatQuantity(all, "bandwidth")}`, `write "device", or a lower rate`);
    }
    return own;
  };
  const unitRead = unitBandwidth("unitReadBandwidth", unitReadBandwidth, plain.readBandwidth);
  const unitWrite = unitBandwidth("unitWriteBandwidth", unitWriteBandwidth, plain.writeBandwidth);
  return {
    ...plain,
    ...(queueDepth === "unlimited" ? {} : { queueDepth }),
    ...(unitRead === undefined ? {} : { unitReadBandwidth: unitRead }),
    ...(unitWrite === undefined ? {} : { unitWriteBandwidth: unitWrite }),
    ...(caches ? { writeCache } : {}),
    ...(moves ? { mechanics } : {}),
  };
}
