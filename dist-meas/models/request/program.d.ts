/** The steps of a request in the form that the hot path reads: an operation and an amount each, in typed arrays. */
import { type RandomStream } from "../../engine/index.ts";
import type { HostSpec } from "../host/spec.ts";
import { type Adders, type Template } from "../instance/template.ts";
import type { AppSpec } from "../workload/spec.ts";
export declare const CPU = 0;
export declare const TOUCH = 1;
export declare const READ = 2;
export declare const WRITE = 3;
export declare const REPLY = 4;
export declare const BUFFERED_READ = 5;
export declare const BUFFERED_WRITE = 6;
/** Amount of a CPU step that has no demand of its own: it works off what protocols and traps have added. */
export declare const PROTOCOL_WORK = -1;
export interface Program {
    readonly operations: Uint8Array;
    /** CPU: which of the request's demands, or PROTOCOL_WORK. TOUCH: pages. Others: bytes. */
    readonly amounts: Float64Array;
    /** Of the core on which the demand of each CPU step was measured [Geekbench 6 single-core points]. */
    readonly speeds: Float64Array;
}
/** A burst of protocol work is put in front of the reply, because sending costs CPU time too. */
export declare function compileProgram(app: AppSpec): Program;
/**
 * One sampler a CPU step, for a request that came from `row` of its trace: seconds on a core of the step's speed. Demands are drawn when a request
 * arrives, so that it brings the same work to every unit, and are scaled when they run, because only then it is known where.
 */
export declare function demandSamplers(app: AppSpec, stream: RandomStream): ((row: number) => number)[];
/** CPU work that protocols and traps add to each step of a program on a kind of host [ns]. */
export declare function extraCpu(program: Program, host: HostSpec, adders: Adders): Float64Array;
/** CPU work of receiving a request's message, and of its system calls [ns]. */
export declare function receiveCpu(messageSize: number, host: HostSpec, { adders, systemCallCpu }: Template): number;
