import type { EvictionPolicy } from "./eviction.ts";
export declare const longestIdle: EvictionPolicy;
