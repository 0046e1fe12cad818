export type EntityId = number;
export type QueueId = number;
export declare const NONE = -1;
export declare class FairQueues {
    #private;
    /** Set it before the entity joins a queue; `reweight` afterwards. */
    weight: Float64Array<ArrayBuffer>;
    vruntime: Float64Array<ArrayBuffer>;
    /** Queue that the entity is in, running or waiting, or NONE. */
    queueOf: Int32Array<ArrayBuffer>;
    /** The entity that runs, or NONE. */
    current: Int32Array<ArrayBuffer>;
    /** Entities that wait. */
    waiting: Int32Array<ArrayBuffer>;
    /** Sum of the weights of all entities. */
    load: Float64Array<ArrayBuffer>;
    /** Virtual time found by `findVirtualTime`, and time found by `findRemaining`: results of calls that are not inlined would be allocated. */
    virtualTime: number;
    remaining: number;
    /** Entities there is room for. */
    get capacity(): number;
    addEntity(): EntityId;
    /** An entity that is in no queue is gone. */
    removeEntity(entity: EntityId): void;
    addQueue(slice: number, protection: number, credit: number): QueueId;
    /** An empty queue is gone. */
    removeQueue(queue: QueueId): void;
    /** Entities in the queue, the running one included. */
    size(queue: QueueId): number;
    /** One that is new begins where all are on average. */
    enter(entity: EntityId, queue: QueueId): void;
    /** One that has been in this queue before comes back. */
    wake(entity: EntityId, queue: QueueId): void;
    /** One comes that is as far ahead or behind as `other` is in its own queue. */
    follow(entity: EntityId, queue: QueueId, other: EntityId): void;
    /** Takes an entity out of its queue, running or waiting. */
    leave(entity: EntityId): void;
    /** Lets the one run that is due first of those eligible. NONE if none waits; there must be none running. */
    pick(queue: QueueId): EntityId;
    /** The one that runs has to wait. */
    putBack(queue: QueueId): void;
    /** The one that runs has run for `time` more. */
    charge(queue: QueueId, time: number): void;
    /** Finds for how long the one that runs goes on before another is to be picked: `remaining`, 0 if now. */
    findRemaining(queue: QueueId): void;
    /** Whether another one is to be picked now. */
    isDue(queue: QueueId): boolean;
    /** Changes the weight of an entity that is in a queue. */
    reweight(entity: EntityId, weight: number): void;
    /** The `position`-th of those that wait, in no particular order, from 0 to `waiting` - 1. */
    waitingAt(queue: QueueId, position: number): EntityId;
    /** Mean virtual runtime by weight; that of the last one if the queue is empty. */
    findVirtualTime(queue: QueueId): void;
}
