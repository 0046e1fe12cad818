import type { UnitSection } from "./unit-section.ts";
export declare const HYPERVISORS: {
    readonly kind: "hypervisors";
    readonly noun: "hypervisor";
    readonly fields: {
        readonly memory: import("../text/fields.ts").Field<number>;
        readonly workingSet: import("../text/fields.ts").Field<number>;
        readonly traps: import("../text/tables.ts").Nested<{
            arm64: import("../text/tables.ts").Nested<{
                ioOut: import("../text/fields.ts").Field<number | "unsupported">;
                ioIn: import("../text/fields.ts").Field<number | "unsupported">;
            }>;
            x86_64: import("../text/tables.ts").Nested<{
                ioOut: import("../text/fields.ts").Field<number | "unsupported">;
                ioIn: import("../text/fields.ts").Field<number | "unsupported">;
            }>;
        }>;
        readonly blockReadAdder: import("../text/fields.ts").Field<number>;
        readonly blockWriteAdder: import("../text/fields.ts").Field<number>;
        readonly networkRoundTrip: import("../text/fields.ts").Field<number>;
        readonly createCpu: import("../text/fields.ts").Field<number>;
        readonly bootSpeed: import("../text/fields.ts").Field<number>;
    };
    readonly fallback: "kvm";
};
export declare const GUESTS: {
    readonly kind: "guests";
    readonly noun: "guest system";
    readonly fields: {
        readonly kernelBase: import("../text/fields.ts").Field<number>;
        readonly kernelShare: import("../text/fields.ts").Field<number>;
        readonly system: import("../text/fields.ts").Field<number>;
        readonly systemWorkingSet: import("../text/fields.ts").Field<number>;
        readonly bootCpu: import("../text/fields.ts").Field<number>;
        readonly bootSpeed: import("../text/fields.ts").Field<number>;
        readonly bootRead: import("../text/fields.ts").Field<number>;
        readonly idleCpu: import("../text/fields.ts").Field<number>;
    };
    readonly fallback: "alpine";
};
export declare const vm: UnitSection;
