import type { Host } from "../host/host.ts";
import type { Instance } from "../instance/instance.ts";
import type { ServiceTools } from "../service/service.ts";
import type { FunctionService } from "./function-service.ts";
import type { PlatformSpec } from "./spec.ts";
/** The platform of this kind on a host: one for all functions that name the same. */
export declare const platformOn: (host: Host, spec: PlatformSpec, tools: ServiceTools) => Platform;
export declare class Platform {
    #private;
    readonly spec: PlatformSpec;
    constructor({ simulation, requests, services }: ServiceTools, host: Host, spec: PlatformSpec);
    /** Takes an invocation on its way to an instance: work on the cores, then a wait that uses none. */
    dispatch(row: number): void;
    /** Asks for room for one more instance; if there is none now, `service.startWanted()` is called again when that may have changed. */
    admit(service: FunctionService, memory: number): boolean;
    /** The service no longer waits for an admission. */
    forget(service: FunctionService): void;
    started(): void;
    /** An instance is gone; `starting` if it never became ready. */
    left(instance: Instance, memory: number, starting: boolean): void;
    becameIdle(instance: Instance, service: FunctionService): void;
    becameBusy(instance: Instance): void;
}
