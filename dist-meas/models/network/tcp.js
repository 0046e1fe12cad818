/** What TCP makes of a path: bounds on the rate of one connection, and what a lost packet costs a short message. */
/** Source: Mathis, Semke, Mahdavi, Ott, "The macroscopic behavior of the TCP congestion avoidance algorithm", CCR 27(3), 1997: sqrt(3/2). */
const MATHIS = Math.sqrt(3 / 2);
/** Rate of one connection at most [B/s]: a window each round trip, and with loss p a mean window of sqrt(3/2) / sqrt(p) segments. */
export function tcpRate({ segment, roundTrip, loss, window }) {
    if (roundTrip === 0)
        return Number.POSITIVE_INFINITY;
    const mean = loss > 0 ? (MATHIS * segment) / Math.sqrt(loss) : Number.POSITIVE_INFINITY;
    return Math.min(window, mean) / roundTrip;
}
/** A retransmission timer is no shorter [s]. Source: Linux, TCP_RTO_MIN; RFC 6298 says 1 s. */
const SHORTEST_TIMER = 0.2;
/** First time-out of a connection [s]: the round trip and, for its variation, at least the shortest timer. */
export const retransmissionTimer = (roundTrip) => roundTrip + SHORTEST_TIMER;
/**
 * Packets at the end of a message whose loss nobody notices before the timer ends: fewer than three come after them. Earlier losses are repaired
 * within a round trip, which the bound on the rate has in it. Source: RFC 5681, three duplicate acknowledgements.
 */
export const unguardedPackets = (packets) => Math.min(packets, 3);
