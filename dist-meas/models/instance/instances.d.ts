/** All instances that exist. Those that are gone cost nothing: their places are used again. */
import type { Nanoseconds } from "../../engine/index.ts";
import type { System } from "../os/system.ts";
import { Instance } from "./instance.ts";
import type { Template } from "./template.ts";
export declare class Instances implements Iterable<Instance> {
    #private;
    /** By slot: what requests in service know theirs by. */
    readonly bySlot: (Instance | undefined)[];
    /** A new one, which has not begun to start. @throws RangeError after 2^31 starts */
    create(service: number, template: Template, host: System, now: Nanoseconds): Instance;
    remove({ id, slot }: Instance): void;
    of(id: number): Instance | undefined;
    /** Those that exist, the one started first first. */
    [Symbol.iterator](): IterableIterator<Instance>;
}
