/**
 * Flash: `parallel` units that work side by side, and one controller with one interface that serves all of them, a command at a time.
 *
 *     at the unit       = access + size / unitBandwidth - at the controller      then, first come first served among units,
 *     at the controller = commandTime + size / bandwidth
 *
 * so that a command alone takes access + size / unitBandwidth, and all together never transfer more than `bandwidth` nor more than one command
 * every `commandTime`. The unit is held until the end of the transfer: its register is full until then. With placement `any` the commands wait in one line for the next idle unit; with
 * `random` each waits for the unit that holds its data, while others may be idle. Source of the second: Chen, Lee and Zhang, "Essential roles
 * of exploiting internal parallelism of flash memory based solid state drives", HPCA 2011.
 *
 * Leaves out: garbage collection beyond the write cache's drain rate, reads that overtake, merging of adjoining commands.
 */
import { grown, nanoseconds } from "../../../engine/index.js";
import { Device, NO_COMMAND, RANDOM } from "./device.js";
import { WriteCache } from "./write-cache.js";
export class FlashDevice extends Device {
    kind = "flash disk";
    access;
    /** Of a command alone, and of all together [B/s]. */
    unitBandwidth;
    bandwidth;
    commandTime;
    /** One unit has the controller for itself: then both parts are one event. */
    isShared;
    writeCache;
    placement;
    accessed;
    served;
    /** By waiting line: one for all units, or one for each. */
    idle;
    first;
    last;
    line = new Int32Array(0);
    /** The controller is free from this instant on [ns]. */
    controllerFree = 0;
    constructor(simulation, name, spec) {
        super(simulation, name, spec, spec.parallel);
        const { parallel, readBandwidth, writeBandwidth, unitReadBandwidth, unitWriteBandwidth } = spec;
        this.access = [spec.readAccess, spec.writeAccess];
        this.unitBandwidth = [unitReadBandwidth ?? readBandwidth, unitWriteBandwidth ?? writeBandwidth];
        this.bandwidth = [readBandwidth, writeBandwidth];
        this.isShared = parallel > 1;
        this.commandTime = spec.commandTime ?? 0;
        this.writeCache = spec.writeCache && new WriteCache(simulation, spec.writeCache);
        const lines = spec.placement === "random" ? parallel : 1;
        this.placement = lines > 1 ? simulation.stream(`${name} / placement`) : undefined;
        this.idle = new Int32Array(lines).fill(parallel / lines);
        this.first = new Int32Array(lines).fill(NO_COMMAND);
        this.last = new Int32Array(lines).fill(NO_COMMAND);
        this.accessed = simulation.on(`${name}: accessed`, (command) => this.transfer(command));
        this.served = simulation.on(`${name}: served`, (command) => this.end(command));
    }
    openStream() {
        return RANDOM; // where the data lies makes no difference
    }
    rewind() { }
    locate() { }
    accept(command) {
        const line = this.placement === undefined ? 0 : this.placement.integer(this.idle.length);
        this.line[command] = line;
        if (this.idle[line] > 0) {
            this.idle[line]--;
            this.units.change(1);
            return this.start(command);
        }
        this.next[command] = NO_COMMAND;
        if (this.first[line] === NO_COMMAND)
            this.first[line] = command;
        else
            this.next[this.last[line]] = command;
        this.last[line] = command;
    }
    reserve(commands) {
        this.line = grown(this.line, commands);
    }
    start(command) {
        const way = this.write[command];
        const size = this.size[command];
        let time = this.access[way] + size / this.unitBandwidth[way];
        if (this.isShared)
            time -= this.commandTime + size / this.bandwidth[way];
        if (way === 1 && this.writeCache !== undefined)
            time += this.writeCache.take(size);
        this.simulation.after(nanoseconds(time), this.isShared ? this.accessed : this.served, command);
    }
    transfer(command) {
        const { now } = this.simulation;
        const begin = this.controllerFree > now ? this.controllerFree : now;
        this.controllerFree = begin + nanoseconds(this.commandTime + this.size[command] / this.bandwidth[this.write[command]]);
        this.simulation.at(this.controllerFree, this.served, command);
    }
    end(command) {
        const line = this.line[command];
        const next = this.first[line];
        if (next === NO_COMMAND) {
            this.idle[line]++;
            this.units.change(-1);
        }
        else {
            this.first[line] = this.next[next];
            this.start(next);
        }
        this.finish(command);
    }
}
