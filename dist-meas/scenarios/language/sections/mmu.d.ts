import type { HostSpec, MmuSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
import { type Values } from "../text/tables.ts";
import type { cpuFields } from "./cpu.ts";
export declare const mmuFields: import("../text/tables.ts").Nested<{
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
/** What the memory management unit of a host has to fit. */
interface Host {
    readonly mmu: Values<typeof mmuFields.fields>;
    readonly cpu: Pick<Values<typeof cpuFields.fields>, "isa">;
    readonly memory: number;
    readonly virtualization: boolean;
}
/** `path` is that of the host. */
export declare function compileMmu(path: Path, { mmu, cpu, memory, virtualization }: Host, into: Compilation): MmuSpec;
/** The host backs a virtual machine by whole huge pages. */
export declare function checkHugePages(path: Path, memory: number, host: HostSpec, into: Compilation): void;
export {};
