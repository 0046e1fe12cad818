import { packetsFor } from "../network/packets.js";
export const NO_ADDERS = { messageIn: 0, messageOut: 0, disk: 0, roundTrip: 0 };
/** CPU work of the host's stack on a message [ns]: so much a packet, and one copy between the application and the kernel. */
export function protocolCpu(size, { nic, cpu }) {
    return (packetsFor(nic, size) * nic.cpuPerPacket + size / cpu.copyBandwidth) * 1e9;
}
/** Data files come into the page cache when they are used. */
export const dataFiles = (size) => (size > 0 ? [{ kind: "data", size, hot: 0, onDemand: true }] : []);
