import { ratio, size, text, time, unknownWord } from "../text/fields.js";
import { given, group, isMap } from "../text/maps.js";
import { presetName, withPreset } from "../text/presets.js";
import { formatQuantity } from "../text/quantities.js";
import { speed } from "./common.js";
const compressorFields = {
    ratio: ratio({ about: "Size of a page over what it takes compressed.", min: 1, max: 10, example: 2.74 }),
    compress: time({ about: "CPU work of compressing 4 KiB, on a core of `speed`.", example: "4.4 us", max: "10 ms" }),
    decompress: time({ about: "CPU work of decompressing 4 KiB, on a core of `speed`.", example: "2.2 us", max: "10 ms" }),
    speed: speed("Speed of the core that both were measured on."),
};
export const COMPRESSORS = { kind: "compressors", noun: "compression algorithm", fields: compressorFields };
const zramSize = size({ about: "Pages that it takes, before compression.", above: "0 B", example: "2 GiB", max: "64 TiB" });
const swapFields = {
    on: text({ about: "Name of the disk; left out, the first one.", fallback: "main", example: "main" }),
    size: size({ about: "Size of the swap space.", above: "0 B", example: "2 GiB", max: "64 TiB" }),
};
/** Swap beyond this many times the memory only delays the end of a machine that does nothing but page. */
const SWAP_LIMIT = 16;
const MIB = 1024 * 1024;
export const swapSchema = (presets) => group({}, "Swap space: on a disk, in compressed memory, or both; left out, there is none.", {
    on: swapFields.on.schema.optional(),
    size: swapFields.size.schema.optional(),
    zram: withPreset(presets, COMPRESSORS, "Swap in compressed memory, used before the disk.", { size: zramSize.schema }).optional(),
}).optional();
/** Both kinds of swap of a host that has any; `path` is that of the host. */
export function compileSwap(path, host, into) {
    const at = [...path, "swap"];
    const raw = into.raw(at);
    const swap = isDiskSwap(raw) ? compileDiskSwap(at, host.memory, host.disks, into) : undefined;
    const zram = given(raw, "zram") ? compileZram([...at, "zram"], host.memory, host.isa, into) : undefined;
    if ((swap ?? zram) !== undefined && host.mmu.kind === "none") {
        into.error(at, { message: "swap without a memory management unit", expected: "no swap: only pages can be swapped", fix: "remove it" }, "key");
    }
    if (raw === undefined)
        into.record(at, "none", "default");
    return { swap, zram };
}
/** A map with nothing but `zram` in it has no swap on a disk. */
const isDiskSwap = (raw) => isMap(raw) && (raw["zram"] === undefined || raw["size"] !== undefined || raw["on"] !== undefined);
/** Without a preset the kernel's default algorithm, as measured on the host's family of processors. */
function compileZram(path, memory, isa, into) {
    const raw = into.raw(path);
    const name = presetName(raw) ?? (isa === "x86_64" ? "lzo-rle" : "lzo-arm");
    const { ratio, compress, decompress, speed } = into.resolve(compressorFields, { path, preset: into.preset(COMPRESSORS, name) });
    const size = into.single(zramSize, [...path, "size"]);
    into.record([...path, "preset"], name, presetName(raw) === undefined ? "default" : undefined);
    if (size >= ratio * memory) {
        into.error([...path, "size"], {
            message: `${formatQuantity(size, "size")} compressed ${ratio} times would fill the memory of ${formatQuantity(memory, "size")}`,
            expected: `at most ${formatQuantity(Math.floor((ratio * memory) / MIB) * MIB, "size")}`,
            fix: `write "${formatQuantity(memory / 2, "size")}", as most systems do, or no more than the memory`,
        });
    }
    return { name, size, ratio, compress, decompress, speed };
}
function compileDiskSwap(path, memory, disks, into) {
    const names = Object.keys(disks);
    const { on, size } = into.resolve(swapFields, { path, defaults: { on: names[0] ?? "main" } });
    if (!names.includes(on))
        into.error([...path, "on"], unknownWord(on, names, "disk"));
    const capacity = disks[on]?.size ?? Number.POSITIVE_INFINITY;
    if (size > capacity) {
        const message = `${formatQuantity(size, "size")} of swap on a disk of ${formatQuantity(capacity, "size")}`;
        const expected = `at most the size of disk "${on}"`;
        into.error([...path, "size"], {
            message,
            expected,
            fix: `write less swap, or give the disk its size: "disks: { ${on}: { size: ... } }"`,
        });
    }
    else if (size > SWAP_LIMIT * memory) {
        const message = `${formatQuantity(size, "size")} of swap on ${formatQuantity(memory, "size")} of memory`;
        into.error([...path, "size"], {
            message,
            expected: `at most ${SWAP_LIMIT} times the memory, ${formatQuantity(SWAP_LIMIT * memory, "size")}: with more in use a machine does nothing but page`,
            fix: "write less swap, or give the host more memory",
        });
    }
    return { disk: on, size };
}
