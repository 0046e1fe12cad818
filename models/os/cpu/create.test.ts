import { expect, test } from "vitest";
import { description } from "./create.ts";
import { FLUID, SLICES } from "./spec.ts";

test("each fidelity says what it does, in its own words", () => {
  expect(description(FLUID)).toBe("fluid processor sharing, max-min fair by weight with caps; equal shares inside a group");
  expect(description(SLICES)).toContain("the earliest virtual deadline first (EEVDF)");
});

test("with the times that it was given", () => {
  const text = description({ ...SLICES, baseSlice: 0.7e-3, balanceInterval: 10e-3 });
  expect(text).toContain("turns of 0.7 ms times 1 + log2 of the CPUs (at most 4)");
  expect(text).toContain("evened out every 10 ms times the CPUs");
});
