/**
 * A link that several share: bandwidth, then latency. What it holds is counted by two stations of its own, `<name>: transmission` and
 * `<name>: propagation`.
 *
 * `fifo`: whole messages one after the other, as an interface with one queue does. `fair`: all transfers at once at max-min fair rates,
 * the usual fluid model of flows with equal round-trip times; flows can be put in groups with a weight and a rate limit. Leaves out packets,
 * headers, loss and slow start. Source for the fluid: Bertsekas and Gallager, Data Networks, 6.5.2.
 */
import { Wait } from "../kernel/process.js";
import { nanoseconds } from "../kernel/time.js";
import { Delay } from "./delay.js";
import { MultiServerQueue } from "./multi-server-queue/multi-server-queue.js";
import { refuseWaits, SavedFields } from "../kernel/saved-fields.js";
import { SharedProcessor } from "./shared-processor/shared-processor.js";
export class Link extends SavedFields {
    name;
    bandwidth;
    latency;
    transmission;
    propagation;
    simulation;
    transmitted;
    arrived;
    defaultGroup = 0;
    // Messages under way, by number: whom to tell.
    dones = [];
    args = [];
    transfers = [];
    free = [];
    /** @throws RangeError unless bandwidth > 0 and latency is an integer >= 0 */
    constructor(simulation, { name, bandwidth, latency = 0, sharing = "fifo" }) {
        super();
        if (!(bandwidth > 0 && bandwidth < Infinity && Number.isInteger(latency) && latency >= 0)) {
            throw new RangeError(`link "${name}": found bandwidth ${bandwidth} B/s and latency ${latency} ns, expected a bandwidth above 0 and an integer latency of at least 0`);
        }
        this.name = name;
        this.bandwidth = bandwidth;
        this.latency = latency;
        this.simulation = simulation;
        const station = `${name}: transmission`;
        if (sharing === "fifo") {
            this.transmission = new MultiServerQueue(simulation, { name: station, servers: 1 });
        }
        else {
            this.transmission = new SharedProcessor(simulation, { name: station, capacity: 1 });
            this.defaultGroup = this.transmission.addGroup({ name: "flows", weight: 1, cap: Infinity });
        }
        this.propagation = new Delay(simulation, { name: `${name}: propagation` });
        this.transmitted = simulation.on(`${name}: transmitted`, (message) => void this.propagation.submit(latency, this.arrived, message));
        this.arrived = simulation.on(`${name}: arrived`, (message) => this.deliver(message));
        simulation.keep(`link ${name}`, this);
    }
    get unsaved() {
        return ["transmission", "propagation", "transfers"]; // two stations, and waits
    }
    /** @throws SimulationError if a transfer is waited for by a process or `notify` */
    save() {
        refuseWaits(this.name, this.transfers);
        return super.save();
    }
    /** The link leaves, as `Simulation.unregister` says of stations: both of its own, and what is known of messages under way. */
    unregister() {
        this.simulation.unregister(this.transmission);
        this.simulation.unregister(this.propagation);
        this.simulation.forget(`link ${this.name}`);
    }
    /** Flows that share with others by weight and stay below a rate together, equal among themselves. Fair links only. */
    addGroup({ weight, rate = Infinity }) {
        if (!(this.transmission instanceof SharedProcessor)) {
            throw new TypeError(`link "${this.name}": flow groups need sharing "fair", found "fifo"`);
        }
        return this.transmission.addGroup({ weight, cap: rate / this.bandwidth });
    }
    /** A message of `size` [B] is sent; `done(arg)` is scheduled when its last byte has arrived. */
    send(size, done, arg, group = this.defaultGroup) {
        const message = this.free.pop() ?? this.dones.length;
        this.dones[message] = done;
        this.args[message] = arg;
        this.transmit(size, message, group);
    }
    /** `yield* link.transfer(size)`: waits until the last byte has arrived. A message on its way cannot be called back. */
    transfer(size, group = this.defaultGroup) {
        return new Transfer(this, size, group);
    }
    /** For `Transfer`. */
    sendFor(transfer, size, group) {
        const message = this.free.pop() ?? this.dones.length;
        this.dones[message] = -1;
        this.args[message] = 0;
        this.transfers[message] = transfer;
        this.transmit(size, message, group);
    }
    transmit(size, message, group) {
        const duration = nanoseconds(size / this.bandwidth);
        if (this.transmission instanceof MultiServerQueue)
            this.transmission.submit(duration, this.transmitted, message);
        else
            this.transmission.submit(group, duration, this.transmitted, message);
    }
    deliver(message) {
        const transfer = this.transfers[message];
        this.transfers[message] = undefined;
        this.free.push(message);
        if (transfer !== undefined)
            transfer.grant(undefined);
        else
            this.simulation.after(0, this.dones[message], this.args[message]);
    }
}
class Transfer extends Wait {
    link;
    size;
    group;
    constructor(link, size, group) {
        super();
        this.link = link;
        this.size = size;
        this.group = group;
    }
    begin() {
        this.link.sendFor(this, this.size, this.group);
        return false;
    }
    /** It arrives all the same. */
    cancel() { }
    describe() {
        return `${this.size} bytes over link "${this.link.name}"`;
    }
}
