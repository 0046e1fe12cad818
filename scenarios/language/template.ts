/** The scenario that `plimsoll init` writes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../presets/library.ts";

/** Text of a commented scenario to start from. */
export function template(): string {
  return readFileSync(join(packageRoot(), "scenarios", "shipped", "iot-gateway.yaml"), "utf8");
}
