/** Who waits for which page, in the order of coming: lists in arrays of numbers, so that a fault allocates nothing. */
import type { HandlerId, Simulation } from "../../../engine/index.ts";
export declare class PageWaiters {
    #private;
    constructor(simulation: Simulation);
    /** `done(arg)` once `page` is there. */
    add(page: number, done: HandlerId, arg: number): void;
    /** Tells those who wait for `page`; true if there is anybody. */
    wake(page: number): boolean;
    /** The page is gone with its segment: nobody is told. */
    forget(page: number): void;
}
