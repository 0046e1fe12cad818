import { describe, expect, test } from "vitest";
import { nanoseconds, Simulation } from "../../engine/index.ts";
import { Measurement } from "./measurement.ts";
import { SLICES } from "./time-slices.ts";

const SECOND = nanoseconds(1);
/** Doors open after 10 s, for 40 s: slices of 2 s. */
function opened(apps = 1): Measurement {
  const simulation = new Simulation({ seed: 1 });
  const measurement = new Measurement(simulation, apps);
  measurement.started(0, 1 * SECOND, 4 * SECOND);
  simulation.at(
    10 * SECOND,
    simulation.on("all ready", () => {}),
    0,
  );
  simulation.run(10 * SECOND);
  measurement.open(40 * SECOND);
  return measurement;
}
const startsOf = (measurement: Measurement, app = 0): number[] => measurement.apps[app].slices.map(({ starts }) => starts);
const none = Array.from({ length: SLICES }, () => 0);

describe("a start counts", () => {
  test("with its duration whenever it ended, in a slice only if it began after the doors opened", () => {
    const measurement = opened();
    measurement.started(0, 9 * SECOND, 12 * SECOND);
    expect(startsOf(measurement)).toEqual(none);
    expect(measurement.apps[0].starts.count).toBe(2);
    expect(measurement.apps[0].starts.mean).toBe(3);
  });

  test("in the slice in which it began", () => {
    const measurement = opened();
    for (const [from, to] of [
      [10, 30],
      [11.999, 12],
      [12, 13],
      [49.999, 50],
    ]) {
      measurement.started(0, from * SECOND, to * SECOND);
    }
    expect(startsOf(measurement)).toEqual(none.map((_, slice) => (slice === 0 ? 2 : slice === 1 || slice === SLICES - 1 ? 1 : 0)));
  });

  test("not in the last slice if it began at the very end", () => {
    const measurement = opened();
    measurement.started(0, 50 * SECOND, 50 * SECOND);
    expect(startsOf(measurement)).toEqual(none);
  });

  test("for its own application", () => {
    const measurement = opened(2);
    measurement.started(1, 20 * SECOND, 21 * SECOND);
    expect(startsOf(measurement, 0)).toEqual(none);
    expect(startsOf(measurement, 1)[5]).toBe(1);
  });
});
