/** The kinds of units that a deployment can choose from. Another one is a section of its own and a line here. */
import type { z } from "zod";
import type { AppSpec, HostSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { given } from "../text/maps.ts";
import type { Presets } from "../text/presets.ts";
import type { Compilation } from "../text/resolve.ts";
import { container } from "./container.ts";
import { serverlessFunction } from "./function.ts";
import type { Unit, UnitSection } from "./unit-section.ts";
import { vm } from "./vm.ts";

const UNITS: readonly UnitSection[] = [vm, container, serverlessFunction];

export const unitSchemas = (presets: Presets): Record<string, z.ZodType> =>
  Object.fromEntries(UNITS.map((section) => [section.key, section.schema(presets)]));

/** The unit that the map at `path` describes under the key of its kind. */
export function compileUnit(path: Path, host: HostSpec, apps: readonly AppSpec[], into: Compilation): Unit {
  const raw = into.raw(path);
  const section = UNITS.find(({ key }) => given(raw, key));
  if (section === undefined) throw new Error(`${path.join(".")}: the schema lets no map pass without a unit`);
  return section.compile([...path, section.key], host, apps, into);
}
