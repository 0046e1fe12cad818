import { given } from "../text/maps.js";
import { container } from "./container.js";
import { serverlessFunction } from "./function.js";
import { vm } from "./vm.js";
/** By their keys in a deployment. */
const UNITS = { vm, container, function: serverlessFunction };
export const unitSchemas = (presets) => Object.fromEntries(Object.entries(UNITS).map(([key, section]) => [key, section.schema(presets)]));
/** The unit that the map at `path` describes under the key of its kind. */
export function compileUnit(path, host, apps, into) {
    const raw = into.raw(path);
    const found = Object.entries(UNITS).find(([key]) => given(raw, key));
    if (found === undefined)
        throw new Error(`${path.join(".")}: the schema lets no map pass without a unit`);
    const [key, section] = found;
    return section.compile([...path, key], host, apps, into);
}
