export type Discipline = "fifo" | "lifo" | "priority" | "preemptive-resume";
export interface MultiServerQueueOptions {
    readonly name: string;
    /** Servers, an integer >= 1, or Infinity. */
    readonly servers: number;
    /** Default: fifo. */
    readonly discipline?: Discipline;
    /** Customers at most, waiting or in service; an integer >= servers. Default: no limit. */
    readonly capacity?: number;
}
/** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
export declare function checkOptions({ name, servers, capacity }: MultiServerQueueOptions): void;
export declare function refuseHold(queue: string): never;
export declare function refuseService(queue: string, service: number, priority: number): never;
