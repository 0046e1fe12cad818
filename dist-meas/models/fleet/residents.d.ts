/** What a host holds beside its instances: its own system, and what their kinds need once a host. */
import type { OsSpec } from "../os/spec.ts";
import type { Resident } from "../service/unit.ts";
import { type PartSpec } from "./deployment.ts";
/** In the order in which they take their memory: the system, then by kind. */
export declare function residentsOf(parts: readonly PartSpec[], { system }: OsSpec): Resident[];
