/** Disks: flash and moving parts, and what cannot be together. */
import { type DiskSpec } from "../../../models/hardware/spec.ts";
import type { z } from "zod";
import type { Path } from "../text/document.ts";
import { type Preset, type Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const DISKS: {
    readonly kind: "disks";
    readonly noun: "disk";
    readonly fields: {
        readonly size: import("../text/fields.ts").Field<number>;
        readonly parallel: import("../text/fields.ts").Field<number>;
        readonly placement: import("../text/fields.ts").Field<"any" | "random">;
        readonly queueDepth: import("../text/fields.ts").Field<number | "unlimited">;
        readonly maxTransfer: import("../text/fields.ts").Field<number>;
        readonly readAccess: import("../text/fields.ts").Field<number>;
        readonly writeAccess: import("../text/fields.ts").Field<number>;
        readonly commandTime: import("../text/fields.ts").Field<number>;
        readonly readBandwidth: import("../text/fields.ts").Field<number>;
        readonly writeBandwidth: import("../text/fields.ts").Field<number>;
        readonly unitReadBandwidth: import("../text/fields.ts").Field<number | "device">;
        readonly unitWriteBandwidth: import("../text/fields.ts").Field<number | "device">;
        readonly writeCache: import("../text/tables.ts").Nested<{
            size: import("../text/fields.ts").Field<number>;
            drain: import("../text/fields.ts").Field<number>;
        }>;
        readonly mechanics: import("../text/tables.ts").Nested<{
            shortestSeek: import("../text/fields.ts").Field<number>;
            averageSeek: import("../text/fields.ts").Field<number>;
            rotation: import("../text/fields.ts").Field<number>;
            oldestFirstAfter: import("../text/fields.ts").Field<number>;
        }>;
    };
};
/** The disks of a host, and which of them holds images and data. */
export declare const diskSchemas: (presets: Presets) => Record<"disks" | "systemDisk", z.ZodType>;
/** `path` is that of the host, `preset` its preset. */
export declare function compileDisks(path: Path, preset: Preset | undefined, raw: unknown, into: Compilation): Record<string, DiskSpec>;
export declare function pickDisk(path: Path, raw: unknown, disks: Readonly<Record<string, DiskSpec>>, into: Compilation): string;
export declare function diskOf(path: Path, preset: Preset | undefined, into: Compilation): DiskSpec;
