import { Wait } from "../../kernel/process.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import type { GroupId } from "./options.ts";
import type { SharedProcessor } from "./shared-processor.ts";
/** A process that is a job. */
export declare class SharedService extends Wait<void> {
    private readonly processor;
    private readonly group;
    private readonly demand;
    private readonly weight;
    private job;
    constructor(processor: SharedProcessor, group: GroupId, demand: Nanoseconds, weight: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
