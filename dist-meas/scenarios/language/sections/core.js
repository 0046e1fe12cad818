/** The core that a CPU time was measured on, wherever a scenario states one. */
import { text } from "../text/fields.js";
import { isMap } from "../text/maps.js";
import { isPresetValue } from "../text/presets.js";
import { parseQuantity } from "../text/quantities.js";
import { listed, nearest } from "../text/suggest.js";
import { cpuFields } from "./cpu.js";
import { HOSTS } from "./host.js";
const { speed: speedField } = cpuFields.fields;
export const coreName = text({
    about: "The core it was measured on: a host preset, a host of this scenario, or a speed such as `289 points`. Scaled to the host's speed.",
    example: "raspberry-pi-4",
});
/** Speed of the core that a demand was measured on: of a host preset, of a host of this scenario, or as written [points]. */
export function compileCoreSpeed(path, into) {
    const name = into.single(coreName, path);
    if ("value" in parseQuantity(name, "speed")) {
        const speed = speedField.parse(name);
        if ("value" in speed)
            return speed.value;
        into.error(path, speed.problem);
        return 1;
    }
    const hosts = into.raw(["hosts"]);
    const presets = into.presets.of(HOSTS.kind);
    const own = isMap(hosts) ? hosts[name] : undefined;
    const preset = presets.get(own?.preset ?? name);
    const speed = own?.cpu?.speed ?? speedOf(preset?.values["cpu"]);
    const parsed = speed === undefined ? undefined : speedField.parse(speed);
    if (parsed !== undefined && "value" in parsed)
        return parsed.value;
    const known = [...(isMap(hosts) ? Object.keys(hosts) : []), ...presets.keys()];
    if (!known.includes(name)) {
        const guess = nearest(name, known);
        into.error(path, {
            message: `unknown core "${name}"`,
            expected: `a host of this scenario, a host preset (${listed([...presets.values()].flatMap((each) => (each.variantOf === undefined ? each.name : [])))} or a variant), or a speed such as "289 points"`,
            ...(guess === undefined ? {} : { fix: `did you mean "${guess}"?` }),
        });
    }
    return 1;
}
function speedOf(cpu) {
    const speed = isMap(cpu) ? cpu["speed"] : undefined;
    return isMap(speed) && isPresetValue(speed) ? speed["value"] : undefined;
}
