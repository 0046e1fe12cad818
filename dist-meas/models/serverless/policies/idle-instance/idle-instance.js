import { mostRecentlyUsed } from "./most-recently-used.js";
export const IDLE_INSTANCE_POLICIES = {
    "most-recently-used": mostRecentlyUsed,
};
