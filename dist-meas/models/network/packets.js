/** Packets of TCP over Ethernet: how many a message takes, and their bytes on the wire. */
/** IP, TCP and TCP's time stamps [B], part of the MTU; and Ethernet's header, checksum, preamble and gap around it [B]. */
const PROTOCOL_HEADERS = 52;
const FRAMING = 38;
/** A packet that carries nothing but an acknowledgement [B]. */
export const EMPTY_PACKET = PROTOCOL_HEADERS + FRAMING;
/** Payload of a full packet [B]: 1448 at an MTU of 1500. */
export const segmentSize = ({ mtu }) => mtu - PROTOCOL_HEADERS;
/** Packets of a message of `size` bytes; an empty one takes a packet too. */
export const packetsFor = (nic, size) => Math.max(1, Math.ceil(size / segmentSize(nic)));
/** Bytes on the wire of a message of `size` bytes: at an MTU of 1500, 1538 for 1448, which is 94.1 % goodput. */
export const wireSize = (nic, size) => size + packetsFor(nic, size) * EMPTY_PACKET;
