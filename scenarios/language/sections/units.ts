/** The kinds of units that a deployment can choose from. Another one is a section of its own and an entry here. */
import type { z } from "zod";
import type { AppSpec, HostSpec, UnitKind } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { given } from "../text/maps.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
import { container } from "./container.ts";
import { serverlessFunction } from "./function.ts";
import type { CompiledUnit, UnitSection } from "./unit-section.ts";
import { vm } from "./vm.ts";

/** By their keys in a deployment. */
const UNITS: Readonly<Record<UnitKind, UnitSection>> = { vm, container, function: serverlessFunction };

export const unitSchemas = (presets: Presets): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(UNITS).map(([key, section]) => [key, section.schema(presets)]));

/** The unit that the map at `path` describes under the key of its kind. */
export function compileUnit(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): CompiledUnit {
  const raw = into.raw(path);
  const found = Object.entries(UNITS).find(([key]) => given(raw, key));
  if (found === undefined) throw new Error(`${path.join(".")}: the schema lets no map pass without a unit`);
  const [key, section] = found;
  return section.compile([...path, key], host, apps, into);
}
