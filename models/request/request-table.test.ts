import { expect, test } from "vitest";
import { MOST_REQUESTS, RequestTable } from "./request-table.ts";

test("rows are used again, and the table is full at its limit", () => {
  const table = new RequestTable(1, 3);
  const rows = [1, 2, 3].map((instant) => table.allocate(0, instant));
  expect(new Set(rows).size).toBe(3);
  expect(table.isFull).toBe(true);
  table.release(rows[1] as number);
  expect(table.isFull).toBe(false);
  expect(table.allocate(0, 4)).toBe(rows[1]);
});

test("requests in the system stay below what a station takes, 2^21 jobs", () => {
  expect(MOST_REQUESTS).toBeLessThan(2 ** 21);
  expect(new RequestTable(1).limit).toBe(MOST_REQUESTS);
});
