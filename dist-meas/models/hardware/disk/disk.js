import { RANDOM } from "./device.js";
import { FlashDevice } from "./flash.js";
import { RotatingDevice } from "./rotating.js";
/** In which order it serves, in words. */
export const DISK_QUEUE = "requests, page faults, swap and image reads in one queue, first come, first served; inside a disk with moving parts the nearest first";
export class Disk {
    name;
    spec;
    /** Station of the commands. */
    queue;
    #simulation;
    /** `prefix` begins the name of its station. */
    constructor(simulation, name, spec, prefix = "") {
        this.name = name;
        this.#simulation = simulation;
        this.spec = spec;
        const station = `${prefix}disk ${name}`;
        const { mechanics } = spec;
        this.queue = mechanics ? new RotatingDevice(simulation, station, { ...spec, mechanics }) : new FlashDevice(simulation, station, spec);
    }
    /** Reads `size` bytes at a random place, or where the stream has come to; `done(arg)` when the last byte is there. */
    read(size, done, arg, stream = RANDOM) {
        this.queue.submit(size, false, stream, done, arg);
    }
    /** Writes `size` bytes at a random place, or where the stream has come to; `done(arg)` when the device has them. */
    write(size, done, arg, stream = RANDOM) {
        this.queue.submit(size, true, stream, done, arg);
    }
    /** Its host leaves, with no command under way: the station is audited for the last time, and its name is free again. */
    close() {
        this.#simulation.unregister(this.queue);
    }
    /** A sequence of adjoining places, for a file that is read or written from its beginning: a rotating disk goes on without a seek. */
    openStream() {
        return this.queue.openStream();
    }
    /** The stream begins again at its first place. */
    rewind(stream) {
        this.queue.rewind(stream);
    }
}
