import type { AppLimit, UnfinishedRequests } from "./run-record.ts";
import type { World } from "./world.ts";
/** By application: requests in the system that are older than its limit. */
export declare function countLate(world: World, limits: readonly AppLimit[]): number[];
/** They and where their time went so far, by application. */
export declare function unfinishedRequests(world: World, limits: readonly AppLimit[]): UnfinishedRequests[];
