/** Distributions of times, wherever a scenario says how long something takes: a time alone is always the same one. */
import { z } from "zod";
import type { DistributionSpec } from "../../../engine/index.ts";
import type { Path } from "../text/document.ts";
import { type Bounds, count, type Field, ratio, time } from "../text/fields.ts";
import { described } from "../text/json-schema.ts";
import { exactlyOne, group, isMap } from "../text/maps.ts";
import { formatQuantity } from "../text/quantities.ts";
import type { Compilation } from "../text/resolve.ts";
import type { Fields, Values } from "../text/tables.ts";

export interface Distribution {
  readonly schema: z.ZodType;
  /** `path` is that of its own value. */
  compile(path: Path, into: Compilation): DistributionSpec;
}

/** All distributions by their keys, and a time alone. */
export interface Distributions {
  readonly constant: Field<number>;
  readonly kinds: Readonly<Record<string, Distribution>>;
}

/** A distribution with one parameter, which stands alone. */
const single = (field: Field<number>, spec: (value: number) => DistributionSpec): Distribution => ({
  schema: field.schema,
  compile: (path, into) => spec(into.single(field, path)),
});

/** A distribution with several parameters; `check` sees whether they fit together. */
const several = <Table extends Fields>(
  about: string,
  fields: Table,
  spec: (values: Values<Table>) => DistributionSpec,
  check?: (values: Values<Table>, path: Path, into: Compilation) => void,
): Distribution => ({
  schema: group(fields, about),
  compile(path, into) {
    const values = into.resolve(fields, { path });
    check?.(values, path, into);
    return spec(values);
  },
});

const LOGNORMAL = {
  message: "a lognormal distribution needs two values",
  expected: "mean and cv, or median and one of p90, p95, p99",
  fix: 'write for example "{ median: 3 ms, p99: 20 ms }"',
};

function isLognormal(keys: readonly string[]): boolean {
  const others = keys.filter((key) => key !== "mean" && key !== "median" && key !== "cv");
  if (keys.length !== 2) return false;
  return keys.includes("mean") ? keys.includes("cv") : keys.includes("median") && others.length === 1;
}

function lognormal(mean: Field<number>, cv: Field<number>, positive: (about: string, example: string) => Field<number>): Distribution {
  const fields = {
    mean,
    cv,
    median: positive("Median: half of all are below.", "3 ms"),
    p90: positive("90th percentile: one in ten is above.", "12 ms"),
    p95: positive("95th percentile: one in twenty is above.", "15 ms"),
    p99: positive("99th percentile: one in a hundred is above.", "20 ms"),
  } as const;
  return {
    schema: z
      .strictObject(Object.fromEntries(Object.entries(fields).map(([key, each]) => [key, each.schema.optional()])))
      .refine((value) => isLognormal(Object.keys(value)), { params: { problem: LOGNORMAL } })
      .meta({
        description: "Lognormal, from mean and cv, or from the median and a percentile.",
        examples: [{ median: "3 ms", p99: "20 ms" }],
      }),
    compile(path, into) {
      const raw = into.raw(path) as object;
      const value = (key: keyof typeof fields) => into.single(fields[key], [...path, key]);
      if ("mean" in raw) return { kind: "lognormal", mean: value("mean"), cv: value("cv") };
      const percentile = Object.keys(raw).find((key) => key !== "median") as "p90" | "p95" | "p99";
      const [median, upper] = [value("median"), value(percentile)];
      if (upper <= median) {
        into.error([...path, percentile], {
          message: `${percentile} is not above the median`,
          expected: `more than ${formatQuantity(median, "time")}`,
        });
      }
      return { kind: "lognormal", median, percentile: Number(percentile.slice(1)), value: upper };
    },
  };
}

function empirical(measured: Field<number>): Distribution {
  const fields = { values: measured, weights: ratio({ about: "Its weight.", max: 1e9, example: 1 }) };
  return {
    schema: z
      .strictObject({
        values: described(z.array(fields.values.schema).min(1), "Measured times.", ["2 ms", "9 ms"]),
        weights: described(z.array(fields.weights.schema).min(1), "A weight for each; left out, all weigh the same.", [3, 1]).optional(),
      })
      .meta({ description: "Measured values, drawn by weight.", examples: [{ values: ["2 ms", "9 ms"], weights: [3, 1] }] }),
    compile(path, into) {
      const list = (key: keyof typeof fields) =>
        (into.raw([...path, key]) as readonly unknown[]).map((_, index) => into.single(fields[key], [...path, key, index]));
      const values = list("values");
      if (into.raw([...path, "weights"]) === undefined) return { kind: "empirical", values };
      const weights = list("weights");
      if (weights.length !== values.length) {
        into.error([...path, "weights"], {
          message: `${weights.length} weights for ${values.length} values`,
          expected: "one weight for each value",
        });
      }
      if (!weights.some((weight) => weight > 0))
        into.error([...path, "weights"], { message: "all weights are 0", expected: "at least one above 0" });
      return { kind: "empirical", values, weights };
    },
  };
}

/** Those of times within `bounds`. */
export function distributionsWithin(bounds: Bounds): Distributions {
  const positive = (about: string, example: string) => time({ about, above: "0 s", example, ...bounds });
  const constant = time({ about: "Always this.", example: "4 ms", ...bounds });
  const mean = positive("Mean.", "4 ms");
  const cv = ratio({ about: "Coefficient of variation: standard deviation over mean.", above: 0, max: 100, example: 1.5 });
  const kinds: Readonly<Record<string, Distribution>> = {
    constant: single(constant, (value) => ({ kind: "constant", value })),
    exponential: single(positive("Exponential with this mean.", "4 ms"), (each) => ({ kind: "exponential", mean: each })),
    uniform: several(
      "Uniform between two bounds.",
      {
        low: time({ about: "Lower bound.", example: "2 ms", ...bounds }),
        high: time({ about: "Upper bound.", example: "6 ms", ...bounds }),
      },
      (values) => ({ kind: "uniform", ...values }),
      ({ low, high }, path, into) => {
        if (low <= high) return;
        into.error([...path, "high"], {
          message: "the upper bound is below the lower one",
          expected: `at least ${formatQuantity(low, "time")}`,
          fix: "exchange the two",
        });
      },
    ),
    erlang: several(
      "Erlang: the sum of several exponential stages.",
      { mean, stages: count({ about: "Stages.", min: 1, max: 1000, example: 4 }) },
      (values) => ({ kind: "erlang", ...values }),
    ),
    gamma: several("Gamma.", { mean, cv }, (values) => ({ kind: "gamma", ...values })),
    hyperexponential: several(
      "Hyperexponential with balanced means: more variable than exponential.",
      { mean, cv: ratio({ about: "Coefficient of variation, at least 1.", min: 1, max: 100, example: 2 }) },
      (values) => ({ kind: "hyperexponential", ...values }),
    ),
    weibull: several(
      "Weibull.",
      {
        shape: ratio({
          about: "Shape; below 1 heavier-tailed than exponential.",
          min: 0.1,
          max: 100,
          because: "at 0.1 the coefficient of variation is 430 already",
          example: 0.7,
        }),
        scale: positive("Scale.", "4 ms"),
      },
      (values) => ({ kind: "weibull", ...values }),
    ),
    pareto: several(
      "Pareto: heavy-tailed.",
      {
        shape: ratio({ about: "Shape; the mean is infinite at 1 and below, so more than 1.", above: 1, max: 100, example: 2.5 }),
        minimum: positive("Smallest value.", "1 ms"),
      },
      (values) => ({ kind: "pareto", ...values }),
    ),
    lognormal: lognormal(mean, cv, positive),
    empirical: empirical(time({ about: "A measured time.", example: "3 ms", ...bounds })),
  };
  return { constant, kinds };
}

/** Schema of one of them with its parameters under its name, or of a time alone; `others` may stand beside the name. */
export function distributionSchema(
  constant: Field<number>,
  kinds: Readonly<Record<string, { readonly schema: z.ZodType }>>,
  description: { readonly about: string; readonly example: unknown },
  others: Record<string, z.ZodType> = {},
): z.ZodType {
  const { about, example } = description;
  const schemas = Object.fromEntries(Object.entries(kinds).map(([key, { schema }]) => [key, schema]));
  return described(z.union([constant.schema, exactlyOne(schemas, about, others)]), about, example);
}

/** The distribution at `path`. */
export function compileDistribution({ constant, kinds }: Distributions, path: Path, into: Compilation): DistributionSpec {
  const raw = into.raw(path);
  if (!isMap(raw)) return { kind: "constant", value: into.single(constant, path) };
  const key = Object.keys(raw).find((each) => each in kinds) as string;
  return (kinds[key] as Distribution).compile([...path, key], into);
}
