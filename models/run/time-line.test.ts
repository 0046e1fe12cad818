import { expect, test } from "vitest";
import { compute, idealContainer, idealHost, onlyDoes } from "../testing/ideal.ts";
import { app, container, deployment, host, MiB, os, run } from "../testing/specs.ts";
import { simulate } from "./simulate.ts";
import { TimeLine } from "./time-line.ts";
import { SLICES, STRETCHES, STRETCHES_PER_SLICE } from "./time-slices.ts";

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

test("what grows evenly is even, a slice has exactly what it counted, and a gauge is that of the middle", () => {
  let now = 0;
  // One fault a stretch, two requests; 100 faults more while slice 3 is on, none of them between two readings of another slice.
  const faults = (): number => now + (now >= 36 ? 100 : 0);
  const line = new TimeLine(() => ({ majorFaults: faults(), requestTime: 2 * now, instances: now, swapped: 10 * now }));
  line.border();
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    now = stretch + 0.5;
    line.middle();
    now = stretch + 1;
    if ((stretch + 1) % STRETCHES_PER_SLICE === 0) line.border();
  }
  const record = line.toRecord(SLICES, 1);
  expect(record.inSystem).toEqual(Array.from({ length: STRETCHES }, () => 2));
  expect(record.instances.slice(0, 3)).toEqual([0.5, 1.5, 2.5]);
  expect(record.swapped[199]).toBe(1995);
  // Half of the burst is booked in the stretch before it.
  expect(record.majorFaults.slice(34, 38)).toEqual([1, 51, 51, 1]);
  expect(sum(record.majorFaults.slice(30, 40))).toBe(110);
  expect(line.toRecord(4, 1).majorFaults).toEqual(record.majorFaults.slice(0, 40));
});

test("requests in the system are those of Little's law, faults those of the slices", () => {
  // A quarter of a core each: two requests a second of 125 ms, one after the other.
  const periodic = onlyDoes(1, [compute({ kind: "constant", value: 0.125 })], { arrivals: [{ kind: "periodic", every: 0.5, jitter: 0 }] });
  const even = simulate(run({ ...deployment(idealContainer(), { app: periodic }), hosts: [idealHost(8)] }, { tenants: 8, duration: 100 }));
  const busy = even.timeLine.inSystem;
  expect(sum(busy) / busy.length).toBeCloseTo(8 * 2 * 0.125, 2);
  expect(even.timeLine.instances).toEqual(Array.from({ length: STRETCHES }, () => 8));
  expect(even.timeLine.majorFaults).toEqual(Array.from({ length: STRETCHES }, () => 0));

  // All pages are in use, and do not fit.
  const whole = app({ memory: { ...app().memory, workingSet: 42 * MiB } });
  const small = { ...deployment(container(), { app: whole }), hosts: [host({ memory: { size: 400 * MiB }, os: os() })] };
  const paging = simulate(run(small, { tenants: 12, duration: 60 }));
  paging.hosts[0].slices.forEach(({ majorFaults, memory }, slice) => {
    const stretches = <Value>(values: readonly Value[]): Value[] =>
      values.slice(slice * STRETCHES_PER_SLICE, (slice + 1) * STRETCHES_PER_SLICE);
    expect(sum(stretches(paging.timeLine.majorFaults))).toBeCloseTo(majorFaults, 6);
    expect(sum(stretches(paging.timeLine.swapped)) / STRETCHES_PER_SLICE).toBeCloseTo(memory.swapped, 0);
  });
  expect(sum(paging.timeLine.majorFaults)).toBeGreaterThan(20);
});
