/** Which host the instances of a tenant go to: policies by the name that a scenario gives them. */
import { spread } from "./spread.js";
export const PLACEMENT_POLICIES = { spread };
