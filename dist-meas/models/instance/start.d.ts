/**
 * The start of an instance, a process: it runs on the cores, reads from the disk and waits for page frames beside the requests of everybody else, so a
 * boot storm slows what already serves, and a loaded host slows a boot.
 *
 *     template.start:   cpu ---- a burst in the instance's group on the host's cores
 *                       image -- a file through the host's page cache
 *                       fill --- for each segment: shared files are loaded, own memory takes frames, data comes on demand;
 *                                then the same inside a guest that pages by itself
 *     at its end the lifecycle says that the instance is ready; a kill on the way gives back what it holds or waits for
 */
import type { Process } from "../../engine/index.ts";
import type { Completions } from "../os/completions.ts";
import { type Instance } from "./instance.ts";
export declare class Start {
    #private;
    constructor(completions: Completions, onGuestOutOfMemory: (instance: Instance) => void);
    /** All steps of `instance`'s start, one after the other. */
    run(instance: Instance): Process;
}
