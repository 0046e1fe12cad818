/** From what the schema objects to, to messages that say where, what, what was expected and the fix. */
import type { z } from "zod";
import type { Diagnostic } from "./diagnostics.ts";
import type { InputDocument, Path } from "./document.ts";
import { shown } from "./fields.ts";
import { given, isMap } from "./maps.ts";
import type { Problem } from "./problem.ts";
import { listed, nearest } from "./suggest.ts";

type Issue = z.core.$ZodIssue;

export interface Located {
  readonly path: Path;
  readonly diagnostic: Diagnostic;
}

/** `schemaKeys` gives the keys that the schema knows at a path, for suggestions. */
export function explainIssues(issues: readonly Issue[], document: InputDocument, schema: z.ZodType): Located[] {
  const located: Located[] = [];
  const unknownKeysAt = new Set(issues.filter((issue) => issue.code === "unrecognized_keys").map((issue) => JSON.stringify(issue.path)));
  for (const issue of issues) {
    const path = issue.path as Path;
    const add = (problem: Problem, at: Path = path, part: "key" | "value" = "value") =>
      located.push({ path: at, diagnostic: document.source.diagnostic(problem, document.locate(at, part)) });
    const raw = valueAt(document.value, path);
    switch (issue.code) {
      case "unrecognized_keys":
        for (const key of issue.keys) add(unknownKey(key, keysOf(schema, path, document.value)), [...path, key], "key");
        break;
      case "invalid_union":
        located.push(
          ...explainIssues(
            branchFor(issue.errors, raw).map((inner) => ({ ...inner, path: [...path, ...inner.path] }) as Issue),
            document,
            schema,
          ),
        );
        break;
      case "invalid_type":
        if (raw === undefined && path.length > 0) add(missing(path), path);
        else add({ message: `found ${shown(raw)}`, expected: expectedType(issue.expected) });
        break;
      case "too_small":
        add({ message: "this list is empty", expected: "at least one entry" });
        break;
      case "custom": {
        const params = (issue.params ?? {}) as { problem?: Problem; exactlyOne?: readonly string[] };
        if (params.exactlyOne !== undefined) {
          if (!isMap(raw)) break;
          const found = params.exactlyOne.filter((name) => given(raw, name));
          if (found.length === 0 && unknownKeysAt.has(JSON.stringify(issue.path))) break;
          const message = found.length === 0 ? "none of the alternatives is given" : `${found.join(" and ")} exclude each other`;
          add(
            { message, expected: `exactly one of ${listed(params.exactlyOne)}` },
            found[1] === undefined ? path : [...path, found[1]],
            found[1] === undefined ? "value" : "key",
          );
        } else if (raw === undefined && path.length > 0 && !document.has(path)) {
          add({ ...missing(path), ...(params.problem?.expected === undefined ? {} : { expected: params.problem.expected }) }, path);
        } else add(params.problem ?? { message: issue.message });
        break;
      }
      default:
        add({ message: issue.message });
    }
  }
  return located;
}

const missing = (path: Path): Problem => ({
  message: `"${String(path.at(-1))}" is missing`,
  fix: `add "${String(path.at(-1))}: ..." here`,
});

const expectedType = (type: string): string =>
  ({ object: "a map: keys with values", record: "a map: names with values", array: "a list", string: "a text" })[type] ?? type;

function unknownKey(key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known);
  const expected = known.length === 0 ? undefined : listed(known);
  return {
    message: `unknown key "${key}"`,
    ...(expected === undefined ? {} : { expected }),
    fix: guess === undefined ? 'remove it, or call it "x-..." if it is a note' : `did you mean "${guess}"?`,
  };
}

/** The branch of a union that was meant: the one that takes this kind of value at all. */
function branchFor(branches: readonly (readonly Issue[])[], raw: unknown): readonly Issue[] {
  const nested = typeof raw === "object" && raw !== null;
  const fits = (issues: readonly Issue[]) =>
    !issues.some((issue) => issue.path.length === 0 && issue.code !== "unrecognized_keys" && !isChoice(issue));
  const candidates = branches.filter(
    (issues) => fits(issues) && (!nested || !issues.some((issue) => issue.path.length === 0 && isScalarIssue(issue))),
  );
  return candidates[0] ?? (nested ? (branches.at(-1) ?? []) : (branches[0] ?? []));
}

const isChoice = (issue: Issue) => issue.code === "custom" && "exactlyOne" in ((issue.params ?? {}) as object);
const isScalarIssue = (issue: Issue) => issue.code === "custom" && "problem" in ((issue.params ?? {}) as object);

function valueAt(value: unknown, path: Path): unknown {
  let at: unknown = value;
  for (const step of path) at = typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
  return at;
}

/** The keys that the schema has at `path`. */
function keysOf(schema: z.ZodType, path: Path, value: unknown): readonly string[] {
  let at: unknown = schema;
  let below: unknown = value;
  for (const step of path) {
    at = childOf(unwrap(at, below), step);
    below = typeof below === "object" && below !== null ? (below as Record<string | number, unknown>)[step] : undefined;
  }
  return Object.keys((unwrap(at, below) as { shape?: object } | undefined)?.shape ?? {});
}

interface Definition {
  readonly type: string;
  readonly innerType?: unknown;
  readonly options?: readonly unknown[];
  readonly valueType?: unknown;
  readonly element?: unknown;
}

const definition = (schema: unknown) => (schema as { _zod?: { def: Definition } } | undefined)?._zod?.def;

function unwrap(schema: unknown, value: unknown): unknown {
  const def = definition(schema);
  if (def?.type === "optional") return unwrap(def.innerType, value);
  if (def?.type === "union") {
    const wanted = Array.isArray(value) ? "array" : "object";
    return (def.options ?? []).map((option) => unwrap(option, value)).find((option) => definition(option)?.type === wanted);
  }
  return schema;
}

function childOf(schema: unknown, step: string | number): unknown {
  const def = definition(schema);
  if (def?.type === "object") return (schema as { shape: Record<string, unknown> }).shape[step];
  return def?.type === "record" ? def.valueType : def?.element;
}
