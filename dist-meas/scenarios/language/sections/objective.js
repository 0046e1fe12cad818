/** The objective: what counts as good enough, for all applications alike or for each. */
import { z } from "zod";
import { OBJECTIVE_STATISTICS } from "../../objective.js";
import { quantity, time, unknownWord } from "../text/fields.js";
import { FREE_KEYS } from "../text/json-schema.js";
import { exactlyOne, isMap } from "../text/maps.js";
const latencyField = time({ about: "Limit of this statistic of the response time.", above: "0 s", max: "24 h", example: "250 ms" });
const errorsField = quantity("share", {
    about: "Largest share of requests that may fail.",
    max: "100 %",
    fallback: "1 %",
    example: "1 %",
});
const latencySchema = exactlyOne(Object.fromEntries(OBJECTIVE_STATISTICS.map((name) => [name, latencyField.schema])), "The mean or one percentile of the response time, and its limit.");
/** The word for an application without an objective: it is simulated, and decides nothing. */
const NONE = "none";
const DEFAULT = "default";
const one = z
    .strictObject({ latency: latencySchema, errors: errorsField.schema.optional() })
    .meta({ description: "What counts as good enough for one application.", examples: [{ latency: { p99: "100 ms" }, errors: "1 %" }] });
const oneOrNone = z
    .union([one, z.literal(NONE)])
    .meta({ description: `Of the application with this name; \`${NONE}\`: it decides nothing.` });
export const objectiveSchema = z
    .object({
    latency: latencySchema.optional(),
    errors: errorsField.schema.optional(),
    [DEFAULT]: oneOrNone.optional().meta({ description: "Of every application that has none of its own." }),
})
    .catchall(oneOrNone)
    .meta({
    description: "What counts as good enough: `latency` and `errors` hold for every application by itself; beside them, or beside `default`, stand objectives of single applications by name. An application that has neither must be said to have `none`.",
    examples: [
        { latency: { p99: "250 ms" }, errors: "1 %" },
        { camera: { latency: { p95: "100 ms" } }, [DEFAULT]: { latency: { p99: "1 s" } } },
    ],
    ...FREE_KEYS,
});
/** By application, for those that have one. */
export function compileObjectives(into, apps) {
    const path = ["objective"];
    const raw = into.raw(path);
    const common = commonPath(raw, into);
    const fallback = common === undefined || into.raw(common) === NONE ? undefined : compileOne(into, common);
    for (const name of Object.keys(raw)) {
        const words = ["latency", "errors", DEFAULT];
        if (!words.includes(name) && !apps.includes(name))
            into.error([...path, name], unknownWord(name, [...apps, ...words], "application"), "key");
    }
    const objectives = new Map();
    const forgotten = [];
    for (const app of apps) {
        const own = raw[app];
        if (isMap(own) && app !== "latency")
            objectives.set(app, compileOne(into, [...path, app]));
        else if (own === undefined && fallback !== undefined)
            objectives.set(app, fallback);
        else if (own === undefined && common === undefined)
            forgotten.push(app);
        else
            into.record([...path, app], NONE, own === undefined ? "default" : undefined);
    }
    if (forgotten.length > 0 && raw["errors"] === undefined) {
        into.error(path, {
            message: `no objective for ${forgotten.join(", ")}`,
            expected: `one for every application, or "${DEFAULT}"`,
            fix: `add "${forgotten[0]}: ${NONE}" if nothing is asked of it`,
        }, "key");
    }
    if (objectives.size === 0 && forgotten.length === 0) {
        into.error(path, { message: "no application has an objective", expected: "one for at least one application" }, "key");
    }
    return objectives;
}
/** Where the objective of applications without one of their own stands. */
function commonPath(raw, into) {
    const inline = raw["latency"] !== undefined;
    if (inline && raw[DEFAULT] !== undefined) {
        into.error(["objective", DEFAULT], { message: `"latency" says the same as "${DEFAULT}"`, expected: "one of them" }, "key");
    }
    if (!inline && raw["errors"] !== undefined) {
        into.error(["objective", "errors"], { message: '"errors" without "latency"', expected: "both, or neither" }, "key");
    }
    if (inline)
        return ["objective"];
    return raw[DEFAULT] === undefined ? undefined : ["objective", DEFAULT];
}
function compileOne(into, path) {
    const raw = into.raw([...path, "latency"]);
    const statistic = OBJECTIVE_STATISTICS.find((each) => raw[each] !== undefined);
    const latency = into.single(latencyField, [...path, "latency", statistic]);
    return { statistic, latency, errors: into.single(errorsField, [...path, "errors"]) };
}
