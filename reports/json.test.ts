import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { StudyRecord } from "../scenarios/study/record.ts";
import { renderJson, resultJsonSchema } from "./json.ts";
import { endOfRangeRecord, interruptedRecord, manyPartsRecord, refusedRecord, sampleRecord, zeroRecord } from "./testing/record.ts";

const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(resultJsonSchema());

describe.each(Object.entries({ sampleRecord, manyPartsRecord, refusedRecord, interruptedRecord, endOfRangeRecord, zeroRecord }))(
  "%s",
  (_, make) => {
    test("summary.json fits its published schema", () => {
      expect(validate(JSON.parse(renderJson(make()))), JSON.stringify(validate.errors)).toBe(true);
    });

    test("it reads back as the record", () => {
      expect(JSON.parse(renderJson(make()))).toEqual(make());
    });
  },
);

test("the schema refuses what is not a summary", () => {
  expect(validate({ ...sampleRecord(), schemaVersion: 1 })).toBe(false);
  expect(validate({ ...sampleRecord(), wallTime: 12 })).toBe(false);
  expect(validate({ ...sampleRecord(), deployments: [{ name: "vm" }] })).toBe(false);
});

test("keys come in the order of the schema, whatever order they were made in", () => {
  const reversed = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reversed)
      : typeof value === "object" && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reversed(inner)]),
          )
        : value;
  expect(Object.keys(reversed(sampleRecord()) as object)[0]).not.toBe("schemaVersion");
  expect(renderJson(reversed(sampleRecord()) as StudyRecord)).toBe(renderJson(sampleRecord()));
});

test("a number that JSON can't say is a loud error, never a null", () => {
  const record = sampleRecord();
  const broken = { ...record, ratePerTenant: Number.POSITIVE_INFINITY };
  expect(() => renderJson(broken)).toThrow(/^result record: ratePerTenant: /);
});
