/** What tenants ask for: when requests arrive, what each does step by step, and the memory the application needs. SI units. */
import {
  type ArrivalSpec,
  type DistributionSpec,
  meanOf,
  meanRate as meanRateOf,
  meanRateWithin as meanRateWithinOf,
  sumOf,
} from "../../engine/index.ts";
import type { WorkingSet } from "../hardware/mmu/page-walk.ts";
import { UNIFORM } from "../hardware/mmu/popularity.ts";
import type { AccessSpec } from "../os/memory/access-pattern.ts";

/** Seconds of CPU on the core of its step: drawn, or a sum of trace columns times seconds each. */
export type DemandSpec =
  | { readonly kind: "drawn"; readonly distribution: DistributionSpec }
  | { readonly kind: "columns"; readonly secondsPer: Readonly<Record<string, number>> };

export type StepSpec =
  /** Compute `demand`, measured on a core of speed `speed` [Geekbench 6 single-core points]. */
  | { readonly kind: "cpu"; readonly demand: DemandSpec; readonly speed: number }
  /** Reference this many pages of the working set, as the access pattern says. */
  | { readonly kind: "touch"; readonly pages: number }
  /** Read or write so many bytes of the application's data files through the page cache. */
  | { readonly kind: "bufferedRead" | "bufferedWrite"; readonly size: number }
  | { readonly kind: "read"; readonly size: number }
  | { readonly kind: "write"; readonly size: number }
  /** Send the answer. Always the last step. */
  | { readonly kind: "reply"; readonly size: number };

/** Users who wait for the answer before they think and send again. */
export interface ClientsSpec {
  /** Of one tenant [1]. */
  readonly count: number;
  /** Time from an answer to the next request [s], drawn for each. */
  readonly think: DistributionSpec;
}

export interface AppSpec {
  readonly name: string;
  /** Superposed streams of arrivals of one tenant, which come whether or not earlier requests have been answered. */
  readonly arrivals: readonly ArrivalSpec[];
  /** Requests that come from users who wait; none if not given. */
  readonly clients?: ClientsSpec;
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
  /** Its start begins this long after its tenant's [s]; 0 if not given. */
  readonly startAfter?: number;
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
export const workingSetOf = ({ memory: { workingSet, access } }: AppSpec): WorkingSet => ({
  size: workingSet,
  popularity: access === undefined || access.kind === "phases" ? UNIFORM : access,
});
export const pagesOf = (app: AppSpec): "base" | "huge" => (app.hugePages ? "huge" : "base");

/** Share of code and heap that the application ever refers to [1]. */
export function hotShareOf({ memory: { code, heap, workingSet, access } }: AppSpec): number {
  return access?.kind === "phases" ? 1 : workingSet / (code + heap);
}

/** Content of the program's files. */
export const layerOf = (app: AppSpec): string => app.memory.layer ?? `code of ${app.name}`;

/** Requests that do not wait for anything come no faster than this [1/s], where clients neither think nor have anything computed. */
const FASTEST_CLIENT = 1e4;

/**
 * Requests of all clients of one tenant [1/s] if none ever waited: an upper bound, but for hosts whose cores are faster than those that the demands were
 * measured on.
 */
function rateOfClients({ clients, request }: AppSpec): number {
  if (clients === undefined) return 0;
  const work = sumOf(request, (step) => (step.kind === "cpu" && step.demand.kind === "drawn" ? meanOf(step.demand.distribution) : 0));
  return clients.count * Math.min(FASTEST_CLIENT, 1 / (meanOf(clients.think) + work));
}

/** Requests of one tenant of `app` in the long run [1/s]: none of arrivals that come to an end, and what clients send if they never wait. */
export const meanRate = (app: AppSpec): number => sumOf(app.arrivals, meanRateOf) + rateOfClients(app);

/** The same over the first `duration` seconds: those that come to an end count as far as they go. */
export const meanRateWithin = (app: AppSpec, duration: number): number =>
  sumOf(app.arrivals, (arrivals) => meanRateWithinOf(arrivals, duration)) + rateOfClients(app);
