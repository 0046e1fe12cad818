/** The stations of the mixed model: every kind, every discipline, and what can be set at each. */
import { Level, Delay, Gate, Link, MultiServerQueue, nanoseconds, Semaphore, SharedProcessor, Store } from "../index.js";
/** One number for each station. A test changes each in turn and sees the digest change. */
export const SETTINGS = {
    /** Servers of `fifo`. */
    fifoServers: 2,
    /** Servers of `lifo`. */
    lifoServers: 2,
    /** Customers at most in `priority`. */
    priorityCapacity: 4,
    /** Servers of `preemptive`. */
    preemptiveServers: 2,
    /** Propagation [s] of `line`, which is the service at a delay. */
    propagation: 0.013,
    /** Bandwidth [B/s] of `line`, whose messages go one after the other. */
    lineBandwidth: 1.2e6,
    /** Bandwidth [B/s] of `net`, whose flows share. */
    netBandwidth: 3e6,
    /** Rate [B/s] of the limited flows in `net`. */
    flowRate: 1.5e6,
    /** Think time [s] at `terminals`. */
    thinkTime: 0.31,
    /** Cores of `cpu`. */
    cores: 4,
    /** Weight of the group `gold` in `cpu`. */
    goldWeight: 3,
    /** Cap [cores] of the group `capped` in `cpu`. */
    cap: 1.3,
    /** What the second thread of a core adds in `threads` [cores]. */
    secondThread: 0.3,
    /** Units of `docks`. */
    docks: 8,
    /** Capacity of `tank`. */
    tank: 30,
    /** Places of `buffer`, between two machines. */
    bufferPlaces: 3,
    /** Places of `mailbox`, which loses what it cannot hold. */
    mailboxPlaces: 6,
    /** How long `gate` stays closed [s]. */
    closed: 0.07,
};
export function buildPlant(simulation, settings) {
    const cpu = new SharedProcessor(simulation, { name: "cpu", capacity: settings.cores });
    const net = new Link(simulation, { name: "net", bandwidth: settings.netBandwidth, latency: nanoseconds(0.002), sharing: "fair" });
    // Two cores of two threads each; with more jobs a little is lost to switching.
    const threads = new SharedProcessor(simulation, {
        name: "threads",
        capacity: (jobs) => (jobs <= 2 ? jobs : 2 + settings.secondThread * Math.min(2, jobs - 2) - 0.01 * Math.min(10, jobs - 2)),
    });
    return {
        fifo: new MultiServerQueue(simulation, { name: "fifo", servers: settings.fifoServers }),
        lifo: new MultiServerQueue(simulation, { name: "lifo", servers: settings.lifoServers, discipline: "lifo" }),
        priority: new MultiServerQueue(simulation, {
            name: "priority",
            servers: 2,
            discipline: "priority",
            capacity: settings.priorityCapacity,
        }),
        preemptive: new MultiServerQueue(simulation, {
            name: "preemptive",
            servers: settings.preemptiveServers,
            discipline: "preemptive-resume",
        }),
        terminals: new Delay(simulation, { name: "terminals" }),
        line: new Link(simulation, { name: "line", bandwidth: settings.lineBandwidth, latency: nanoseconds(settings.propagation) }),
        net,
        limitedFlows: net.addGroup({ weight: 2, rate: settings.flowRate }),
        cpu,
        gold: cpu.addGroup({ name: "gold", weight: settings.goldWeight, cap: Infinity }),
        capped: cpu.addGroup({ name: "capped", weight: 1, cap: settings.cap }),
        threads,
        anyThread: threads.addGroup({ name: "all", weight: 1, cap: Infinity }),
        docks: new Semaphore(simulation, { name: "docks", units: settings.docks }),
        tank: new Level(simulation, { name: "tank", capacity: settings.tank, initial: settings.tank / 4 }),
        buffer: new Store(simulation, { name: "buffer", capacity: settings.bufferPlaces }),
        mailbox: new Store(simulation, { name: "mailbox", capacity: settings.mailboxPlaces }),
        gate: new Gate(simulation, { name: "gate", open: true }),
    };
}
