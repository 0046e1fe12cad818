/** CPU demands: how long a request computes, drawn from a distribution or summed over columns of a trace. */
import { z } from "zod";
import { count, ratio, time } from "../text/fields.js";
import { described } from "../text/json-schema.js";
import { exactlyOne, group } from "../text/maps.js";
import { formatQuantity } from "../text/quantities.js";
import { longestWork } from "./common.js";
import { compileCoreSpeed, coreName } from "./core.js";
const drawn = (distribution) => ({ kind: "drawn", distribution });
/** A distribution with one parameter, which stands alone. */
const single = (field, spec) => ({
    schema: field.schema,
    compile: (path, into) => drawn(spec(into.single(field, path))),
});
/** A distribution with several parameters; `check` sees whether they fit together. */
const several = (about, fields, spec, check) => ({
    schema: group(fields, about),
    compile(path, into) {
        const values = into.resolve(fields, { path });
        check?.(values, path, into);
        return drawn(spec(values));
    },
});
const positive = (about, example) => time({ about, above: "0 s", example, ...longestWork });
const mean = positive("Mean.", "4 ms");
const cv = ratio({ about: "Coefficient of variation: standard deviation over mean.", above: 0, max: 100, example: 1.5 });
const lognormalFields = {
    mean,
    cv,
    median: positive("Median: half of all are below.", "3 ms"),
    p90: positive("90th percentile: one in ten is above.", "12 ms"),
    p95: positive("95th percentile: one in twenty is above.", "15 ms"),
    p99: positive("99th percentile: one in a hundred is above.", "20 ms"),
};
const LOGNORMAL = {
    message: "a lognormal distribution needs two values",
    expected: "mean and cv, or median and one of p90, p95, p99",
    fix: 'write for example "{ median: 3 ms, p99: 20 ms }"',
};
const lognormal = {
    schema: z
        .strictObject(Object.fromEntries(Object.entries(lognormalFields).map(([key, each]) => [key, each.schema.optional()])))
        .refine((value) => isLognormal(Object.keys(value)), { params: { problem: LOGNORMAL } })
        .meta({
        description: "Lognormal, from mean and cv, or from the median and a percentile.",
        examples: [{ median: "3 ms", p99: "20 ms" }],
    }),
    compile(path, into) {
        const raw = into.raw(path);
        const value = (key) => into.single(lognormalFields[key], [...path, key]);
        if ("mean" in raw)
            return drawn({ kind: "lognormal", mean: value("mean"), cv: value("cv") });
        const percentile = Object.keys(raw).find((key) => key !== "median");
        const [median, upper] = [value("median"), value(percentile)];
        if (upper <= median) {
            into.error([...path, percentile], {
                message: `${percentile} is not above the median`,
                expected: `more than ${formatQuantity(median, "time")}`,
            });
        }
        return drawn({ kind: "lognormal", median, percentile: Number(percentile.slice(1)), value: upper });
    },
};
function isLognormal(keys) {
    const others = keys.filter((key) => key !== "mean" && key !== "median" && key !== "cv");
    if (keys.length !== 2)
        return false;
    return keys.includes("mean") ? keys.includes("cv") : keys.includes("median") && others.length === 1;
}
const empiricalFields = {
    values: time({ about: "A measured time.", example: "3 ms", ...longestWork }),
    weights: ratio({ about: "Its weight.", max: 1e9, example: 1 }),
};
const empirical = {
    schema: z
        .strictObject({
        values: described(z.array(empiricalFields.values.schema).min(1), "Measured times.", ["2 ms", "9 ms"]),
        weights: described(z.array(empiricalFields.weights.schema).min(1), "A weight for each; left out, all weigh the same.", [3, 1]).optional(),
    })
        .meta({ description: "Measured values, drawn by weight.", examples: [{ values: ["2 ms", "9 ms"], weights: [3, 1] }] }),
    compile(path, into) {
        const list = (key) => into.raw([...path, key]).map((_, index) => into.single(empiricalFields[key], [...path, key, index]));
        const values = list("values");
        if (into.raw([...path, "weights"]) === undefined)
            return drawn({ kind: "empirical", values });
        const weights = list("weights");
        if (weights.length !== values.length) {
            into.error([...path, "weights"], {
                message: `${weights.length} weights for ${values.length} values`,
                expected: "one weight for each value",
            });
        }
        if (!weights.some((weight) => weight > 0))
            into.error([...path, "weights"], { message: "all weights are 0", expected: "at least one above 0" });
        return drawn({ kind: "empirical", values, weights });
    },
};
/** CPU time per unit of a trace column. */
const perUnit = time({ about: "CPU time for each unit of the column's value.", example: "8 ms", ...longestWork });
const columns = {
    schema: z
        .record(z.string(), perUnit.schema)
        .meta({ description: "Sum over trace columns: value times this much CPU time each.", examples: [{ GeneratedTokens: "8 ms" }] }),
    compile(path, into) {
        const names = Object.keys(into.raw(path));
        return { kind: "columns", secondsPer: Object.fromEntries(names.map((name) => [name, into.single(perUnit, [...path, name])])) };
    },
};
/** By their keys. */
const DEMANDS = {
    constant: single(time({ about: "Always this.", example: "4 ms", ...longestWork }), (value) => ({ kind: "constant", value })),
    exponential: single(positive("Exponential with this mean.", "4 ms"), (each) => ({ kind: "exponential", mean: each })),
    uniform: several("Uniform between two bounds.", {
        low: time({ about: "Lower bound.", example: "2 ms", ...longestWork }),
        high: time({ about: "Upper bound.", example: "6 ms", ...longestWork }),
    }, (values) => ({ kind: "uniform", ...values }), ({ low, high }, path, into) => {
        if (low <= high)
            return;
        into.error([...path, "high"], {
            message: "the upper bound is below the lower one",
            expected: `at least ${formatQuantity(low, "time")}`,
            fix: "exchange the two",
        });
    }),
    erlang: several("Erlang: the sum of several exponential stages.", { mean, stages: count({ about: "Stages.", min: 1, max: 1000, example: 4 }) }, (values) => ({ kind: "erlang", ...values })),
    gamma: several("Gamma.", { mean, cv }, (values) => ({ kind: "gamma", ...values })),
    hyperexponential: several("Hyperexponential with balanced means: more variable than exponential.", { mean, cv: ratio({ about: "Coefficient of variation, at least 1.", min: 1, max: 100, example: 2 }) }, (values) => ({ kind: "hyperexponential", ...values })),
    weibull: several("Weibull.", {
        shape: ratio({
            about: "Shape; below 1 heavier-tailed than exponential.",
            min: 0.1,
            max: 100,
            because: "at 0.1 the coefficient of variation is 430 already",
            example: 0.7,
        }),
        scale: positive("Scale.", "4 ms"),
    }, (values) => ({ kind: "weibull", ...values })),
    pareto: several("Pareto: heavy-tailed.", {
        shape: ratio({ about: "Shape; the mean is infinite at 1 and below, so more than 1.", above: 1, max: 100, example: 2.5 }),
        minimum: positive("Smallest value.", "1 ms"),
    }, (values) => ({ kind: "pareto", ...values })),
    lognormal,
    empirical,
    columns,
};
/** A demand, and `on` which core it was measured. */
export const demandSchema = () => exactlyOne(Object.fromEntries(Object.entries(DEMANDS).map(([key, { schema }]) => [key, schema])), "Compute; how long, and on which core that was measured.", { on: coreName.schema });
export function compileDemand(path, into) {
    const key = Object.keys(into.raw(path)).find((each) => each !== "on");
    const demand = DEMANDS[key].compile([...path, key], into);
    return { demand, speed: compileCoreSpeed([...path, "on"], into) };
}
/** Columns of a trace that the demand at `path` names; undefined if it is none of columns. */
export function columnsOf(path, into) {
    const raw = into.raw([...path, "columns"]);
    return raw === undefined ? undefined : Object.keys(raw);
}
