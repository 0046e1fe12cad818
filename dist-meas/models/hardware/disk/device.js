/**
 * What all disks have in common: requests are split into commands, commands wait in the operating system while the device is full, and the
 * books of both. A subclass decides when a command that the device has taken is served, and for how long.
 *
 * A customer of this station is a command, from its submission to its end; a server is a unit of the device, busy from the moment at which it
 * takes a command up until the last byte is transferred.
 */
import { grown, Occupancy, Population, SavedFields, } from "../../../engine/index.js";
import { DEFAULT_MAX_TRANSFER } from "../spec.js";
export const NO_COMMAND = -1;
export const RANDOM = 0;
export class Device extends SavedFields {
    name;
    queueDepth;
    maxTransfer;
    simulation;
    units;
    /** [B] */
    size = new Int32Array(0);
    write = new Uint8Array(0);
    /** Next command of the list that a command waits in. */
    next = new Int32Array(0);
    population;
    inDevice = 0;
    // Commands that wait in the operating system, first come first served.
    head = NO_COMMAND;
    tail = NO_COMMAND;
    firstFree = NO_COMMAND;
    // A request is known by its first command, whose slot it keeps until the last one has ended.
    request = new Int32Array(0);
    commandsLeft = new Int32Array(0);
    done = new Int32Array(0);
    arg = new Int32Array(0);
    constructor(simulation, name, spec, servers) {
        super();
        this.name = name;
        this.simulation = simulation;
        this.queueDepth = spec.queueDepth ?? Number.POSITIVE_INFINITY;
        this.maxTransfer = spec.maxTransfer ?? DEFAULT_MAX_TRANSFER;
        this.population = new Population(simulation);
        this.units = new Occupancy(simulation, servers);
        simulation.register(this);
    }
    /** A request of `size` [B]; `done(arg)` is called when its last byte has been transferred. */
    submit(size, write, stream, done, arg) {
        const commands = size <= this.maxTransfer ? 1 : Math.ceil(size / this.maxTransfer);
        const request = this.allocate();
        this.commandsLeft[request] = commands;
        this.done[request] = done;
        this.arg[request] = arg;
        let left = size;
        for (let k = 0; k < commands; k++) {
            const command = k === 0 ? request : this.allocate();
            this.request[command] = request;
            this.size[command] = left < this.maxTransfer ? left : this.maxTransfer;
            this.write[command] = write ? 1 : 0;
            left -= this.maxTransfer;
            this.locate(command, stream, k);
            this.population.enter(command);
            if (this.inDevice < this.queueDepth) {
                this.inDevice++;
                this.accept(command);
            }
            else
                this.hold(command);
        }
    }
    /** The last act of an event. */
    finish(command) {
        this.population.leave(command);
        const first = this.head;
        if (first === NO_COMMAND)
            this.inDevice--;
        else {
            this.head = this.next[first];
            this.accept(first);
        }
        const request = this.request[command];
        if (command !== request)
            this.release(command);
        if (--this.commandsLeft[request] > 0)
            return;
        this.release(request);
        this.simulation.call(this.done[request], this.arg[request]);
    }
    counters() {
        return { ...this.population.counters(), ...this.units.counters() };
    }
    hold(command) {
        this.next[command] = NO_COMMAND;
        if (this.head === NO_COMMAND)
            this.head = command;
        else
            this.next[this.tail] = command;
        this.tail = command;
    }
    allocate() {
        if (this.firstFree === NO_COMMAND)
            this.grow();
        const command = this.firstFree;
        this.firstFree = this.next[command];
        return command;
    }
    release(command) {
        this.next[command] = this.firstFree;
        this.firstFree = command;
    }
    grow() {
        const old = this.size.length;
        const length = Math.max(16, 2 * old);
        this.size = grown(this.size, length);
        this.next = grown(this.next, length);
        this.request = grown(this.request, length);
        this.commandsLeft = grown(this.commandsLeft, length);
        this.done = grown(this.done, length);
        this.arg = grown(this.arg, length);
        this.write = grown(this.write, length);
        this.population.reserve(length);
        this.reserve(length);
        for (let command = length - 1; command >= old; command--)
            this.release(command);
    }
}
