/**
 * A radio channel (Wi-Fi): one way at a time, and each access costs time beside the bits: the channel must be idle, contenders wait at random,
 * preamble and acknowledgement. A message of n packets takes ceil(n / aggregation) accesses, and for every second packet TCP's receiver sends an
 * acknowledgement the other way, at most one an access: with full aggregation the receiver answers a burst by a burst.
 * Source of the form: Bianchi, "Performance analysis of the IEEE 802.11 distributed coordination function", JSAC 18(3), 2000.
 * Leaves out collisions, and the fall of the bit rate with distance.
 */
import type { RadioSpec } from "./spec.ts";
/** What a message occupies of a channel of `bitRate` [B/s], as bytes at that rate [B]; `onAir`: its bytes with all headers [B]. */
export declare function radioWork(onAir: number, packets: number, bitRate: number, { access, aggregation }: RadioSpec): number;
