/**
 * A rotating disk: one arm, and a queue of commands in the device that it serves in the order of the shortest way (native command queueing).
 *
 *     service = access + seek(distance) + rotational delay + size / bandwidth
 *     seek(d) = shortest + b sqrt(d),  d as a share of the full stroke; 0 and no rotational delay where the last command ended
 *
 * The rotational delay is uniform over one turn. b follows from the mean seek: for two random places E sqrt(d) = 8/15. The nearest command
 * goes first, except that one that has been in the device for too long goes before all others, so that none starves.
 * Source of the form: Ruemmler and Wilkes, "An introduction to disk drive modeling", IEEE Computer 27(3), 1994.
 *
 * Leaves out: rotational position in the choice, longer tracks outside (zones), settling of writes, a cache in the drive other than that
 * reading on needs no new turn.
 */
import { type Simulation } from "../../../engine/index.ts";
import { type DiskMechanics, type DiskSpec } from "../spec.ts";
import { type AccessStream, type CommandId, Device } from "./device.ts";
export declare class RotatingDevice extends Device {
    readonly kind = "rotating disk";
    private readonly spec;
    private readonly mechanics;
    /** b [s]. */
    private readonly seekSlope;
    private readonly capacity;
    private readonly places;
    private readonly turns;
    private readonly served;
    /** Where a command begins, where the arm is: shares of the capacity. */
    private place;
    private arm;
    private accepted;
    /** Commands that wait in the device, in the order of their coming. */
    private waiting;
    private waitingCount;
    private isBusy;
    /** By stream: its first place, and the next; place NONE: the stream of single commands. */
    private beginnings;
    private cursors;
    private lastPlace;
    constructor(simulation: Simulation, name: string, spec: DiskSpec & {
        readonly mechanics: DiskMechanics;
    });
    openStream(): AccessStream;
    rewind(stream: AccessStream): void;
    protected locate(command: CommandId, stream: AccessStream, index: number): void;
    protected accept(command: CommandId): void;
    protected reserve(commands: number): void;
    /** Where the medium goes on behind a command. */
    private after;
    private start;
    private end;
    private takeNext;
}
