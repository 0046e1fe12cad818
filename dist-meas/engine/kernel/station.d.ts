/**
 * What a station (queue, processor, link, store) tells the audit, brought up to the current simulated time. Each law is checked
 * between two numbers that the station computes by different paths: along the time axis, and customer by customer.
 */
export interface StationCounters {
    /** Customers that came, served or not [1]. */
    readonly arrivals: number;
    /** Customers that left after service [1]. */
    readonly departures: number;
    /** Customers turned away or dropped [1]. */
    readonly losses: number;
    /** Customers present now [1]. */
    readonly inStation: number;
    /** Integral over time of the number present [customer ns]. */
    readonly numberIntegral: number;
    /** Time in station of the departed, plus time so far of those present, from their own time stamps [customer ns]. */
    readonly residence: number;
    /** Integral over time of the number of busy servers, or of the work rate [server ns]. */
    readonly busyIntegral: number;
    /** Service given to the departed, plus service attained so far by those present [server ns]. */
    readonly workDone: number;
    /** Integral over time of the number of servers there are [server ns]. */
    readonly capacityIntegral: number;
}
/** Anything customers pass through. A station registers itself with its simulation in its constructor. */
export interface Station {
    /** Unique in the simulation, e.g. `gateway / disk main`. */
    readonly name: string;
    /** The station's model, e.g. `multi-server-queue`. */
    readonly kind: string;
    counters(): StationCounters;
}
