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
import { grown, type HandlerId, nanoseconds, type RandomStream, type Simulation } from "../../../engine/index.ts";
import type { DiskSpec } from "../spec.ts";
import { type AccessStream, type CommandId, Device, NO_COMMAND, RANDOM } from "./device.ts";
import { WriteCache } from "./write-cache.ts";

export class FlashDevice extends Device {
  readonly kind = "flash disk";
  private readonly access: readonly [read: number, write: number];
  /** Of a command alone, and of all together [B/s]. */
  private readonly unitBandwidth: readonly [read: number, write: number];
  private readonly bandwidth: readonly [read: number, write: number];
  private readonly commandTime: number;
  /** One unit has the controller for itself: then both parts are one event. */
  private readonly isShared: boolean;
  private readonly writeCache: WriteCache | undefined;
  private readonly placement: RandomStream | undefined;
  private readonly accessed: HandlerId;
  private readonly served: HandlerId;
  /** By waiting line: one for all units, or one for each. */
  private readonly idle: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private line = new Int32Array(0);
  /** The controller is free from this instant on [ns]. */
  private controllerFree = 0;

  constructor(simulation: Simulation, name: string, spec: DiskSpec) {
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

  openStream(): AccessStream {
    return RANDOM; // where the data lies makes no difference
  }

  rewind(): void {}

  protected locate(): void {}

  protected accept(command: CommandId): void {
    const line = this.placement === undefined ? 0 : this.placement.integer(this.idle.length);
    this.line[command] = line;
    if (this.idle[line] > 0) {
      this.idle[line]--;
      this.units.change(1);
      return this.start(command);
    }
    this.next[command] = NO_COMMAND;
    if (this.first[line] === NO_COMMAND) this.first[line] = command;
    else this.next[this.last[line]] = command;
    this.last[line] = command;
  }

  protected reserve(commands: number): void {
    this.line = grown(this.line, commands);
  }

  private start(command: CommandId): void {
    const way = this.write[command];
    const size = this.size[command];
    let time = this.access[way] + size / this.unitBandwidth[way];
    if (this.isShared) time -= this.commandTime + size / this.bandwidth[way];
    if (way === 1 && this.writeCache !== undefined) time += this.writeCache.take(size);
    this.simulation.after(nanoseconds(time), this.isShared ? this.accessed : this.served, command);
  }

  private transfer(command: CommandId): void {
    const { now } = this.simulation;
    const begin = this.controllerFree > now ? this.controllerFree : now;
    this.controllerFree = begin + nanoseconds(this.commandTime + this.size[command] / this.bandwidth[this.write[command]]);
    this.simulation.at(this.controllerFree, this.served, command);
  }

  private end(command: CommandId): void {
    const line = this.line[command];
    const next = this.first[line];
    if (next === NO_COMMAND) {
      this.idle[line]++;
      this.units.change(-1);
    } else {
      this.first[line] = this.next[next];
      this.start(next);
    }
    this.finish(command);
  }
}
