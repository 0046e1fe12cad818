/** Packets of TCP over Ethernet: how many a message takes, and their bytes on the wire. */
/** A packet that carries nothing but an acknowledgement [B]. */
export declare const EMPTY_PACKET: number;
interface Interface {
    /** Largest packet, IP and TCP headers included [B]. */
    readonly mtu: number;
}
/** Payload of a full packet [B]: 1448 at an MTU of 1500. */
export declare const segmentSize: ({ mtu }: Interface) => number;
/** Packets of a message of `size` bytes; an empty one takes a packet too. */
export declare const packetsFor: (nic: Interface, size: number) => number;
/** Bytes on the wire of a message of `size` bytes: at an MTU of 1500, 1538 for 1448, which is 94.1 % goodput. */
export declare const wireSize: (nic: Interface, size: number) => number;
export {};
