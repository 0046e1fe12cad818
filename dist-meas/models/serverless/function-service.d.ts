import type { Instance } from "../instance/instance.ts";
import type { ServiceContext } from "../request/destination.ts";
import { Service, type ServiceTools } from "../service/service.ts";
import type { FunctionSpec } from "./spec.ts";
/** How many instances there are, in words. */
export declare const SCALING = "one more instance for each invocation that waits, as far as the limits allow";
export declare class FunctionService extends Service {
    #private;
    readonly isResident = false;
    constructor(context: ServiceContext, spec: FunctionSpec, tools: ServiceTools);
    /** Configured size of an instance [B]. */
    get instanceMemory(): number;
    /** Nothing starts before the first invocation. */
    begin(): void;
    offer(row: number): void;
    /** The platform has passed an invocation on. */
    dispatched(row: number): void;
    /** Starts as many instances as the waiting invocations call for and the limits allow. */
    startWanted(): void;
    hasReadyInstance(): boolean;
    ready(instance: Instance): void;
    freed(instance: Instance): void;
    /** Ends an idle instance whose keep-alive is over. */
    remove(instance: Instance): void;
    /** Ends an idle instance to make room for another. */
    evict(instance: Instance): void;
    /** A start that ends for lack of memory takes the invocation with it that waited longest: trying again at once would only kill the next. */
    ended(instance: Instance, failure: number): void;
    oldest(): Instance | undefined;
}
