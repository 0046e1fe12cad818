/** The stations of the mixed model: every kind, every discipline, and what can be set at each. */
import { Level, Delay, Gate, Link, MultiServerQueue, Semaphore, SharedProcessor, type Simulation, Store } from "../index.ts";
/** One number for each station. A test changes each in turn and sees the digest change. */
export declare const SETTINGS: {
    /** Servers of `fifo`. */
    fifoServers: number;
    /** Servers of `lifo`. */
    lifoServers: number;
    /** Customers at most in `priority`. */
    priorityCapacity: number;
    /** Servers of `preemptive`. */
    preemptiveServers: number;
    /** Propagation [s] of `line`, which is the service at a delay. */
    propagation: number;
    /** Bandwidth [B/s] of `line`, whose messages go one after the other. */
    lineBandwidth: number;
    /** Bandwidth [B/s] of `net`, whose flows share. */
    netBandwidth: number;
    /** Rate [B/s] of the limited flows in `net`. */
    flowRate: number;
    /** Think time [s] at `terminals`. */
    thinkTime: number;
    /** Cores of `cpu`. */
    cores: number;
    /** Weight of the group `gold` in `cpu`. */
    goldWeight: number;
    /** Cap [cores] of the group `capped` in `cpu`. */
    cap: number;
    /** What the second thread of a core adds in `threads` [cores]. */
    secondThread: number;
    /** Units of `docks`. */
    docks: number;
    /** Capacity of `tank`. */
    tank: number;
    /** Places of `buffer`, between two machines. */
    bufferPlaces: number;
    /** Places of `mailbox`, which loses what it cannot hold. */
    mailboxPlaces: number;
    /** How long `gate` stays closed [s]. */
    closed: number;
};
export type Settings = typeof SETTINGS;
export type Plant = ReturnType<typeof buildPlant>;
export declare function buildPlant(simulation: Simulation, settings: Settings): {
    fifo: MultiServerQueue;
    lifo: MultiServerQueue;
    priority: MultiServerQueue;
    preemptive: MultiServerQueue;
    terminals: Delay;
    line: Link;
    net: Link;
    limitedFlows: number;
    cpu: SharedProcessor;
    gold: number;
    capped: number;
    threads: SharedProcessor;
    anyThread: number;
    docks: Semaphore;
    tank: Level;
    buffer: Store<number>;
    mailbox: Store<number>;
    gate: Gate;
};
