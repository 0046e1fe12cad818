import type { UnitSection } from "./unit-section.ts";
export declare const ENGINES: {
    readonly kind: "engines";
    readonly noun: "container engine";
    readonly fields: {
        readonly daemonMemory: import("../text/fields.ts").Field<number>;
        readonly shimMemory: import("../text/fields.ts").Field<number>;
        readonly startCpu: import("../text/fields.ts").Field<number>;
        readonly startSpeed: import("../text/fields.ts").Field<number>;
        readonly startRead: import("../text/fields.ts").Field<number>;
        readonly networkRoundTrip: import("../text/fields.ts").Field<number>;
    };
    readonly fallback: "docker";
};
export declare const SECURITY: {
    readonly kind: "security";
    readonly noun: "security module";
    readonly fields: {
        readonly perCall: import("../text/fields.ts").Field<number>;
    };
    readonly fallback: "apparmor";
};
export declare const container: UnitSection;
