/** What a multi-server queue is told when it is made, and what it refuses. */
import { SimulationError } from "../../kernel/failure.js";
/** @throws RangeError unless servers and capacity are integers with 1 <= servers <= capacity */
export function checkOptions({ name, servers, capacity = Infinity }) {
    const isCount = (count) => Number.isInteger(count) || count === Infinity;
    if (!(isCount(servers) && servers >= 1 && isCount(capacity) && capacity >= servers)) {
        throw new RangeError(`queue "${name}": found ${servers} servers and capacity ${capacity}, expected integers with 1 <= servers <= capacity`);
    }
}
export function refuseHold(queue) {
    throw new SimulationError(`queue "${queue}" has a capacity, so a customer may be lost: write \`yield* queue.serve(...)\`, which tells`);
}
export function refuseService(queue, service, priority) {
    throw new RangeError(`queue "${queue}": found a service time of ${service} ns and priority ${priority}, expected an integer >= 0 and a number; ` +
        "round once, with nanoseconds(seconds)");
}
