import type { UnitSection } from "./unit-section.ts";
export declare const PLATFORMS: {
    readonly kind: "platforms";
    readonly noun: "function platform";
    readonly fields: {
        readonly sandbox: import("../text/fields.ts").Field<"process" | "container">;
        readonly memory: import("../text/fields.ts").Field<number>;
        readonly workingSet: import("../text/fields.ts").Field<number>;
        readonly dispatchCpu: import("../text/fields.ts").Field<number>;
        readonly dispatchSpeed: import("../text/fields.ts").Field<number>;
        readonly dispatchLatency: import("../text/fields.ts").Field<number>;
        readonly poolMemory: import("../text/fields.ts").Field<number | "unlimited">;
        readonly parallelStarts: import("../text/fields.ts").Field<number>;
        readonly eviction: import("../text/fields.ts").Field<"longest-idle">;
    };
    readonly extras: {
        readonly limits: import("../text/tables.ts").Nested<{
            memoryPerCore: import("../text/fields.ts").Field<number>;
            memory: import("../text/fields.ts").Field<number>;
            timeout: import("../text/fields.ts").Field<number>;
            keepAlive: import("../text/fields.ts").Field<import("../../../models/serverless/policies/keep-alive/fixed.ts").FixedKeepAlive>;
            idleInstance: import("../text/fields.ts").Field<"most-recently-used">;
            concurrency: import("../text/fields.ts").Field<number>;
            cpus: import("../text/fields.ts").Field<number>;
            maxInstances: import("../text/fields.ts").Field<number>;
            backlog: import("../text/fields.ts").Field<number>;
        }>;
    };
    readonly fallback: "openwhisk";
};
export declare const RUNTIMES: {
    readonly kind: "runtimes";
    readonly noun: "function runtime";
    readonly fields: {
        readonly memory: import("../text/fields.ts").Field<number>;
        readonly workingSet: import("../text/fields.ts").Field<number>;
        readonly initCpu: import("../text/fields.ts").Field<number>;
        readonly initSpeed: import("../text/fields.ts").Field<number>;
        readonly initRead: import("../text/fields.ts").Field<number>;
    };
};
export declare const serverlessFunction: UnitSection;
