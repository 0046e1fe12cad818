import type { ProcessHandle } from "../kernel/process.ts";
import type { Nanoseconds } from "../kernel/time.ts";
import type { ProcessStep, Tracer } from "./tracer.ts";
/**
 * Writes one JSON object a line (NDJSON) for every event and every step of a process; times in ns.
 *
 *     {"time":1500,"event":3,"handler":"arrival","arg":0}
 *     {"time":1500,"process":"customer 7","step":"waits","for":"1 unit of semaphore \"docks\""}
 */
export declare class EventLog implements Tracer {
    private readonly write;
    /** @param write takes each line, which ends with a line feed */
    constructor(write: (line: string) => void);
    event(time: Nanoseconds, handler: string, arg: number, sequence: number): void;
    process(time: Nanoseconds, process: ProcessHandle, step: ProcessStep): void;
}
