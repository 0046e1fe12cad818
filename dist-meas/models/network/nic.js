import { FlowNetwork } from "./flow-network.js";
import { Losses } from "./losses.js";
import { packetsFor, segmentSize, wireSize } from "./packets.js";
import { radioWork } from "./radio.js";
import { tcpRate } from "./tcp.js";
const IN = 0;
const OUT = 1;
const WAYS = 2;
export class Nic {
    spec;
    network;
    /** The slowest link of each way; the same one where a radio channel is. */
    inbound;
    outbound;
    #flows;
    #losses;
    /** Bytes that one connection has under way at most, as far as window and losses let it [B]. */
    #window;
    /** Propagation there and back [s]. */
    #roundTrip;
    /** Of the ports on each way [B/s]. */
    #rates;
    /** `prefix` begins the names of its stations. */
    constructor(simulation, spec, network, prefix = "") {
        this.spec = spec;
        this.network = network;
        this.#roundTrip = 2 * (network?.latency ?? spec.latency);
        const { links, ways } = layOut(spec, network);
        const client = network?.clientBandwidth ?? Number.POSITIVE_INFINITY;
        this.#rates = ways.map((way) => [client, ...way.map((link) => links[link].bandwidth)]);
        // What fits into the window goes out at once; a longer transfer is held to the rate of its connection.
        const connection = network === undefined ? Number.POSITIVE_INFINITY : tcpRate({ ...network, segment: segmentSize(spec), roundTrip: this.#roundTrip });
        this.#window = connection * this.#roundTrip;
        const paths = [client, Math.min(client, connection)].flatMap((limit) => ways.map((way) => ({ links: way, limit })));
        this.#flows = new FlowNetwork(simulation, `${prefix}network`, links.map((link) => ({ ...link, name: prefix + link.name })), connection < Number.POSITIVE_INFINITY ? paths : paths.slice(0, ways.length));
        const slowest = (way) => way.reduce((a, b) => (links[b].bandwidth < links[a].bandwidth ? b : a));
        this.inbound = this.#flows.links[slowest(ways[IN])];
        this.outbound = this.#flows.links[slowest(ways[OUT])];
        this.#losses = network !== undefined && network.loss > 0 ? new Losses(simulation, network.loss, this.#roundTrip, prefix) : undefined;
    }
    receive(size, done, arg) {
        this.#carry(IN, size, done, arg);
    }
    send(size, done, arg) {
        this.#carry(OUT, size, done, arg);
    }
    delay(request, answer) {
        return this.#roundTrip + this.#storeAndForward(IN, request) + this.#storeAndForward(OUT, answer);
    }
    /** Its host leaves, with no message under way. */
    close() {
        this.#flows.close();
    }
    #carry(way, size, done, arg) {
        const late = this.#losses === undefined ? -1 : this.#losses.draw(packetsFor(this.spec, size), done, arg);
        const path = size > this.#window ? way + WAYS : way;
        if (late < 0)
            this.#flows.send(path, this.#work(size), done, arg);
        else
            this.#flows.send(path, this.#work(size), this.#losses.handler, late);
    }
    /** [B] at the rate of the links. */
    #work(size) {
        const onWire = wireSize(this.spec, size);
        const { network } = this;
        return network?.radio === undefined ? onWire : radioWork(onWire, packetsFor(this.spec, size), network.bandwidthIn, network.radio);
    }
    #storeAndForward(way, size) {
        const packet = Math.min(wireSize(this.spec, size), wireSize(this.spec, segmentSize(this.spec)));
        const times = this.#rates[way].map((rate) => packet / rate);
        return times.reduce((sum, time) => sum + time, 0) - Math.max(...times);
    }
}
/** The links there are, and by way the links that it takes. */
function layOut(nic, network) {
    if (network?.radio !== undefined)
        return { links: [{ name: "radio channel", bandwidth: network.bandwidthIn }], ways: [[0], [0]] };
    const links = [
        { name: "NIC in", bandwidth: nic.bandwidth },
        { name: "NIC out", bandwidth: nic.bandwidth },
    ];
    const ways = [[0], [1]];
    if (network === undefined)
        return { links, ways };
    if (network.bandwidthIn < Number.POSITIVE_INFINITY)
        ways[IN].push(links.push({ name: "network in", bandwidth: network.bandwidthIn }) - 1);
    if (network.bandwidthOut < Number.POSITIVE_INFINITY)
        ways[OUT].push(links.push({ name: "network out", bandwidth: network.bandwidthOut }) - 1);
    return { links, ways };
}
