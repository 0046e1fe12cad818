import { expect, test } from "vitest";
import { deployment, loadPart, onlyError, type Refusal } from "../testing/scenario.ts";

test("has cores in proportion to its memory where the platform gives them so", async () => {
  const { unit } = await loadPart(deployment("function: { platform: aws-lambda-like, runtime: go, memory: 3538 MiB }"));
  expect(unit).toMatchObject({ cpus: 2, timeout: 3, platform: { poolMemory: Number.POSITIVE_INFINITY } });
});

test.each<Refusal>([
  [
    "a small function",
    deployment("function: { runtime: nodejs, memory: 100 MiB }"),
    {
      message: 'the function is too small for "telemetry": runtime 74 MiB + code 12 MiB + heap 30 MiB = 116 MiB',
      fix: 'write "120 MiB"',
    },
  ],
  [
    "an instance larger than the pool",
    deployment("function: { runtime: go, memory: 256 MiB, platform: { preset: openwhisk, poolMemory: 128 MiB } }"),
    {
      message: "one instance (256 MiB) is larger than the platform's pool (128 MiB)",
      fix: "make the instance smaller or platform.poolMemory larger",
    },
  ],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
