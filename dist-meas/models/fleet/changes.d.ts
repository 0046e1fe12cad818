import type { Resource } from "../vocabulary.ts";
import type { DeploymentSpec } from "./deployment.ts";
/** A change that can be made together with others. */
export interface DeploymentChange {
    /** Completes "with ...": "twice the memory". */
    readonly words: string;
    readonly resource: Resource;
    apply(deployment: DeploymentSpec): DeploymentSpec;
    /** Of several together. */
    readonly parts?: readonly DeploymentChange[];
}
/**
 * In an order of their own: hosts first. A change is made wherever it can be, on all hosts and in all parts; one with which the deployment would be
 * refused is left out.
 */
export declare function changesOf(deployment: DeploymentSpec): DeploymentChange[];
