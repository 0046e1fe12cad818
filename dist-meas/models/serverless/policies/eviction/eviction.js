import { longestIdle } from "./longest-idle.js";
export const EVICTION_POLICIES = {
    "longest-idle": longestIdle,
};
