import { expect, test } from "vitest";
import { deployment, load, loadPart, onlyError, type Refusal } from "../testing/scenario.ts";

const withKeepAlive = (text: string) => deployment(`function: { runtime: go, keepAlive: ${text} }`);

test("a time alone means the fixed policy, as does its map", async () => {
  const units = await Promise.all(["90 s", "{ fixed: { time: 90 s } }"].map(async (text) => (await loadPart(withKeepAlive(text))).unit));
  for (const unit of units) expect(unit).toMatchObject({ keepAlive: { policy: "fixed", time: 90 } });
});

test("left out, it is the platform's; the report shows it with its origin", async () => {
  const shown = async (text: string) =>
    (await load(deployment(`function: { runtime: go ${text} }`))).values.find(({ path }) => path.endsWith("keepAlive"));
  expect(await shown("")).toMatchObject({ value: "10 min", origin: "preset openwhisk" });
  expect(await shown(", keepAlive: { fixed: { time: 90 s } }")).toMatchObject({ value: "90 s", origin: "s.yaml:4" });
});

test.each<Refusal>([
  ["a time without a unit", withKeepAlive("90"), { message: "90 has no unit" }],
  [
    "a policy that there is not",
    withKeepAlive("{ fixd: { time: 90 s } }"),
    { message: 'unknown key "fixd"', fix: 'did you mean "fixed"?' },
  ],
  ["a parameter that is missing", withKeepAlive("{ fixed: {} }"), { message: '"time" is missing' }],
  ["a parameter that it has not", withKeepAlive("{ fixed: { time: 9 s, x: 1 } }"), { message: 'unknown key "x"' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
