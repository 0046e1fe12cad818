/** A way to other machines. */
import type { HandlerId } from "../../engine/index.ts";
export interface Port {
    /** A message of `size` bytes starts to arrive; `done(arg)` when its last bit is in. */
    receive(size: number, done: HandlerId, arg: number): void;
    /** Hands a message of `size` bytes to the wire; `done(arg)` when its last bit has left. */
    send(size: number, done: HandlerId, arg: number): void;
    /** The part of a request's and its answer's time on the way in which they hold nobody up [s]. */
    delay(request: number, answer: number): number;
}
