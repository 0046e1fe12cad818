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
import { grown, nanoseconds } from "../../../engine/index.js";
import { DEFAULT_DISK_SIZE } from "../spec.js";
import { Device, RANDOM } from "./device.js";
/** Mean of sqrt |x - y| for x and y uniform on [0, 1]. */
const MEAN_ROOT_DISTANCE = 8 / 15;
const NONE = -1;
export class RotatingDevice extends Device {
    kind = "rotating disk";
    spec;
    mechanics;
    /** b [s]. */
    seekSlope;
    capacity;
    places;
    turns;
    served;
    /** Where a command begins, where the arm is: shares of the capacity. */
    place = new Float64Array(0);
    arm = 0;
    accepted = new Float64Array(0);
    /** Commands that wait in the device, in the order of their coming. */
    waiting = new Int32Array(32);
    waitingCount = 0;
    isBusy = false;
    /** By stream: its first place, and the next; place NONE: the stream of single commands. */
    beginnings = [NONE];
    cursors = [NONE];
    lastPlace = 0;
    constructor(simulation, name, spec) {
        super(simulation, name, spec, 1);
        this.spec = spec;
        this.mechanics = spec.mechanics;
        this.seekSlope = (spec.mechanics.averageSeek - spec.mechanics.shortestSeek) / MEAN_ROOT_DISTANCE;
        this.capacity = spec.size ?? DEFAULT_DISK_SIZE;
        this.places = simulation.stream(`${name} / place`);
        this.turns = simulation.stream(`${name} / rotation`);
        this.served = simulation.on(`${name}: served`, (command) => this.end(command));
    }
    openStream() {
        const beginning = this.places.next();
        this.cursors.push(beginning);
        return this.beginnings.push(beginning) - 1;
    }
    rewind(stream) {
        this.cursors[stream] = this.beginnings[stream];
    }
    locate(command, stream, index) {
        const single = stream === RANDOM;
        const place = !single ? this.cursors[stream] : index === 0 ? this.places.next() : this.lastPlace;
        this.place[command] = place;
        this.lastPlace = this.after(command);
        if (!single)
            this.cursors[stream] = this.lastPlace;
    }
    accept(command) {
        if (!this.isBusy) {
            this.isBusy = true;
            this.units.change(1);
            return this.start(command);
        }
        this.accepted[command] = this.simulation.now;
        if (this.waitingCount === this.waiting.length)
            this.waiting = grown(this.waiting, 2 * this.waitingCount);
        this.waiting[this.waitingCount++] = command;
    }
    reserve(commands) {
        this.place = grown(this.place, commands);
        this.accepted = grown(this.accepted, commands);
    }
    /** Where the medium goes on behind a command. */
    after(command) {
        const end = this.place[command] + this.size[command] / this.capacity;
        return end < 1 ? end : 0;
    }
    start(command) {
        const { spec, mechanics } = this;
        const isWrite = this.write[command] === 1;
        const distance = Math.abs(this.place[command] - this.arm);
        let time = (isWrite ? spec.writeAccess : spec.readAccess) + this.size[command] / (isWrite ? spec.writeBandwidth : spec.readBandwidth);
        if (distance > 0)
            time += mechanics.shortestSeek + this.seekSlope * Math.sqrt(distance) + mechanics.rotation * this.turns.next();
        this.arm = this.after(command);
        this.simulation.after(nanoseconds(time), this.served, command);
    }
    end(command) {
        if (this.waitingCount > 0)
            this.start(this.takeNext());
        else {
            this.isBusy = false;
            this.units.change(-1);
        }
        this.finish(command);
    }
    takeNext() {
        const { waiting, place, arm } = this;
        let chosen = 0;
        const age = this.simulation.now - this.accepted[waiting[0]];
        if (age <= this.mechanics.oldestFirstAfter * 1e9) {
            let nearest = Number.POSITIVE_INFINITY;
            for (let k = 0; k < this.waitingCount; k++) {
                const distance = Math.abs(place[waiting[k]] - arm);
                if (distance < nearest) {
                    nearest = distance;
                    chosen = k;
                }
            }
        }
        const command = waiting[chosen];
        waiting.copyWithin(chosen, chosen + 1, this.waitingCount--);
        return command;
    }
}
