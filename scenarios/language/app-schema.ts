/** Schema of `apps`: arrivals, request steps, demands, memory. */
import { z } from "zod";
import { count, custom, described, flag, orWord, quantity, ratio, share, shown, size, text, time } from "./fields.ts";
import type { AccessSpec } from "../../models/os/memory/access-pattern.ts";
import { exactlyOne, group, isMap, oneOrMany } from "./schema-parts.ts";
import type { Parsed } from "./units.ts";

const gap = { max: "2400 h", because: "that is the longest run" } as const;
const work = { max: "1 h", because: "a request is not a batch job" } as const;
const positive = (about: string, example = "4 ms") => time({ about, above: "0 s", example, ...work });
const mean = () => positive("Mean.");
const cv = (above: number) => ratio({ about: "Coefficient of variation: standard deviation over mean.", above, max: 100, example: 1.5 });
const payload = { max: "16 GiB", because: "one request carries it" } as const;

/** Column of a trace with the time of day, and so on: plain names. */
const columnName = (about: string, fallback?: string) =>
  text({ about, ...(fallback === undefined ? {} : { fallback }), example: "TIMESTAMP" });

const oneCustomer = { min: "1 us", max: "2400 h", because: "one tenant is one customer, and that is the longest run" } as const;

export const periodicFields = {
  every: time({ about: "Time from one message to the next.", example: "1 s", ...oneCustomer }),
  jitter: time({ about: "Each message is moved by up to this much, earlier or later.", fallback: "0 s", example: "200 ms", ...gap }),
} as const;

export const burstFields = {
  every: time({ about: "Mean time between the starts of bursts.", example: "15 s", ...oneCustomer }),
  size: ratio({ about: "Mean number of messages in a burst (geometric).", min: 1, max: 1e6, example: 10 }),
  gap: time({ about: "Time between the messages of a burst.", fallback: "0 s", example: "50 ms", ...gap }),
} as const;

export const traceFields = {
  file: text({ about: "CSV file with a header row; relative to the scenario file.", example: "trace.csv" }),
  time: columnName("Column with the arrival times: seconds, or `2023-11-16 18:17:03.9799600`. Ascending.", "TIMESTAMP"),
  share: share({ about: "Each tenant takes each row with this probability.", above: "0 %", fallback: "100 %", example: "5 %" }),
  speed: ratio({ about: "How many times faster than recorded the trace is replayed.", above: 0, max: 1e6, fallback: 1, example: 2 }),
  attribution: text({
    about: "Who made the trace and under which licence; printed in every report.",
    fallback: "none",
    example: "Azure Public Dataset, CC-BY 4.0",
  }),
} as const;

const rate = quantity("rate", {
  about: "Independent arrivals at this mean rate (Poisson process), of one tenant.",
  above: "0/s",
  max: "1000000/s",
  because: "one tenant is one customer",
  example: "5/s",
});

const arrival = () =>
  exactlyOne(
    {
      poisson: rate.schema,
      periodic: group(periodicFields, "One message after the other at a fixed distance; each tenant begins at a random moment."),
      bursts: group(burstFields, "Bursts of messages at random moments."),
      trace: group(traceFields, "Recorded arrivals, replayed from a random row on and around the end."),
    },
    "One stream of requests.",
  );

export const poissonRate = rate;

/** CPU time per unit of a trace column. */
export const perUnit = time({ about: "CPU time for each unit of the column's value.", example: "8 ms", ...work });

export const coreName = text({
  about:
    "The core it was measured on: a host preset, a host of this scenario, or a speed such as `289 points`. Scaled to the host's speed.",
  example: "raspberry-pi-4",
});

const lists = {
  values: time({ about: "A measured time.", example: "3 ms", ...work }),
  weights: ratio({ about: "Its weight.", max: 1e9, example: 1 }),
};

export const distributions = {
  constant: { about: "Always the same.", scalar: time({ about: "Always this.", example: "4 ms", ...work }) },
  exponential: { about: "Exponential.", scalar: time({ about: "Exponential with this mean.", above: "0 s", example: "4 ms", ...work }) },
  uniform: {
    about: "Uniform between two bounds.",
    fields: {
      low: time({ about: "Lower bound.", example: "2 ms", ...work }),
      high: time({ about: "Upper bound.", example: "6 ms", ...work }),
    },
  },
  erlang: {
    about: "Erlang: the sum of several exponential stages.",
    fields: { mean: mean(), stages: count({ about: "Stages.", min: 1, max: 1000, example: 4 }) },
  },
  gamma: { about: "Gamma.", fields: { mean: mean(), cv: cv(0) } },
  hyperexponential: {
    about: "Hyperexponential with balanced means: more variable than exponential.",
    fields: { mean: mean(), cv: ratio({ about: "Coefficient of variation, at least 1.", min: 1, max: 100, example: 2 }) },
  },
  weibull: {
    about: "Weibull.",
    fields: {
      shape: ratio({
        about: "Shape; below 1 heavier-tailed than exponential.",
        min: 0.1,
        max: 100,
        because: "at 0.1 the coefficient of variation is 430 already",
        example: 0.7,
      }),
      scale: time({ about: "Scale.", above: "0 s", example: "4 ms", ...work }),
    },
  },
  pareto: {
    about: "Pareto: heavy-tailed.",
    fields: {
      shape: ratio({ about: "Shape; the mean is infinite at 1 and below, so more than 1.", above: 1, max: 100, example: 2.5 }),
      minimum: time({ about: "Smallest value.", above: "0 s", example: "1 ms", ...work }),
    },
  },
} as const;

export const lognormalFields = {
  mean: mean(),
  cv: cv(0),
  median: positive("Median: half of all are below.", "3 ms"),
  p90: positive("90th percentile: one in ten is above.", "12 ms"),
  p95: positive("95th percentile: one in twenty is above.", "15 ms"),
  p99: positive("99th percentile: one in a hundred is above.", "20 ms"),
} as const;
export const empiricalFields = lists;

const LOGNORMAL = {
  message: "a lognormal distribution needs two values",
  expected: "mean and cv, or median and one of p90, p95, p99",
  fix: 'write for example "{ median: 3 ms, p99: 20 ms }"',
};

const cpu = () => {
  const shapes: Record<string, z.ZodType> = {};
  for (const [name, { about, ...form }] of Object.entries(distributions)) {
    shapes[name] = "scalar" in form ? form.scalar.schema : group(form.fields, about);
  }
  const lognormal = z
    .strictObject(Object.fromEntries(Object.entries(lognormalFields).map(([key, each]) => [key, each.schema.optional()])))
    .refine((value) => isLognormal(Object.keys(value)), { params: { problem: LOGNORMAL } })
    .meta({
      description: "Lognormal, from mean and cv, or from the median and a percentile.",
      examples: [{ median: "3 ms", p99: "20 ms" }],
    });
  const empirical = z
    .strictObject({
      values: described(z.array(lists.values.schema).min(1), "Measured times.", ["2 ms", "9 ms"]),
      weights: described(z.array(lists.weights.schema).min(1), "A weight for each; left out, all weigh the same.", [3, 1]).optional(),
    })
    .meta({ description: "Measured values, drawn by weight.", examples: [{ values: ["2 ms", "9 ms"], weights: [3, 1] }] });
  const columns = z
    .record(z.string(), perUnit.schema)
    .meta({ description: "Sum over trace columns: value times this much CPU time each.", examples: [{ GeneratedTokens: "8 ms" }] });
  return exactlyOne({ ...shapes, lognormal, empirical, columns }, "Compute; how long, and on which core that was measured.", {
    on: coreName.schema,
  });
};

export function isLognormal(keys: readonly string[]): boolean {
  const others = keys.filter((key) => key !== "mean" && key !== "median" && key !== "cv");
  if (keys.length !== 2) return false;
  return keys.includes("mean") ? keys.includes("cv") : keys.includes("median") && others.length === 1;
}

export const stepFields = {
  touch: count({
    about: "Reference this many pages of the working set, by its access pattern.",
    min: 0,
    max: 1e6,
    because: "each one is simulated",
    example: 64,
  }),
  read: size({ about: "Read from the disk, past all caches.", above: "0 B", example: "4 KiB", ...payload }),
  write: size({ about: "Write to the disk and wait for it.", above: "0 B", example: "4 KiB", ...payload }),
  bufferedRead: size({
    about: "Read from the application's data files, through the page cache.",
    above: "0 B",
    example: "4 KiB",
    ...payload,
  }),
  bufferedWrite: size({
    about: "Write to the application's data files: to the page cache, which goes to the disk in the background.",
    above: "0 B",
    example: "4 KiB",
    ...payload,
  }),
  reply: size({ about: "Send the answer: the last step.", example: "512 B", ...payload }),
} as const;

const step = () =>
  exactlyOne(
    { cpu: cpu(), ...Object.fromEntries(Object.entries(stepFields).map(([key, each]) => [key, each.schema])) },
    "One step of a request.",
  );

const zipfExponent = ratio({ about: "Exponent.", above: 0, max: 4, example: 0.9 });
const phaseFields = {
  every: time({ about: "Time between moves.", above: "0 s", example: "30 s", ...gap }),
  share: share({ about: "Share of the working set that is new after a move.", above: "0 %", example: "50 %" }),
};
const ACCESS = "uniform, scan, { zipf: EXPONENT } or { phases: { every: TIME, share: PERCENT } }";

function parseAccess(raw: unknown): Parsed<AccessSpec> {
  if (raw === "uniform" || raw === "scan") return { value: { kind: raw } };
  const keys = isMap(raw) ? Object.keys(raw) : [];
  if (!isMap(raw) || keys.length !== 1) return { problem: { message: `found ${shown(raw)}`, expected: ACCESS } };
  if (keys[0] === "zipf") {
    const exponent = zipfExponent.parse(raw["zipf"]);
    return "value" in exponent ? { value: { kind: "zipf", exponent: exponent.value } } : exponent;
  }
  const phases = raw["phases"];
  if (!isMap(phases)) return { problem: { message: `unknown access pattern "${keys[0]}"`, expected: ACCESS } };
  const unknown = Object.keys(phases).find((key) => !(key in phaseFields));
  if (unknown !== undefined) return { problem: { message: `unknown key "${unknown}" of phases`, expected: "every and share" } };
  const every = phaseFields.every.parse(phases["every"]);
  if ("problem" in every) return { problem: { ...every.problem, message: `phases.every: ${every.problem.message}` } };
  const part = phaseFields.share.parse(phases["share"]);
  if ("problem" in part) return { problem: { ...part.problem, message: `phases.share: ${part.problem.message}` } };
  return { value: { kind: "phases", every: every.value, share: part.value } };
}

function formatAccess(access: AccessSpec): string {
  if (access.kind === "zipf") return `Zipf, exponent ${access.exponent}`;
  if (access.kind === "phases") return `phases of ${phaseFields.every.format(access.every)}, ${phaseFields.share.format(access.share)} new`;
  return access.kind;
}

/** JSON Schema of an access pattern that has parameters. */
function accessMap(key: string, about: string, example: unknown, schema: object): object {
  return {
    type: "object",
    description: "An access pattern with its parameters.",
    examples: [{ [key]: example }],
    properties: { [key]: { ...schema, description: about, examples: [example] } },
    required: [key],
    additionalProperties: false,
    patternProperties: { "^x-": {} },
  };
}

const accessField = custom(
  parseAccess,
  formatAccess,
  {
    anyOf: [
      { type: "string", enum: ["uniform", "scan"] },
      accessMap("zipf", "The k-th most popular page with probability proportional to k to the power of minus this.", 0.9, {
        type: "number",
        exclusiveMinimum: 0,
        maximum: 4,
      }),
      accessMap(
        "phases",
        "The working set moves on through code and heap.",
        { every: "30 s", share: "50 %" },
        {
          type: "object",
          properties: {
            every: { type: "string", description: "Time between moves.", examples: ["30 s"] },
            share: { type: "string", description: "Share of the working set that is new after a move.", examples: ["50 %"] },
          },
          required: ["every", "share"],
          additionalProperties: false,
          patternProperties: { "^x-": {} },
        },
      ),
    ],
  },
  {
    about:
      "Which pages of the working set are referred to: `uniform`; by popularity (`zipf`); one after the other (`scan`); or uniform in a working set that moves on through code and heap (`phases`).",
    fallback: "uniform",
    example: { zipf: 0.9 },
  },
);

export const appFields = {
  message: size({ about: "Size of a request on the wire.", fallback: "256 B", example: "256 B", ...payload }),
  memory: {
    code: size({ about: "Program text and read-only files; shared where the page cache is.", example: "12 MiB", max: "1 TiB" }),
    heap: size({ about: "Memory of its own, that only swap can hold when it has to leave.", example: "30 MiB", max: "1 TiB" }),
    workingSet: size({ about: "Pages in current use, of code and heap in proportion.", example: "20 MiB", max: "1 TiB" }),
    access: accessField,
    data: size({
      about: "Data files that buffered reads and writes use.",
      fallback: "0 B",
      example: "200 MiB",
      max: "1 TiB",
    }),
    layer: text({
      about: "Content of the program files, such as a layer's digest: applications that name the same one share its pages; or `own`.",
      fallback: "own",
      example: "sha256:4bcf",
    }),
    dirtyShare: share({ about: "Probability that a reference to a heap page writes to it.", fallback: "50 %", example: "50 %" }),
  },
  pageWalkShare: share({
    about: "Share of native run time spent in page walks when the working set is far beyond the TLB's reach.",
    max: "90 %",
    because: "the rest is the work itself",
    fallback: "5 %",
    example: "5 %",
  }),
  hugePages: flag({
    about: "Whether its system, in a virtual machine the guest, maps its memory by huge pages (2 MiB where base pages have 4 KiB).",
    fallback: false,
  }),
  systemCalls: count({
    about: "System calls of one request; each pays the security module.",
    min: 0,
    max: 1e6,
    fallback: 20,
    because: "a request is not a batch job",
    example: 20,
  }),
  threads: count({ about: "Requests that one instance serves at once.", min: 1, max: 10000, fallback: 8, example: 8 }),
  backlog: count({
    about: "Requests that may wait for a thread of one instance; one more is refused.",
    min: 0,
    max: 1e6,
    fallback: 100,
    example: 100,
  }),
  patience: orWord("forever", time({ about: "", above: "0 s", ...gap }), {
    about: "An answer later than this counts as an error, though it is carried out to the end; or `forever`.",
    fallback: "forever",
    example: "10 s",
  }),
} as const;

export const startCpu = time({ about: "CPU work of the application's own start.", example: "200 ms", max: "1 h" });

export const appSchema = () =>
  group(appFields, "One application; every tenant has one instance of it.", {
    arrivals: oneOrMany(arrival(), "When the requests of one tenant arrive: one stream, or several that add up."),
    request: z
      .array(step())
      .min(1)
      .meta({
        description: "What one request does, step by step.",
        examples: [[{ cpu: { exponential: "4 ms", on: "raspberry-pi-4" } }, { reply: "512 B" }]],
      }),
    start: z
      .strictObject({ cpu: startCpu.schema, on: coreName.schema })
      .meta({
        description: "CPU work of the application's own start, before its first request.",
        examples: [{ cpu: "200 ms", on: "raspberry-pi-4" }],
      })
      .optional(),
  });
