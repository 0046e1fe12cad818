import type { IdleInstancePolicy } from "./idle-instance.ts";
export declare const mostRecentlyUsed: IdleInstancePolicy;
