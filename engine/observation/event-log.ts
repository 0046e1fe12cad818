import type { ProcessHandle } from "../kernel/process.ts";
import type { Nanoseconds } from "../kernel/time.ts";
import type { ProcessStep, Tracer } from "./tracer.ts";

/**
 * Writes one JSON object a line (NDJSON) for every event and every step of a process; times in ns.
 *
 *     {"time":1500,"event":3,"handler":"arrival","arg":0}
 *     {"time":1500,"process":"customer 7","step":"waits","for":"1 unit of semaphore \"docks\""}
 */
export class EventLog implements Tracer {
  private readonly write: (line: string) => void;

  /** @param write takes each line, which ends with a line feed */
  constructor(write: (line: string) => void) {
    this.write = write;
  }

  event(time: Nanoseconds, handler: string, arg: number, sequence: number): void {
    this.write(`${JSON.stringify({ time, event: sequence, handler, arg })}\n`);
  }

  process(time: Nanoseconds, process: ProcessHandle, step: ProcessStep): void {
    const reason = step === "waits" ? { for: process.describeWait() } : {};
    this.write(`${JSON.stringify({ time, process: process.name, step, ...reason })}\n`);
  }
}
