/** The network of a host: its interface, and the way from there to the clients. */
import type { NetworkSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const nicFields: import("../text/tables.ts").Nested<{
    readonly bandwidth: import("../text/fields.ts").Field<number>;
    readonly latency: import("../text/fields.ts").Field<number>;
    readonly mtu: import("../text/fields.ts").Field<number>;
    readonly cpuPerPacket: import("../text/fields.ts").Field<number>;
}>;
export declare const NETWORKS: {
    readonly kind: "networks";
    readonly noun: "network";
    readonly fields: {
        readonly latency: import("../text/fields.ts").Field<number>;
        readonly bandwidthIn: import("../text/fields.ts").Field<number | "unlimited">;
        readonly bandwidthOut: import("../text/fields.ts").Field<number | "unlimited">;
        readonly clientBandwidth: import("../text/fields.ts").Field<number | "unlimited">;
        readonly loss: import("../text/fields.ts").Field<number>;
        readonly window: import("../text/fields.ts").Field<number>;
        readonly radio: import("../text/tables.ts").Nested<{
            access: import("../text/fields.ts").Field<number>;
            aggregation: import("../text/fields.ts").Field<number>;
        }>;
    };
};
export declare function compileNetwork(path: Path, raw: unknown, into: Compilation): NetworkSpec;
