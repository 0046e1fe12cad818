import type { KeepAlivePolicy } from "./keep-alive.ts";
export interface FixedKeepAlive {
    readonly policy: "fixed";
    /** [s] */
    readonly time: number;
}
export declare const fixed: (time: number) => FixedKeepAlive;
export declare const fixedKeepAlive: KeepAlivePolicy<FixedKeepAlive>;
