/**
 * The host's network interface and the way to its clients. Messages share links at max-min fair rates (`FlowNetwork`):
 *
 *     wired   client's port (a limit of each message) - network, each way - the interface, each way
 *     radio   client's port (the same) - one channel, used in turn by both ways
 *
 * What holds nobody up is not simulated but added to the response time (`delay`): propagation, and at every port but the slowest of a way the
 * time of one packet, which is passed on when it has been received in full (store and forward).
 */
import type { HandlerId, Simulation, Station } from "../../engine/index.ts";
import type { NicSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "./spec.ts";
import type { Port } from "./port.ts";
export declare class Nic implements Port {
    #private;
    readonly spec: NicSpec;
    readonly network: NetworkSpec | undefined;
    /** The slowest link of each way; the same one where a radio channel is. */
    readonly inbound: Station;
    readonly outbound: Station;
    /** `prefix` begins the names of its stations. */
    constructor(simulation: Simulation, spec: NicSpec, network?: NetworkSpec, prefix?: string);
    receive(size: number, done: HandlerId, arg: number): void;
    send(size: number, done: HandlerId, arg: number): void;
    delay(request: number, answer: number): number;
    /** Its host leaves, with no message under way. */
    close(): void;
}
