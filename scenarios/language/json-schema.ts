/** JSON Schema of scenario files, for editors and other tools. */
import { z } from "zod";
import { scenarioSchema } from "./schema.ts";

/** Draft-07. Names of the presets that ship with this version are part of it. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(scenarioSchema(), { io: "input", target: "draft-7", reused: "inline" });
  return { $schema: schema.$schema, ...schema } as Readonly<Record<string, unknown>>;
}
