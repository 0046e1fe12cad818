import { Wait } from "../../kernel/process.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import type { MultiServerQueue } from "./multi-server-queue.ts";
/** A process that is a customer. */
export declare class Service extends Wait<boolean> {
    private readonly queue;
    private readonly service;
    private readonly priority;
    private customer;
    constructor(queue: MultiServerQueue, service: Nanoseconds, priority: number);
    protected begin(): boolean;
    protected cancel(granted: boolean): void;
    describe(): string;
}
