/** What tenants ask for: when requests arrive, what each does step by step, and the memory the application needs. SI units. */
import { type ArrivalSpec, type DistributionSpec } from "../../engine/index.ts";
import type { WorkingSet } from "../hardware/mmu/page-walk.ts";
import type { AccessSpec } from "../os/memory/access-pattern.ts";
/** Seconds of CPU on the core of its step: drawn, or a sum of trace columns times seconds each. */
export type DemandSpec = {
    readonly kind: "drawn";
    readonly distribution: DistributionSpec;
} | {
    readonly kind: "columns";
    readonly secondsPer: Readonly<Record<string, number>>;
};
export type StepSpec = 
/** Compute `demand`, measured on a core of speed `speed` [Geekbench 6 single-core points]. */
{
    readonly kind: "cpu";
    readonly demand: DemandSpec;
    readonly speed: number;
}
/** Reference this many pages of the working set, as the access pattern says. */
 | {
    readonly kind: "touch";
    readonly pages: number;
}
/** Read or write so many bytes of the application's data files through the page cache. */
 | {
    readonly kind: "bufferedRead" | "bufferedWrite";
    readonly size: number;
} | {
    readonly kind: "read";
    readonly size: number;
} | {
    readonly kind: "write";
    readonly size: number;
}
/** Send the answer. Always the last step. */
 | {
    readonly kind: "reply";
    readonly size: number;
};
export interface AppSpec {
    readonly name: string;
    /** Superposed streams of arrivals of one tenant. */
    readonly arrivals: readonly ArrivalSpec[];
    /** Size of a request on the wire [B]. */
    readonly message: number;
    readonly request: readonly StepSpec[];
    readonly memory: {
        /** Program text and files mapped read-only [B]: clean pages, shared where the page cache is shared. */
        readonly code: number;
        /** Anonymous memory [B]: dirty pages, go to swap. */
        readonly heap: number;
        /** Pages in current use, of code and heap in proportion [B]. */
        readonly workingSet: number;
        /** Probability that a touch of a heap page writes it [1]. */
        readonly dirtyShare: number;
        /** Uniform if not given. */
        readonly access?: AccessSpec;
        /** Files that it reads and writes through the page cache [B]; 0 if not given. */
        readonly data?: number;
        /** Content of its program files, such as a layer's digest: who has the same shares their pages. The application's name if not given. */
        readonly layer?: string;
    };
    /** CPU work of the application's own start [s at `startSpeed`]. */
    readonly startCpu: number;
    readonly startSpeed: number;
    /** Share of native run time that page walks would take if every reference needed one: the working set is far beyond the TLB's reach [1]. */
    readonly pageWalkShare: number;
    /** Its system maps its memory by huge pages. */
    readonly hugePages: boolean;
    /** System calls per request [1]; each pays the security module's adder. */
    readonly systemCalls: number;
    /** Requests of one instance in service at once [1]. */
    readonly threads: number;
    /** Requests that may wait for a thread of one instance; one more is refused [1]. */
    readonly backlog: number;
    /** A response later than this is an error, though it is carried out to the end [s]; Infinity if clients wait forever. */
    readonly patience: number;
}
/** The pages that an application's references go to, and whether they are huge ones. */
export declare const workingSetOf: ({ memory: { workingSet, access } }: AppSpec) => WorkingSet;
export declare const pagesOf: (app: AppSpec) => "base" | "huge";
/** Share of code and heap that the application ever refers to [1]. */
export declare function hotShareOf({ memory: { code, heap, workingSet, access } }: AppSpec): number;
/** Content of the program's files. */
export declare const layerOf: (app: AppSpec) => string;
/** Mean arrival rate of one tenant of `app` [1/s]. */
export declare function meanRate(app: AppSpec): number;
