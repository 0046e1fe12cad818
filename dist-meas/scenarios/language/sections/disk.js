/** Disks: flash and moving parts, and what cannot be together. */
import { DEFAULT_DISK_SIZE, DEFAULT_MAX_TRANSFER } from "../../../models/hardware/spec.js";
import { choice, count, orWord, quantity, size, text, time, unknownWord } from "../text/fields.js";
import { isMap, named } from "../text/maps.js";
import { checkName } from "../text/names.js";
import { isPresetValue, presetName, presetOr } from "../text/presets.js";
import { formatIn, formatQuantity } from "../text/quantities.js";
import { nested } from "../text/tables.js";
import { capacity, small } from "./common.js";
const transfer = (about, example) => quantity("bandwidth", { about, above: "0 B/s", example });
const ofOneCommand = (what, example) => orWord("device", transfer("", example), {
    about: `${what} by one command that has the device for itself; or \`device\`: as fast as all together.`,
    fallback: "device",
    example,
});
const unlessMoving = { fallback: "0 s", ...small };
const diskFields = {
    size: size({ about: "Capacity.", fallback: formatQuantity(DEFAULT_DISK_SIZE, "size"), example: "29 GiB", above: "0 B", ...capacity }),
    parallel: count({
        about: "Commands that make progress at the same time: microSD 1, eMMC 2, SATA and NVMe 16 to 32; a disk with an arm 1.",
        min: 1,
        max: 4096,
        fallback: 1,
        because: "no device has more units",
    }),
    placement: choice(["any", "random"], {
        about: "Which of them a command needs: any idle one, or the one that has its data, at random.",
        fallback: "any",
    }),
    queueDepth: orWord("unlimited", count({ about: "", min: 1, max: 65536, because: "no device has a deeper queue" }), {
        about: "Commands that the device takes at most: microSD 1, SATA and eMMC 32, NVMe 1024. The others wait in the operating system.",
        fallback: "unlimited",
        example: 32,
    }),
    maxTransfer: size({
        about: "Largest command; a longer request becomes several.",
        fallback: formatIn("KiB", DEFAULT_MAX_TRANSFER, "size"),
        example: "512 KiB",
        min: "4 KiB",
        max: "64 MiB",
        because: "no device takes longer ones",
    }),
    readAccess: time({ about: "One random read of an idle device, without seek, rotation and transfer.", example: "580 us", ...small }),
    writeAccess: time({ about: "One random write of an idle device, without seek, rotation and transfer.", example: "1.8 ms", ...small }),
    commandTime: time({
        about: "The part of it that the controller needs for each command, one after the other, where several units work.",
        fallback: "0 s",
        example: "500 ns",
        ...small,
    }),
    readBandwidth: transfer("Sequential reading by all commands together.", "45 MB/s"),
    writeBandwidth: transfer("Sequential writing by all commands together.", "20 MB/s"),
    unitReadBandwidth: ofOneCommand("Reading", "845 MB/s"),
    unitWriteBandwidth: ofOneCommand("Writing", "800 MB/s"),
    writeCache: nested("Fast cells or memory of a flash disk that take a burst of writes.", {
        size: size({
            about: "Bytes written at full rate before the rate falls to `drain`; 0: it does not fall.",
            fallback: "0 B",
            ...capacity,
        }),
        drain: quantity("bandwidth", { about: "Rate of writing that can be sustained.", fallback: "0 B/s", example: "160 MB/s" }),
    }),
    mechanics: nested("Moving parts; left out, the disk is flash.", {
        shortestSeek: time({ about: "Seek to the next track.", example: "1 ms", ...unlessMoving }),
        averageSeek: time({ about: "Seek between two random places; 0: no moving parts.", example: "8.5 ms", ...unlessMoving }),
        rotation: time({ about: "One turn.", example: "8.33 ms", ...unlessMoving }),
        oldestFirstAfter: time({
            about: "The nearest command is served first, unless one has waited in the device for longer than this.",
            fallback: "1 s",
            example: "1 s",
            max: "1 h",
        }),
    }),
};
export const DISKS = { kind: "disks", noun: "disk", fields: diskFields };
/** The disks of a host, and which of them holds images and data. */
export const diskSchemas = (presets) => ({
    disks: named(presetOr(presets, DISKS, "A disk: a preset, a preset with values that differ, or all values."), "Disks by name; left out, one as the preset says.").optional(),
    systemDisk: text({ about: "Name of the disk that holds images and data; left out, the first one.", example: "main" }).schema.optional(),
});
/** `path` is that of the host, `preset` its preset. */
export function compileDisks(path, preset, raw, into) {
    const at = [...path, "disks"];
    if (!isMap(raw)) {
        const own = preset?.values["disk"];
        if (!isPresetValue(own)) {
            into.error(path, { message: '"disks" is missing', expected: "at least one disk", fix: 'add for example "disks: { main: nvme }"' }, "key");
            return {};
        }
        const name = String(own.value);
        into.values.push({ path: [...at, "main"].join("."), value: name, origin: `preset ${preset?.name}`, source: own.source });
        return { main: diskOf([...at, "main"], into.preset(DISKS, name), into) };
    }
    for (const name of Object.keys(raw))
        checkName([...at, name], name, into);
    return Object.fromEntries(Object.entries(raw).map(([name, disk]) => [name, compileDisk([...at, name], disk, into)]));
}
export function pickDisk(path, raw, disks, into) {
    const names = Object.keys(disks);
    const name = String(raw ?? names[0] ?? "");
    if (raw !== undefined && !names.includes(name))
        into.error(path, unknownWord(name, names, "disk"));
    into.record(path, name, raw === undefined ? "default" : undefined);
    return name;
}
function compileDisk(path, raw, into) {
    return diskOf(path, into.preset(DISKS, presetName(raw)), into);
}
export function diskOf(path, preset, into) {
    const values = into.resolve(diskFields, { path, preset });
    const { queueDepth, unitReadBandwidth, unitWriteBandwidth, writeCache, mechanics, ...plain } = values;
    const refuse = (key, message, expected, fix) => into.error([...path, ...key], { message, expected, fix });
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
        refuse(["writeCache"], "a write cache that never empties", "a drain rate above 0 B/s", 'add "drain: ...", the rate of a long sequential write');
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
    const unitBandwidth = (key, own, all) => {
        if (own === "device")
            return undefined;
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
