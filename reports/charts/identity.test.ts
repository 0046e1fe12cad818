import { expect, test } from "vitest";
import { sampleRecord } from "../testing/record.ts";
import { hasOwnColours, identities } from "./identity.ts";

test("a model has the same colour in every report, whatever stands beside it", () => {
  const record = sampleRecord();
  const all = identities(record);
  const alone = identities({ ...record, deployments: record.deployments.filter(({ model }) => model === "function") });
  expect([...all.values()].map(({ key }) => key)).toEqual(["vm", "container", "function"]);
  expect(alone.get("function")?.colour).toBe(all.get("function")?.colour);
});

test("two deployments of one model differ in colour, marker and dash", () => {
  const record = sampleRecord();
  const [vm] = record.deployments;
  const looks = identities({ ...record, deployments: ["small", "large", "huge"].map((name) => ({ ...vm, name })) });
  for (const feature of ["colour", "shape", "dash"] as const)
    expect(new Set([...looks.values()].map((look) => String(look[feature]))).size).toBe(3);
  expect(looks.get("small")?.key).toBe("vm");
});

test("more deployments than colours share one, and are known by their names", () => {
  const record = sampleRecord();
  const many = (count: number) => ({
    ...record,
    deployments: Array.from({ length: count }, (_, index) => ({ ...record.deployments[0], name: `vm${index}` })),
  });
  expect(hasOwnColours(many(5))).toBe(true);
  expect(hasOwnColours(many(6))).toBe(false);
  const looks = identities(many(9));
  expect(looks.size).toBe(9);
  expect(new Set([...looks.values()].map(({ colour }) => colour)).size).toBe(1);
});
