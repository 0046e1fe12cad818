/** The objective: what counts as good enough. */
import { z } from "zod";
import type { Objective } from "../../scenario.ts";
import type { Path } from "../text/document.ts";
import { quantity, time } from "../text/fields.ts";
import { exactlyOne } from "../text/maps.ts";
import type { Compilation } from "../text/resolve.ts";

const PERCENTILES = ["p50", "p90", "p95", "p99", "p99.9"] as const;
const latencyField = time({ about: "Limit of this percentile of the response time.", above: "0 s", max: "24 h", example: "250 ms" });
const errorsField = quantity("share", {
  about: "Largest share of requests that may fail.",
  max: "100 %",
  fallback: "1 %",
  example: "1 %",
});

export const objectiveSchema = z
  .strictObject({
    latency: exactlyOne(
      Object.fromEntries(PERCENTILES.map((name) => [name, latencyField.schema])),
      "One percentile of the response time and its limit.",
    ),
    errors: errorsField.schema.optional(),
  })
  .meta({ description: "What counts as good enough.", examples: [{ latency: { p99: "250 ms" }, errors: "1 %" }] });

export function compileObjective(into: Compilation): Objective {
  const path: Path = ["objective", "latency"];
  const raw = into.raw(path) as Readonly<Record<string, unknown>>;
  const name = PERCENTILES.find((each) => raw[each] !== undefined) as (typeof PERCENTILES)[number];
  const latency = into.single(latencyField, [...path, name]);
  return { percentile: Number(name.slice(1)), latency, errors: into.single(errorsField, ["objective", "errors"]) };
}
