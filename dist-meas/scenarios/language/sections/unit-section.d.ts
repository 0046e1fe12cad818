/** What the language knows of one kind of unit: of what runs one application of a tenant. */
import type { z } from "zod";
import type { AppSpec, HostSpec, UnitSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
export interface CompiledUnit {
    readonly spec: UnitSpec;
    /** One line for people: what it is made of, and its size. */
    readonly label: string;
}
export interface UnitSection {
    schema(presets: Presets): z.ZodType;
    /** `path` is that of its own section; `apps` run in units like this one, each in its own. */
    compile(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): CompiledUnit;
}
