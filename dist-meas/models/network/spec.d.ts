/** The way to a machine, as plain read-only numbers in SI units. */
/** The way between the clients and the host, beyond the host's own interface. */
export interface NetworkSpec {
    /** One way, propagation and switching, without queueing and serialization [s]. Stands in for the interface's. */
    readonly latency: number;
    /** Shared by all messages to the host and from it [B/s]; Infinity: a switch that is never the bottleneck. */
    readonly bandwidthIn: number;
    readonly bandwidthOut: number;
    /** The client's own port [B/s], Infinity if not to be looked at. */
    readonly clientBandwidth: number;
    /** Packets lost [1], and bytes that one connection has under way at most [B]. */
    readonly loss: number;
    readonly window: number;
    /** A radio channel, which stations take in turn, one way at a time; the interface's own bandwidth plays no part then. */
    readonly radio?: RadioSpec;
}
export interface RadioSpec {
    /** Channel time of one access beside the bits: waiting for the channel to be idle, preamble, acknowledgement [s]. */
    readonly access: number;
    /** Packets sent in one access at most [1]. */
    readonly aggregation: number;
}
