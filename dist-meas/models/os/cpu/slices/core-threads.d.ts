/** The hardware threads of a host: which are busy, and how fast that lets each go. Thread `t` belongs to core `t modulo cores`. */
import type { Simulation } from "../../../../engine/index.ts";
import type { CpuSpec } from "../../../hardware/spec.ts";
export declare class CoreThreads {
    #private;
    readonly count: number;
    readonly cores: number;
    readonly isBusy: Uint8Array;
    constructor(simulation: Simulation, cpu: CpuSpec);
    coreOf(thread: number): number;
    /** No thread of this one's core is busy. */
    isCoreIdle(thread: number): boolean;
    /** Speed of a busy thread [cores]. */
    speed(thread: number): number;
    setBusy(thread: number, isBusy: boolean): void;
    /** ∫ work of all cores dt [core ns]. */
    get busyIntegral(): number;
}
