/** What TCP makes of a path: bounds on the rate of one connection, and what a lost packet costs a short message. */
export interface TcpPath {
    /** Payload of a packet [B]. */
    readonly segment: number;
    /** Without queueing [s]. */
    readonly roundTrip: number;
    /** Share of packets lost, 0 to 1. */
    readonly loss: number;
    /** Bytes under way at most [B]. */
    readonly window: number;
}
/** Rate of one connection at most [B/s]: a window each round trip, and with loss p a mean window of sqrt(3/2) / sqrt(p) segments. */
export declare function tcpRate({ segment, roundTrip, loss, window }: TcpPath): number;
/** First time-out of a connection [s]: the round trip and, for its variation, at least the shortest timer. */
export declare const retransmissionTimer: (roundTrip: number) => number;
/**
 * Packets at the end of a message whose loss nobody notices before the timer ends: fewer than three come after them. Earlier losses are repaired
 * within a round trip, which the bound on the rate has in it. Source: RFC 5681, three duplicate acknowledgements.
 */
export declare const unguardedPackets: (packets: number) => number;
