/** Access patterns: which pages of its working set an application refers to. */
import type { AccessSpec } from "../../../models/index.ts";
import { custom, type Field, ratio, share, shown, time } from "../text/fields.ts";
import { toJsonSchema } from "../text/json-schema.ts";
import { isMap } from "../text/maps.ts";
import type { Parsed } from "../text/problem.ts";
import { longestGap } from "./common.ts";

const zipfExponent = ratio({ about: "Exponent.", above: 0, max: 4, example: 0.9 });
const phaseFields = {
  every: time({ about: "Time between moves.", above: "0 s", example: "30 s", ...longestGap }),
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

function formOf({ schema }: Field<unknown>): object {
  const { $schema: _, ...form } = toJsonSchema(schema);
  return form;
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

export const accessField = custom(
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
            every: formOf(phaseFields.every),
            share: formOf(phaseFields.share),
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
