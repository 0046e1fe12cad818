/** The kinds of units that a deployment can choose from. Another one is a section of its own and an entry here. */
import type { z } from "zod";
import type { AppSpec, HostSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
import type { CompiledUnit } from "./unit-section.ts";
export declare const unitSchemas: (presets: Presets) => Record<string, z.ZodType>;
/** The unit that the map at `path` describes under the key of its kind. */
export declare function compileUnit(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): CompiledUnit;
