/**
 * Brings memory to where it is when a host has run for long, before the doors open. After a start all pages have been filled in the order of the
 * starts and nobody has used any: part of the working sets lies on swap, beside memory that nobody will ever use, and requests would need minutes to
 * sort that out.
 *
 *     sweep:   what each application ever refers to, each page once and those that are used least often first: the order of last use
 *     rounds:  the references of requests, as many of each application as they come, until a round needs no device, or each page's turn
 *              has come five times
 *
 * Only references are made, through the same page tables, reclaim and devices as those of requests: no request arrives, computes or is counted.
 * Simulators of processors call this functional warming (Wunderlich et al., SMARTS, ISCA 2003). What it leaves undone shows as a drift in the run,
 * which is tested for.
 */
import { type Simulation } from "../../engine/index.ts";
import type { Memory } from "../os/memory/memory.ts";
import type { Service } from "../service/service.ts";
export declare class Settling {
    #private;
    isDone: boolean;
    /** `services` are ready; `memories` of their hosts. */
    constructor(simulation: Simulation, services: readonly Service[], memories: readonly Memory[]);
    /** Begins, and runs the simulation until it is done or given up. */
    run(): void;
    /** An instance has to go, for lack of memory: there is no state to settle in. */
    giveUp(): void;
}
