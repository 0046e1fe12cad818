/** What a host holds beside its instances: its own system, and what their kinds need once a host. */
import type { OsSpec } from "../os/spec.ts";
import type { Resident } from "../service/unit.ts";
import { MEMORY_KINDS } from "../vocabulary.ts";
import { type PartSpec, uniqueBy } from "./deployment.ts";
import { unitOf } from "./units.ts";

/** In the order in which they take their memory: the system, then by kind. */
export function residentsOf(parts: readonly PartSpec[], { system }: OsSpec): Resident[] {
  const own: Resident = { of: system, kind: "host", ...system };
  const needed = parts.flatMap(({ unit }) => unitOf(unit).residents(unit));
  const place = ({ kind }: Resident): number => MEMORY_KINDS.indexOf(kind);
  return [own, ...uniqueBy(needed, ({ of }) => of).sort((a, b) => place(a) - place(b))];
}
