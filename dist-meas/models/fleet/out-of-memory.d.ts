/** Who has to go when a host's memory and swap are full. */
import type { Instance } from "../instance/instance.ts";
import type { GroupId } from "../os/memory/memory.ts";
/** The rule in words. */
export declare const OUT_OF_MEMORY = "the instance with the most memory in frames and on swap is killed; inside a limit or a guest, its own";
/** The instance with the most memory in frames and on swap, the first of equals. Source: Linux mm/oom_kill.c, `oom_badness`. */
export declare function largestOf(instances: Iterable<Instance>, usedBytes: (instance: Instance) => number): Instance | undefined;
/** The instance whose limit has been reached, when nothing inside it can be reclaimed. */
export declare function ownerOf(instances: Iterable<Instance>, group: GroupId): Instance | undefined;
