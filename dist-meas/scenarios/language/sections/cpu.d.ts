export declare const cpuFields: import("../text/tables.ts").Nested<{
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
