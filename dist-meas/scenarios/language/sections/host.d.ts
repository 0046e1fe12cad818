/** Hosts: one machine each, made of the sections for its parts. */
import type { z } from "zod";
import type { HostSpec } from "../../../models/index.ts";
import { type Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const HOSTS: {
    readonly kind: "hosts";
    readonly noun: "host";
    readonly fields: {
        readonly cpu: import("../text/tables.ts").Nested<{
            readonly isa: import("../text/fields.ts").Field<"arm64" | "armv7" | "armv7m" | "x86_64">;
            readonly cores: import("../text/fields.ts").Field<number>;
            readonly threadsPerCore: import("../text/fields.ts").Field<number>;
            readonly smtGain: import("../text/fields.ts").Field<number>;
            readonly speed: import("../text/fields.ts").Field<number>;
            readonly clock: import("../text/fields.ts").Field<number>;
            readonly contextSwitch: import("../text/fields.ts").Field<number>;
            readonly cache: import("../text/fields.ts").Field<number>;
            readonly copyBandwidth: import("../text/fields.ts").Field<number>;
        }>;
        readonly mmu: import("../text/tables.ts").Nested<{
            readonly kind: import("../text/fields.ts").Field<"none" | "paged">;
            readonly pageSize: import("../text/fields.ts").Field<number>;
            readonly tlb: import("../text/tables.ts").Nested<{
                l1: import("../text/fields.ts").Field<number>;
                l1Huge: import("../text/fields.ts").Field<number>;
                l2: import("../text/fields.ts").Field<number>;
                l2Huge: import("../text/fields.ts").Field<number>;
            }>;
            readonly tlbReach: import("../text/fields.ts").Field<number | "entries">;
            readonly levels: import("../text/fields.ts").Field<number>;
            readonly stage2Levels: import("../text/fields.ts").Field<number>;
            readonly pageWalkCache: import("../text/fields.ts").Field<number>;
            readonly nestedTlb: import("../text/fields.ts").Field<number>;
            readonly tableCache: import("../text/fields.ts").Field<number>;
            readonly l2TlbHit: import("../text/fields.ts").Field<number>;
            readonly cachedEntry: import("../text/fields.ts").Field<number>;
            readonly memoryEntry: import("../text/fields.ts").Field<number>;
            readonly nestedWalkRatio: import("../text/fields.ts").Field<number | "computed">;
            readonly addressSpaceIds: import("../text/fields.ts").Field<boolean>;
            readonly pageTableIsolation: import("../text/fields.ts").Field<boolean>;
            readonly minorFault: import("../text/fields.ts").Field<number>;
            readonly nestedFaultRatio: import("../text/fields.ts").Field<number>;
            readonly majorFault: import("../text/fields.ts").Field<number>;
        }>;
        readonly scheduler: import("../text/fields.ts").Field<"fluid" | "slices">;
        readonly slices: import("../text/tables.ts").Nested<{
            readonly baseSlice: import("../text/fields.ts").Field<number>;
            readonly wakeupGranularity: import("../text/fields.ts").Field<number>;
            readonly migrationCost: import("../text/fields.ts").Field<number>;
            readonly balanceInterval: import("../text/fields.ts").Field<number>;
        }>;
        readonly virtualization: import("../text/fields.ts").Field<boolean>;
        readonly memory: import("../text/fields.ts").Field<number>;
        readonly nic: import("../text/tables.ts").Nested<{
            readonly bandwidth: import("../text/fields.ts").Field<number>;
            readonly latency: import("../text/fields.ts").Field<number>;
            readonly mtu: import("../text/fields.ts").Field<number>;
            readonly cpuPerPacket: import("../text/fields.ts").Field<number>;
        }>;
        readonly system: import("../text/tables.ts").Nested<{
            readonly memory: import("../text/fields.ts").Field<number>;
            readonly workingSet: import("../text/fields.ts").Field<number>;
        }>;
    };
};
export declare const hostSchema: (presets: Presets) => z.ZodType;
export declare function compileHost(name: string, into: Compilation): HostSpec;
