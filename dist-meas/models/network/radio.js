import { EMPTY_PACKET } from "./packets.js";
/** What a message occupies of a channel of `bitRate` [B/s], as bytes at that rate [B]; `onAir`: its bytes with all headers [B]. */
export function radioWork(onAir, packets, bitRate, { access, aggregation }) {
    const bursts = Math.ceil(packets / aggregation);
    const acknowledgements = Math.min(Math.floor(packets / 2), bursts);
    return onAir + (bursts + acknowledgements) * access * bitRate + acknowledgements * EMPTY_PACKET;
}
