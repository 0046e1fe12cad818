/**
 * Writes one JSON object a line (NDJSON) for every event and every step of a process; times in ns.
 *
 *     {"time":1500,"event":3,"handler":"arrival","arg":0}
 *     {"time":1500,"process":"customer 7","step":"waits","for":"1 unit of semaphore \"docks\""}
 */
export class EventLog {
    write;
    /** @param write takes each line, which ends with a line feed */
    constructor(write) {
        this.write = write;
    }
    event(time, handler, arg, sequence) {
        this.write(`${JSON.stringify({ time, event: sequence, handler, arg })}\n`);
    }
    process(time, process, step) {
        const reason = step === "waits" ? { for: process.describeWait() } : {};
        this.write(`${JSON.stringify({ time, process: process.name, step, ...reason })}\n`);
    }
}
