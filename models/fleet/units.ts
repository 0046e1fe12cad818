/** The kinds of units there are. A further kind is one more line here, and one in the scenario language (`scenarios/language/sections/units.ts`). */
import { containerUnit } from "../container/unit.ts";
import { functionUnit } from "../serverless/unit.ts";
import type { Unit } from "../service/unit.ts";
import { vmUnit } from "../vm/unit.ts";

export const UNITS = {
  vm: vmUnit,
  container: containerUnit,
  function: functionUnit,
} as const;

export type UnitKind = keyof typeof UNITS;

/** What an application runs in, as plain numbers. */
export type UnitSpec = { [Kind in UnitKind]: (typeof UNITS)[Kind] extends Unit<infer Spec> ? Spec : never }[UnitKind];

/** What the house has to know of the unit that `spec` is of. */
export const unitOf = (spec: UnitSpec): Unit<UnitSpec> => UNITS[spec.kind] as Unit<UnitSpec>;
