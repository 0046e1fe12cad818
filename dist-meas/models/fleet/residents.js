import { MEMORY_KINDS } from "../vocabulary.js";
import { uniqueBy } from "./deployment.js";
import { unitOf } from "./units.js";
/** In the order in which they take their memory: the system, then by kind. */
export function residentsOf(parts, { system }) {
    const own = { of: system, kind: "host", ...system };
    const needed = parts.flatMap(({ unit }) => unitOf(unit).residents(unit));
    const place = ({ kind }) => MEMORY_KINDS.indexOf(kind);
    return [own, ...uniqueBy(needed, ({ of }) => of).sort((a, b) => place(a) - place(b))];
}
