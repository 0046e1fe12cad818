import type { DeploymentSpec, PartSpec } from "./deployment.ts";
/** Why so many tenants cannot all be ready, with the numbers; undefined if memory and swap hold them, or might. */
export declare function whyExcluded({ hosts, parts, placement }: DeploymentSpec, tenants: number): string | undefined;
/** Memory that each of its instances holds all the time and that cannot be dropped [B]. */
export declare function heldMemory({ app, unit }: PartSpec): number;
