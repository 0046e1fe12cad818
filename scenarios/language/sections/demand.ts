/** CPU demands: how long a request computes, drawn from a distribution or summed over columns of a trace. */
import { z } from "zod";
import type { DemandSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { time } from "../text/fields.ts";
import { given, isMap } from "../text/maps.ts";
import type { Compilation } from "../text/resolve.ts";
import { longestWork } from "./common.ts";
import { compileCoreSpeed, compileOnlyCoreSpeed, coreName } from "./core.ts";
import { compileDistribution, distributionSchema, distributionsWithin } from "./distribution.ts";

/** CPU time per unit of a trace column. */
const perUnit = time({ about: "CPU time for each unit of the column's value.", example: "8 ms", ...longestWork });

const columns = {
  schema: z
    .record(z.string(), perUnit.schema)
    .meta({ description: "Sum over trace columns: value times this much CPU time each.", examples: [{ GeneratedTokens: "8 ms" }] }),
  compile(path: Path, into: Compilation): DemandSpec {
    const names = Object.keys(into.raw(path) as object);
    return { kind: "columns", secondsPer: Object.fromEntries(names.map((name) => [name, into.single(perUnit, [...path, name])])) };
  },
};

const distributions = distributionsWithin(longestWork);

/** A demand, and `on` which core it was measured; or a time alone, measured on the only host there is. */
export const demandSchema = (): z.ZodType =>
  distributionSchema(
    distributions.constant,
    { ...distributions.kinds, columns },
    {
      about:
        "Compute; how long, and on which core that was measured. A time alone is always the same, measured on the scenario's only host.",
      example: { exponential: "4 ms", on: "raspberry-pi-4" },
    },
    { on: coreName.schema },
  );

export function compileDemand(path: Path, into: Compilation): { readonly demand: DemandSpec; readonly speed: number } {
  const raw = into.raw(path);
  const demand: DemandSpec = given(raw, "columns")
    ? columns.compile([...path, "columns"], into)
    : { kind: "drawn", distribution: compileDistribution(distributions, path, into) };
  const speed = isMap(raw) ? compileCoreSpeed([...path, "on"], into) : compileOnlyCoreSpeed(path, String(raw), into);
  return { demand, speed };
}

/** Columns of a trace that the demand at `path` names; undefined if it is none of columns. */
export function columnsOf(path: Path, into: Compilation): string[] | undefined {
  const raw = into.raw([...path, "columns"]);
  return raw === undefined ? undefined : Object.keys(raw as object);
}
