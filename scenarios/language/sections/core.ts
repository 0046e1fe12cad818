/** The core that a CPU time was measured on, wherever a scenario states one. */
import { text } from "../text/fields.ts";
import type { Path } from "../text/document.ts";
import { isMap } from "../text/maps.ts";
import { isPresetValue, presetName } from "../text/presets.ts";
import { parseQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import { listed, nearest } from "../text/suggest.ts";
import { cpuFields } from "./cpu.ts";
import { HOSTS } from "./host.ts";

const { speed: speedField } = cpuFields.fields;

export const coreName = text({
  about:
    "The core it was measured on: a host preset, a host of this scenario, or a speed such as `289 points`. Scaled to the host's speed.",
  example: "raspberry-pi-4",
});

/** Speed of the core that a demand was measured on: of a host preset, of a host of this scenario, or as written [points]. */
export function compileCoreSpeed(path: Path, into: Compilation): number {
  const name = into.single(coreName, path);
  if ("value" in parseQuantity(name, "speed")) {
    const speed = speedField.parse(name);
    if ("value" in speed) return speed.value;
    into.error(path, speed.problem);
    return 1;
  }
  return speedOfHost(name, path, into);
}

/** The same where a time says nothing of its core: that of the only host there is. `written` is the time, for the fix. */
export function compileOnlyCoreSpeed(path: Path, written: string, into: Compilation): number {
  const hosts = into.raw(["hosts"]);
  const names = isMap(hosts) ? Object.keys(hosts) : [];
  if (names.length === 1) {
    into.record([...path, "on"], `${names[0]}, the only host`, "default");
    return speedOfHost(names[0] as string, path, into);
  }
  if (names.length > 1) {
    into.error(path, {
      message: `"${written}" does not say on which core it was measured, and there are ${names.length} hosts`,
      expected: "the time and its core; a time alone is measured on the only host",
      fix: `write "{ constant: ${written}, on: ${names[0]} }"`,
    });
  }
  return 1;
}

/** Speed of a host of this scenario, or of a preset [points]. */
function speedOfHost(name: string, path: Path, into: Compilation): number {
  const hosts = into.raw(["hosts"]);
  const presets = into.presets.of(HOSTS.kind);
  const own = isMap(hosts) ? hosts[name] : undefined;
  const preset = presets.get(presetName(own) ?? name);
  const cpu = isMap(own) ? own["cpu"] : undefined;
  const speed = (isMap(cpu) ? cpu["speed"] : undefined) ?? speedOf(preset?.values["cpu"]);
  const parsed = speed === undefined ? undefined : speedField.parse(speed);
  if (parsed !== undefined && "value" in parsed) return parsed.value;
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

function speedOf(cpu: unknown): unknown {
  const speed = isMap(cpu) ? cpu["speed"] : undefined;
  return isMap(speed) && isPresetValue(speed as never) ? speed["value"] : undefined;
}
