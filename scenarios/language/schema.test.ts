import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../presets/library.ts";
import { scenarioJsonSchema } from "./load.ts";
import { scenarioReference } from "./reference.ts";

type Json = Readonly<Record<string, unknown>>;

/** All schemas below one, with their paths. */
function* below(schema: Json, path = ""): Generator<[string, Json]> {
  yield [path, schema];
  for (const [key, value] of Object.entries((schema["properties"] ?? {}) as Record<string, Json>)) yield* below(value, `${path}.${key}`);
  for (const key of ["additionalProperties", "items"]) if (typeof schema[key] === "object") yield* below(schema[key] as Json, `${path}[]`);
  for (const [index, option] of ((schema["anyOf"] ?? []) as Json[]).entries()) yield* below(option, `${path}|${index}`);
}

/** The part of JSON Schema that ours uses; the first violation, or undefined. */
function violation(schema: Json, value: unknown, path = ""): string | undefined {
  const { type, properties, required, additionalProperties, patternProperties, items, anyOf, oneOf } = schema as Record<string, never>;
  const types = type === undefined ? [] : ([type] as unknown[]).flat();
  const is = {
    object: typeof value === "object" && value !== null && !Array.isArray(value),
    array: Array.isArray(value),
    string: typeof value === "string",
    number: typeof value === "number",
    integer: Number.isInteger(value),
    boolean: typeof value === "boolean",
  } as Record<string, boolean>;
  if (types.length > 0 && !types.some((each) => is[String(each)])) return `${path}: not ${String(type)}`;
  if ("const" in schema && schema["const"] !== value) return `${path}: not ${String(schema["const"])}`;
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(value)) return `${path}: not in enum`;
  if (typeof schema["pattern"] === "string" && !new RegExp(schema["pattern"]).test(String(value))) return `${path}: pattern`;
  if (typeof schema["minimum"] === "number" && !((value as number) >= schema["minimum"])) return `${path}: minimum`;
  if (typeof schema["maximum"] === "number" && !((value as number) <= schema["maximum"])) return `${path}: maximum`;
  if (anyOf !== undefined && (anyOf as Json[]).every((each) => violation(each, value, path) !== undefined))
    return `${path}: no alternative fits`;
  if (oneOf !== undefined && (oneOf as Json[]).filter((each) => violation(each, value, path) === undefined).length !== 1)
    return `${path}: not exactly one`;
  if (is["array"])
    for (const [index, item] of (value as unknown[]).entries()) {
      const found = violation((items ?? {}) as Json, item, `${path}[${index}]`);
      if (found) return found;
    }
  if (!is["object"]) return undefined;
  for (const key of (required ?? []) as string[]) if (!(key in (value as object))) return `${path}: ${key} is missing`;
  for (const [key, each] of Object.entries(value as object)) {
    const own = ((properties ?? {}) as Record<string, Json>)[key];
    if (own === undefined && Object.keys((patternProperties ?? {}) as object).some((pattern) => new RegExp(pattern).test(key))) continue;
    if (own === undefined && additionalProperties === false) return `${path}: unknown key ${key}`;
    const found = violation(
      own ?? ((typeof additionalProperties === "object" ? additionalProperties : {}) as Json),
      each,
      `${path}.${key}`,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

describe("the JSON Schema", () => {
  const schema = scenarioJsonSchema();
  const all = [...below(schema)];

  test("is draft-07, and closed: every map with known keys refuses unknown ones, except x- keys", () => {
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
    // Closed, or other keys are names of things with a form of their own.
    const isClosed = (others: unknown): boolean => others === false || (typeof others === "object" && Object.keys(others ?? {}).length > 0);
    const open = all.filter(([, each]) => each["properties"] !== undefined && !isClosed(each["additionalProperties"]));
    expect(open.map(([path]) => path)).toEqual([]);
    expect(all.length).toBeGreaterThan(300);
  });

  test("describes every key", () => {
    const keys = all.filter(([path]) => /\.[\w.]+$/.test(path));
    expect(
      keys.filter(([, each]) => typeof each["description"] !== "string" || each["description"].length < 5).map(([path]) => path),
    ).toEqual([]);
  });

  test("has an example for every leaf, and examples and defaults that it accepts itself", () => {
    const leaves = all.filter(
      ([path, each]) =>
        /\.[\w.]+$/.test(path) &&
        each["properties"] === undefined &&
        each["items"] === undefined &&
        each["additionalProperties"] === undefined,
    );
    const bad = leaves.flatMap(([path, each]) => {
      const values = [...((each["examples"] ?? []) as unknown[]), ...(each["default"] === undefined ? [] : [each["default"]])];
      const isShort = ((each["anyOf"] ?? []) as Json[]).some(
        (option) => option["items"] !== undefined || option["properties"] !== undefined,
      );
      if (values.length === 0 && !isShort) return [`${path}: no example`];
      return values.map((value) => violation(each, value, path)).filter((found) => found !== undefined);
    });
    expect(bad).toEqual([]);
  });

  test.each(["iot-gateway", "inference-trace"])("accepts the shipped scenario %s", (name) => {
    const value = parse(readFileSync(join(packageRoot(), "scenarios", "shipped", `${name}.yaml`), "utf8"));
    expect(violation(schema, value)).toBeUndefined();
    expect(violation(schema, { ...value, titel: 1 })).toBe(": unknown key titel");
    expect(violation(schema, { ...value, objective: { latency: { p99: "250" } } })).toBeDefined();
  });
});

test("the reference has a section for every map with keys, and a row for every key", () => {
  const page = scenarioReference(scenarioJsonSchema());
  const keys = [...below(scenarioJsonSchema())].flatMap(([, schema]) => Object.keys((schema["properties"] ?? {}) as object));
  expect([...new Set(keys)].filter((key) => !page.includes(`| \`${key}\` `))).toEqual([]);
  expect(page).toContain("#### `apps.NAME.memory.access.phases`");
});

test("docs/scenario-language.md is what the schema says (npx vitest run scenarios/language/schema.test.ts -u writes it)", async () => {
  await expect(scenarioReference(scenarioJsonSchema())).toMatchFileSnapshot(join(packageRoot(), "docs", "scenario-language.md"));
});
