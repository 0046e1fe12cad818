/** An application in one long-running instance, a virtual machine or a container: requests wait for one of its threads, also while it starts. */
import { type Instance } from "../instance/instance.ts";
import { Service } from "./service.ts";
/** What it does with requests, in words. */
export declare const BACKLOG = "first come, first served; a request that finds the backlog full is refused and not retried";
export declare class ResidentService extends Service {
    #private;
    readonly isResident = true;
    begin(): void;
    offer(row: number): void;
    hasReadyInstance(): boolean;
    ready(instance: Instance): void;
    freed(instance: Instance): void;
    /** Restarted at once, as container engines and hypervisors are set up to do for services. */
    ended(): void;
    oldest(): Instance | undefined;
}
