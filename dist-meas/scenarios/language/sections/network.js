import { count, orWord, quantity, share, size, time } from "../text/fields.js";
import { presetName } from "../text/presets.js";
import { nested } from "../text/tables.js";
import { small } from "./common.js";
export const nicFields = nested("Network interface.", {
    bandwidth: quantity("bandwidth", {
        about: "Network rate, each direction.",
        above: "0 B/s",
        max: "10000 Gbit/s",
        because: "no port is faster",
        example: "1 Gbit/s",
    }),
    latency: time({
        about: "One way between a client and the host, where no `network` is given.",
        fallback: "35 us",
        example: "35 us",
        max: "60 s",
        because: "clients are on this planet",
    }),
    mtu: size({
        about: "Largest payload of one packet.",
        fallback: "1500 B",
        example: "1500 B",
        min: "68 B",
        max: "64 KiB",
        because: "RFC 791: a link carries 68 B at least, a packet 64 KiB at most",
    }),
    cpuPerPacket: time({ about: "CPU time that the host spends on one packet.", fallback: "1 us", example: "5 us", ...small }),
});
const rateOfAll = (what, example) => orWord("unlimited", quantity("bandwidth", { about: "", above: "0 B/s" }), {
    about: `${what}; or \`unlimited\`: never the bottleneck, as a switch.`,
    fallback: "unlimited",
    example,
});
const networkFields = {
    latency: time({
        about: "One way between a client and the host, without queueing and serialization. Stands in for the interface's.",
        example: "20 ms",
        max: "60 s",
        because: "clients are on this planet",
    }),
    bandwidthIn: rateOfAll("Rate to the host, shared by all messages", "100 Mbit/s"),
    bandwidthOut: rateOfAll("Rate from the host, shared by all messages", "40 Mbit/s"),
    clientBandwidth: rateOfAll("Rate of a client's own port, for each message", "1 Gbit/s"),
    loss: share({
        about: "Packets lost: long transfers are slowed down, and the end of a message may have to wait for a timer.",
        max: "50 %",
        because: "over such a path nobody works",
        fallback: "0 %",
        example: "0.1 %",
    }),
    window: size({
        about: "Bytes that one connection has under way at most.",
        fallback: "6 MiB",
        example: "64 KiB",
        min: "1 KiB",
        max: "1 GiB",
        because: "TCP can count no more",
    }),
    radio: nested("Radio channel, as of Wi-Fi; left out, the network has wires.", {
        access: time({
            about: "Channel time of each access beside the bits, on a radio channel that both ways take in turn; 0: no radio.",
            fallback: "0 s",
            example: "200 us",
            ...small,
        }),
        aggregation: count({ about: "Packets sent in one access at most.", min: 1, max: 1024, fallback: 1, example: 16 }),
    }),
};
export const NETWORKS = { kind: "networks", noun: "network", fields: networkFields };
export function compileNetwork(path, raw, into) {
    const values = into.resolve(networkFields, { path, preset: into.preset(NETWORKS, presetName(raw)) });
    const { bandwidthIn, bandwidthOut, clientBandwidth, radio, ...plain } = values;
    const hasRadio = radio.access > 0;
    if (hasRadio && (bandwidthIn === "unlimited" || bandwidthIn !== bandwidthOut)) {
        into.error([...path, "radio"], {
            message: "a radio channel whose bit rate is not the same both ways",
            expected: "bandwidthIn and bandwidthOut alike: there is one channel, used in turn",
            fix: "write the bit rate of the channel for both",
        });
    }
    const rate = (value) => (value === "unlimited" ? Number.POSITIVE_INFINITY : value);
    return {
        ...plain,
        bandwidthIn: rate(bandwidthIn),
        bandwidthOut: rate(bandwidthOut),
        clientBandwidth: rate(clientBandwidth),
        ...(hasRadio ? { radio } : {}),
    };
}
