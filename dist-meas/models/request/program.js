/** The steps of a request in the form that the hot path reads: an operation and an amount each, in typed arrays. */
import { sampler } from "../../engine/index.js";
import { protocolCpu } from "../instance/template.js";
export const CPU = 0;
export const TOUCH = 1;
export const READ = 2;
export const WRITE = 3;
export const REPLY = 4;
export const BUFFERED_READ = 5;
export const BUFFERED_WRITE = 6;
const OPERATION = {
    cpu: CPU,
    touch: TOUCH,
    read: READ,
    write: WRITE,
    reply: REPLY,
    bufferedRead: BUFFERED_READ,
    bufferedWrite: BUFFERED_WRITE,
};
/** Amount of a CPU step that has no demand of its own: it works off what protocols and traps have added. */
export const PROTOCOL_WORK = -1;
/** A burst of protocol work is put in front of the reply, because sending costs CPU time too. */
export function compileProgram(app) {
    const operations = [];
    const amounts = [];
    const speeds = [];
    for (const step of app.request) {
        if (step.kind === "reply") {
            operations.push(CPU, REPLY);
            amounts.push(PROTOCOL_WORK, step.size);
        }
        else {
            operations.push(OPERATION[step.kind]);
            amounts.push(step.kind === "cpu" ? speeds.push(step.speed) - 1 : step.kind === "touch" ? step.pages : step.size);
        }
    }
    return { operations: Uint8Array.from(operations), amounts: Float64Array.from(amounts), speeds: Float64Array.from(speeds) };
}
/**
 * One sampler a CPU step, for a request that came from `row` of its trace: seconds on a core of the step's speed. Demands are drawn when a request
 * arrives, so that it brings the same work to every unit, and are scaled when they run, because only then it is known where.
 */
export function demandSamplers(app, stream) {
    const columnsOf = new Map(app.arrivals.flatMap((arrivals) => (arrivals.kind === "trace" ? Object.entries(arrivals.trace.columns) : [])));
    return app.request.flatMap((step) => {
        if (step.kind !== "cpu")
            return [];
        const { demand } = step;
        if (demand.kind === "drawn")
            return [sampler(demand.distribution, stream)];
        const terms = Object.entries(demand.secondsPer).map(([name, each]) => ({ values: columnsOf.get(name), each }));
        return [(row) => terms.reduce((sum, { values, each }) => sum + (values?.[row] ?? 0) * each, 0)];
    });
}
/** CPU work that protocols and traps add to each step of a program on a kind of host [ns]. */
export function extraCpu(program, host, adders) {
    return Float64Array.from(program.operations, (operation, step) => {
        if (operation === READ || operation === WRITE)
            return adders.disk;
        const isReplyBurst = operation === CPU && program.operations[step + 1] === REPLY;
        if (!isReplyBurst)
            return 0;
        return protocolCpu(program.amounts[step + 1], host) + adders.messageOut;
    });
}
/** CPU work of receiving a request's message, and of its system calls [ns]. */
export function receiveCpu(messageSize, host, { adders, systemCallCpu }) {
    return protocolCpu(messageSize, host) + adders.messageIn + systemCallCpu;
}
