import { expect, test } from "vitest";
import { host, onlyError, type Refusal } from "../testing/scenario.ts";

const disk = (text: string) => host(`disks: { main: { ${text} } }`);

test.each<Refusal>([
  [
    "two arms",
    disk("preset: hdd, parallel: 2"),
    { message: "2 commands at a time on a disk with moving parts", fix: "leave parallel out, or mechanics if this is flash" },
  ],
  [
    "seeks shorter than the shortest",
    disk("preset: hdd, mechanics: { averageSeek: 0.5 ms }"),
    { message: "an average seek of 500 us is shorter than the shortest, 1 ms", fix: "look the two up in the data sheet" },
  ],
  [
    "a write cache that empties faster than it fills",
    disk("preset: sata-ssd, writeCache: { drain: 600 MB/s }"),
    {
      message: "a write cache that empties at 600 MB/s, faster than it can be filled",
      fix: "write the rate of a long sequential write",
    },
  ],
  [
    "a write cache that never empties",
    disk("preset: emmc, writeCache: { size: 1 GiB }"),
    { message: "a write cache that never empties", fix: 'add "drain: ...", the rate of a long sequential write' },
  ],
  [
    "a write cache larger than its disk",
    disk("preset: sata-ssd, size: 1 GiB, writeCache: { size: 2 GiB }"),
    { message: "a write cache of 2 GiB on a disk of 1 GiB", fix: "write a smaller cache, or a larger disk" },
  ],
  [
    "a command that is faster than its device",
    disk("preset: nvme, unitReadBandwidth: 2 GB/s"),
    { message: "one command at 2 GB/s is faster than the device", fix: 'write "device", or a lower rate' },
  ],
  [
    "a controller that needs longer than the access",
    disk("preset: nvme, commandTime: 1 ms"),
    { message: "a command time of 1 ms is longer than a whole access", fix: "write a shorter time" },
  ],
  ["a device that takes no command", disk("preset: nvme, queueDepth: 0"), { message: "found 0" }],
  ["a device without units", disk("preset: nvme, parallel: 0"), { message: "found 0" }],
  ["a negative access time", disk("preset: nvme, readAccess: -1 us"), { message: '"-1 us" is out of bounds' }],
  ["a device that transfers nothing", disk("preset: nvme, readBandwidth: 0 B/s"), { message: '"0 B/s" is out of bounds' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
