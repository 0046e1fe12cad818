/** JSON Schema of scenario files, for editors and other tools. */
import { toJsonSchema } from "./fields.ts";
import { scenarioSchema } from "./schema.ts";

/** Draft-07. Names of the presets that ship with this version are part of it. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return toJsonSchema(scenarioSchema());
}
