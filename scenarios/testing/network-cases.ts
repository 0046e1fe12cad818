/** Validation cases: the networks of the presets against what was measured on them. */
import type { ValidationCase } from "../../engine/testing/validation.ts";
import type { NicSpec } from "../../models/hardware/spec.ts";
import { measureBulk, measureRoundTrip } from "../../models/testing/network-load.ts";
import { networkPreset } from "./presets.ts";

const SBC = "github.com/geerlingguy/sbc-reviews, iperf";

/** An interface of this rate [bit/s]. */
const port = (rate: number): NicSpec => ({ bandwidth: rate / 8, latency: 0, mtu: 1500, cpuPerPacket: 0 });

const bulk = (name: string, network: string, rate: number, connections: number, measured: number, source: string): ValidationCase => ({
  name: `${name}: goodput of ${connections === 1 ? "one transfer" : `${connections} transfers`}`,
  source,
  agreement: { kind: "within", relative: 0.025 },
  expected: () => ({ "goodput [Mbit/s]": measured / 1e6 }),
  simulate: (_, length) => {
    const rates = measureBulk(port(rate), networkPreset(network), connections, 1_448_000, 20 * length);
    return { "goodput [Mbit/s]": (rates.reduce((sum, each) => sum + each, 0) * 8) / 1e6 };
  },
});

/** `packet`: time that the stack of each end needs for a packet [s]; a request and its answer are four. */
const roundTrip = (network: string, rate: number, packet: number, measured: number, source: string): ValidationCase => ({
  name: `${network}: 100 B there and 200 B back, kernel to kernel`,
  source,
  agreement: { kind: "within", relative: 0.05 },
  expected: () => ({ "round trip [us]": measured * 1e6 }),
  simulate: () => ({ "round trip [us]": (measureRoundTrip(port(rate), networkPreset(network), 100, 200) + 4 * packet) * 1e6 }),
});

export const measuredNetworkCases: readonly ValidationCase[] = [
  bulk("10 Gbit/s Ethernet", "lan-10g", 10e9, 4, 9.41e9, "Felter et al., IBM RC25482, 2014"),
  bulk("Raspberry Pi 4, Ethernet", "lan-1g", 1e9, 1, 939e6, SBC),
  bulk("Raspberry Pi 3B+, Wi-Fi", "wifi-n", 267e6, 1, 24.5e6, SBC),
  bulk("Raspberry Pi 4, Wi-Fi", "wifi-ac", 1e9, 1, 108e6, SBC),
  bulk("Raspberry Pi 5, Wi-Fi", "wifi-ac-fast", 1e9, 1, 227e6, `${SBC}: 186..268, their middle`),
  roundTrip("lan-10g", 10e9, 1.2e-6, 37.5e-6, "netperf, Felter et al., IBM RC25482, 2014"),
  roundTrip("lan-1g", 1e9, 1.2e-6, 70e-6, "usual, not re-checked"),
  roundTrip("lan-100m", 100e6, 5e-6, 250e-6, "usual, not re-checked"),
  roundTrip("wifi-n", 267e6, 5e-6, 2.5e-3, "usual, 1..10 ms, not re-checked"),
  roundTrip("wifi-ac", 1e9, 5e-6, 2.5e-3, "usual, 1..10 ms, not re-checked"),
];
