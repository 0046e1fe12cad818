/** The schema of a scenario file. It checks the form; what the values mean together is checked when they are compiled. */
import { z } from "zod";
import { appSchema } from "./sections/app.ts";
import { deploymentSchema } from "./sections/deployment.ts";
import { experimentSchema } from "./sections/experiment.ts";
import { hostSchema } from "./sections/host.ts";
import { objectiveSchema } from "./sections/objective.ts";
import { count, text } from "./text/fields.ts";
import { FREE_KEYS } from "./text/json-schema.ts";
import { named } from "./text/maps.ts";
import type { Presets } from "./text/presets.ts";

/** One for each library: building it takes longer than checking a file. */
const schemas = new WeakMap<Presets, z.ZodType>();

/** Of a whole scenario file. Names of the library's presets are part of it. */
export function scenarioSchema(presets: Presets): z.ZodType {
  const schema = schemas.get(presets) ?? build(presets);
  schemas.set(presets, schema);
  return schema;
}

function build(presets: Presets): z.ZodType {
  return z
    .strictObject({
      plimsoll: count({ about: "Version of the scenario language.", min: 1, max: 1 }).schema,
      title: text({ about: "One line for the report.", example: "Sensor pipelines on one gateway" }).schema.optional(),
      hosts: named(hostSchema(presets), "Machines by name."),
      apps: named(appSchema(), "Applications by name."),
      deployments: named(deploymentSchema(presets), "Ways to run them, by name."),
      objective: objectiveSchema,
      experiment: experimentSchema.optional(),
    })
    .meta({
      title: "Plimsoll scenario",
      description: "A scenario: machines, applications, ways to run them, and what counts as good enough.",
      ...FREE_KEYS,
    });
}
