/** The kinds of units there are. A further kind is one more line here, and one in the scenario language (`scenarios/language/sections/units.ts`). */
import { containerUnit } from "../container/unit.js";
import { functionUnit } from "../serverless/unit.js";
import { vmUnit } from "../vm/unit.js";
export const UNITS = {
    vm: vmUnit,
    container: containerUnit,
    function: functionUnit,
};
/** What the house has to know of the unit that `spec` is of. */
export const unitOf = (spec) => UNITS[spec.kind];
