/** Validation cases: the disks of the presets against what was measured on them. */
import { type Agreement, type Quantities, type ValidationCase } from "../../engine/testing/validation.ts";
import { measureClosed } from "../../models/testing/disk-load.ts";
import { diskPreset } from "./presets.ts";

interface Measurement {
  readonly disk: string;
  readonly way: "read" | "write";
  readonly size: number;
  readonly depth: number;
  readonly sequential?: boolean;
  /** Rate that was measured [1/s], or [B/s] from 128 KiB on. */
  readonly rate: number;
  readonly source: string;
  /** Relative error that the model is known to keep. */
  readonly within?: number;
}

const BLOCK = 4096;
const LARGE = 128 * 1024;
const FIRECRACKER = "fio in an EC2 m5d.metal machine, Firecracker, NSDI 2020, raw results";
const DATA_SHEETS = "vendor data sheets, not re-checked";
const TURING_PI = "turing-pi-cluster, issue 11";
const PI_PCIE = "raspberry-pi-pcie-devices, issues 631, 632, 679";
const SD_PI = "raspberrypi.com, quoted in unvt/portable issue 30";

const small = (disk: string, way: "read" | "write", depth: number, rate: number, source: string, within = 0.02): Measurement => ({
  disk,
  way,
  size: BLOCK,
  depth,
  rate,
  source,
  within,
});
const large = (disk: string, way: "read" | "write", depth: number, rate: number, source: string, within = 0.02): Measurement => ({
  ...small(disk, way, depth, rate, source, within),
  size: LARGE,
});

const measurements: readonly Measurement[] = [
  small("nvme", "read", 1, 1 / 60.7e-6, FIRECRACKER),
  small("nvme", "read", 32, 301_000, FIRECRACKER),
  small("nvme", "write", 1, 1 / 30.5e-6, FIRECRACKER),
  small("nvme", "write", 32, 178_000, FIRECRACKER),
  large("nvme", "read", 1, LARGE / 211e-6, FIRECRACKER),
  large("nvme", "read", 32, 1.69e9, FIRECRACKER),
  large("nvme", "write", 32, 0.8e9, FIRECRACKER),
  small("nvme-pcie-x1", "read", 1, 14_000, PI_PCIE),
  small("nvme-pcie-x1", "read", 64, 103_000, PI_PCIE),
  small("nvme-pcie-x1", "write", 1, 215e6 / BLOCK, PI_PCIE),
  small("sata-ssd", "read", 1, 1 / 90e-6, DATA_SHEETS),
  small("sata-ssd", "read", 32, 95_000, DATA_SHEETS),
  small("sata-ssd", "write", 1, 1 / 35e-6, DATA_SHEETS),
  large("sata-ssd", "read", 32, 540e6, DATA_SHEETS, 0.03),
  small("usb-ssd", "read", 1, 5000, TURING_PI),
  small("usb-ssd", "write", 1, 7000, TURING_PI),
  small("emmc", "read", 1, 2200, TURING_PI),
  small("emmc", "write", 1, 2200, TURING_PI),
  small("microsd-a1", "read", 1, 1500, "SD Association, what class A1 guarantees"),
  small("microsd-a1", "write", 1, 500, "SD Association, what class A1 guarantees"),
  small("microsd-evo-plus", "read", 1, 2900, TURING_PI),
  small("microsd-evo-plus", "write", 1, 800, TURING_PI),
  small("microsd-a2", "read", 1, 3200, SD_PI),
  small("microsd-a2", "write", 1, 1200, SD_PI),
  small("hdd", "read", 1, 78, DATA_SHEETS),
  small("hdd", "read", 32, 160, DATA_SHEETS, 0.12),
  { ...large("hdd", "read", 1, 180e6, DATA_SHEETS), sequential: true },
];

export const measuredDiskCases: readonly ValidationCase[] = measurements.map((each) => {
  const { disk, way, size, depth, rate, source, within = 0.02, sequential = false } = each;
  const isSmall = size === BLOCK;
  const quantity = isSmall ? "commands per second [1/s]" : "bandwidth [MB/s]";
  const agreement: Agreement = { kind: "within", relative: within };
  return {
    name: `${disk}: ${sequential ? "sequential" : "random"} ${way}s of ${size / 1024} KiB at depth ${depth}`,
    source,
    agreement,
    expected: (): Quantities => ({ [quantity]: isSmall ? rate : rate / 1e6 }),
    simulate(seed, length): Quantities {
      const requests = (disk === "hdd" && !sequential ? 10_000 : 4000) * length;
      const { iops, bandwidth } = measureClosed(diskPreset(disk), {
        depth,
        size,
        reads: way === "read" ? 1 : 0,
        sequential,
        requests,
        seed,
      });
      return { [quantity]: isSmall ? iops : bandwidth / 1e6 };
    },
  };
});
