import type { Path } from "../text/document.ts";
import type { Compilation } from "../text/resolve.ts";
export declare const coreName: import("../text/fields.ts").Field<string>;
/** Speed of the core that a demand was measured on: of a host preset, of a host of this scenario, or as written [points]. */
export declare function compileCoreSpeed(path: Path, into: Compilation): number;
