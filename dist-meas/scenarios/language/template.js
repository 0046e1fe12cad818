/** The scenario that `plimsoll init` writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../presets/library.js";
/** Text of a commented scenario to start from. */
export function template() {
    return readFileSync(join(packageRoot(), "scenarios", "shipped", "iot-gateway.yaml"), "utf8");
}
