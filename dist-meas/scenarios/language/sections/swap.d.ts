/** Swap space of a host: on a disk, in compressed memory, or both. */
import type { z } from "zod";
import type { DiskSpec, MmuSpec, SwapSpec, ZramSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { type Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const COMPRESSORS: {
    readonly kind: "compressors";
    readonly noun: "compression algorithm";
    readonly fields: {
        readonly ratio: import("../text/fields.ts").Field<number>;
        readonly compress: import("../text/fields.ts").Field<number>;
        readonly decompress: import("../text/fields.ts").Field<number>;
        readonly speed: import("../text/fields.ts").Field<number>;
    };
};
export declare const swapSchema: (presets: Presets) => z.ZodType;
interface Host {
    readonly memory: number;
    readonly isa: string;
    readonly mmu: MmuSpec;
    readonly disks: Readonly<Record<string, DiskSpec>>;
}
/** Both kinds of swap of a host that has any; `path` is that of the host. */
export declare function compileSwap(path: Path, host: Host, into: Compilation): {
    swap: SwapSpec | undefined;
    zram: ZramSpec | undefined;
};
export {};
