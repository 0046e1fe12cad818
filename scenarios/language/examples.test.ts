/** What there are several of - units, arrival processes, keep-alive policies - can each be written with the examples of its own fields, and runs. */
import { describe, expect, test } from "vitest";
import { simulate } from "../../models/index.ts";
import { run } from "../../models/testing/specs.ts";
import { scenarioJsonSchema } from "./load.ts";
import { app, deployment, type Files, load, type Sections } from "./testing/scenario.ts";

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly { readonly required: readonly [string] }[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema;
  readonly examples?: readonly unknown[];
}

/** A value that the schema takes, of its examples: what has to be there, and no more. */
function exampleOf({ examples, anyOf, properties = {}, required = [] }: Schema): unknown {
  if (examples !== undefined) return examples[0];
  if (anyOf !== undefined) return exampleOf(anyOf[0]);
  return Object.fromEntries(required.map((key) => [key, exampleOf(properties[key])]));
}

/** Every alternative of `schema`, which takes exactly one of several, by its key. */
function alternativesOf(schema: Schema): (readonly [key: string, text: string])[] {
  const map = [schema, ...(schema.anyOf ?? [])].find(({ oneOf }) => oneOf !== undefined) as Required<Schema>;
  return map.oneOf.map(({ required: [key] }) => [key, JSON.stringify({ [key]: exampleOf(map.properties[key]) })] as const);
}

const root = scenarioJsonSchema() as Required<Schema>;
const sectionOf = (key: string) => root.properties[key].additionalProperties as Required<Schema>;
const units = sectionOf("deployments").properties;
const unitKeys = sectionOf("deployments")
  .oneOf.map(({ required: [key] }) => key)
  .filter((key) => key !== "apps");

/** Requests that are answered in 20 s; a violation of the audit throws. */
async function answered(sections: Sections, files: Files = {}): Promise<number> {
  const { deployments } = await load(sections, files);
  const [app] = simulate(run(deployments[0].spec, { tenants: 2, duration: 20 })).apps;
  return app.slices.reduce((sum, { completed }) => sum + completed, 0);
}

describe("units", () => {
  test("are found", () => expect(unitKeys).toEqual(expect.arrayContaining(["vm", "container", "function"])));

  test.each(unitKeys)("%s", async (key) => {
    expect(await answered(deployment(`${key}: ${JSON.stringify(exampleOf(units[key]))}`))).toBeGreaterThan(0);
  });
});

describe("arrival processes", () => {
  const files = { "trace.csv": `TIMESTAMP\n${Array.from({ length: 100 }, (_, k) => k).join("\n")}\n` };
  test.each(alternativesOf(sectionOf("apps").properties["arrivals"].anyOf?.[0] as Schema))("%s", async (_, text) => {
    expect(await answered(app({ arrivals: text }), files)).toBeGreaterThan(0);
  });
});

describe("keep-alive policies", () => {
  test.each(alternativesOf((units["function"] as Required<Schema>).properties["keepAlive"]))("%s", async (_, text) => {
    expect(await answered(deployment(`function: { runtime: go, keepAlive: ${text} }`))).toBeGreaterThan(0);
  });
});
