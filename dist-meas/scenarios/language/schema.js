/** The schema of a scenario file. It checks the form; what the values mean together is checked when they are compiled. */
import { z } from "zod";
import { appSchema } from "./sections/app.js";
import { deploymentSchema } from "./sections/deployment.js";
import { experimentSchema } from "./sections/experiment.js";
import { hostSchema } from "./sections/host.js";
import { objectiveSchema } from "./sections/objective.js";
import { count, text } from "./text/fields.js";
import { FREE_KEYS } from "./text/json-schema.js";
import { named } from "./text/maps.js";
/** One for each library: building it takes longer than checking a file. */
const schemas = new WeakMap();
/** Of a whole scenario file. Names of the library's presets are part of it. */
export function scenarioSchema(presets) {
    const schema = schemas.get(presets) ?? build(presets);
    schemas.set(presets, schema);
    return schema;
}
function build(presets) {
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
