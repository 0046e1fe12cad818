import { describe, expect, test } from "vitest";
import { Calendar } from "./calendar.ts";
import { HORIZON } from "./time.ts";

/** Small generator for tests: which numbers it gives does not matter, only that a seed gives them again. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
}

function calendarUpTo(limit: number): Calendar {
  const calendar = new Calendar();
  calendar.limit = limit;
  return calendar;
}

/** Takes all events, and does something after each; their arguments in order. */
function drainWith(calendar: Calendar, handle: () => void): number[] {
  const args: number[] = [];
  while (calendar.take() >= 0) {
    args.push(calendar.arg);
    handle();
  }
  return args;
}

const drain = (calendar: Calendar) => drainWith(calendar, () => {});

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

describe("order", () => {
  test.each([1, 10, 17, 41, 100, 3000])("%i events at the same time leave first come, first served", (n) => {
    const calendar = calendarUpTo(HORIZON);
    for (const i of range(n)) calendar.schedule(7, 1, i);
    expect(drain(calendar)).toEqual(range(n));
  });

  test("an event for the present runs after everything already due, and before the future", () => {
    const calendar = calendarUpTo(HORIZON);
    for (const i of range(3)) calendar.schedule(5, 1, i);
    calendar.schedule(6, 1, 4);
    calendar.take();
    calendar.schedule(5, 1, 3);
    expect(drain(calendar)).toEqual([1, 2, 3, 4]);
  });

  test("that still holds when the present is crowded and later events push it out of the sorted zone", () => {
    const calendar = calendarUpTo(HORIZON);
    for (const i of range(30)) calendar.schedule(5, 1, i);
    calendar.take();
    for (const i of range(5)) calendar.schedule(5, 1, 30 + i);
    for (const i of range(60)) calendar.schedule(6 + i, 1, 40 + i);
    calendar.schedule(5, 1, 35);
    expect(drain(calendar)).toEqual([...range(36).slice(1), ...range(60).map((i) => 40 + i)]);
  });

  test("rescheduling to the same time puts an event behind its equals", () => {
    const calendar = calendarUpTo(HORIZON);
    const first = calendar.schedule(5, 1, 1);
    calendar.schedule(5, 1, 2);
    calendar.reschedule(first, 5);
    expect(drain(calendar)).toEqual([2, 1]);
  });
});

describe("handles", () => {
  test("a stale handle is harmless: after the event ran, after cancelling, after rescheduling, and the handle of no event", () => {
    const calendar = calendarUpTo(HORIZON);
    const ran = calendar.schedule(1, 1, 0);
    calendar.take();
    const cancelled = calendar.schedule(2, 1, 0);
    expect(calendar.cancel(cancelled)).toBe(true);
    const moved = calendar.schedule(3, 1, 5);
    const current = calendar.reschedule(moved, 4);
    for (const stale of [ran, cancelled, moved, 0]) {
      expect(calendar.cancel(stale)).toBe(false);
      expect(calendar.reschedule(stale, 9)).toBe(0);
      expect(calendar.timeOf(stale)).toBe(-1);
    }
    expect(calendar.timeOf(current)).toBe(4);
    expect(drain(calendar)).toEqual([5]);
    expect(calendar.now).toBe(4);
  });

  test("a handle stays stale although its slot is used again and again", () => {
    const calendar = calendarUpTo(HORIZON);
    const handles = new Set<number>();
    for (const i of range(1000)) {
      handles.add(calendar.schedule(i, 1, i));
      calendar.take();
    }
    expect(handles.size).toBe(1000);
    const pending = calendar.schedule(1000, 1, 0);
    for (const stale of handles) expect(calendar.cancel(stale)).toBe(false);
    expect(calendar.timeOf(pending)).toBe(1000);
  });

  test("a cancelled event does not move the clock", () => {
    const calendar = calendarUpTo(HORIZON);
    calendar.schedule(5, 1, 1);
    calendar.cancel(calendar.schedule(1000, 1, 2));
    expect(drain(calendar)).toEqual([1]);
    expect(calendar.now).toBe(5);
  });

  test("cancelled events do not pile up: a million timeouts that never fire fit into the memory of a few", () => {
    const calendar = calendarUpTo(HORIZON);
    const before = calendar.words.length;
    for (let i = 0; i < 1_000_000; i++) {
      calendar.schedule(i + 1, 1, i);
      const timeout = calendar.schedule(i + 1e12, 1, 0);
      calendar.take();
      calendar.cancel(timeout);
    }
    expect(calendar.size).toBe(0);
    expect(calendar.words.length).toBeLessThanOrEqual(2 * before);
  });
});

describe("limit and errors", () => {
  test("events at the limit are taken, later ones stay", () => {
    const calendar = calendarUpTo(5);
    for (const time of [4, 5, 6]) calendar.schedule(time, 1, time);
    expect(drain(calendar)).toEqual([4, 5]);
    expect(calendar.isDrained).toBe(false);
    calendar.limit = HORIZON;
    expect(drain(calendar)).toEqual([6]);
    expect(calendar.isDrained).toBe(true);
  });

  test.each([
    ["the past", 4, /the past cannot be changed/],
    ["the far future", 2 ** 53, /shorten the run/],
    ["a fraction", 10.5, /round where you schedule/],
    ["not a number", Number.NaN, /round where you schedule/],
  ])("%s is refused, and the calendar goes on", (_name, time, message) => {
    const calendar = calendarUpTo(HORIZON);
    calendar.schedule(5, 1, 0);
    calendar.take();
    expect(() => calendar.schedule(time, 1, 1)).toThrow(message);
    const pending = calendar.schedule(HORIZON, 1, 2);
    expect(() => calendar.reschedule(pending, time)).toThrow(message);
    expect(drain(calendar)).toEqual([2]);
  });
});

test("a saved calendar goes on like the original, whatever happens to that", () => {
  const next = random(3);
  const calendar = calendarUpTo(HORIZON);
  for (const i of range(500)) calendar.schedule(Math.floor(next() * 1e6), 1, i);
  for (const _ of range(100)) calendar.take();
  const state = calendar.save();
  const rest = drain(calendar);
  const copy = new Calendar();
  copy.restore(state);
  expect(copy.pending().map(({ arg }) => arg)).toEqual(rest);
  expect(drain(copy)).toEqual(rest);
  expect(copy.fingerprint).toBe(calendar.fingerprint);
});

// --- against an oracle ---

/** Events in a sorted array: slow and obviously right. The next one is at the end. */
class Oracle {
  readonly events: { time: number; arg: number; handle: number }[] = [];

  insert(time: number, arg: number, handle: number): void {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle].time > time) low = middle + 1;
      else high = middle;
    }
    this.events.splice(low, 0, { time, arg, handle });
  }

  remove(handle: number): { time: number; arg: number } | undefined {
    const index = this.events.findIndex((event) => event.handle === handle);
    return index < 0 ? undefined : this.events.splice(index, 1)[0];
  }
}

/** Delays that have broken event queues: ties, clusters, heavy tails, zeros, a few far outliers. */
const DELAYS: readonly ((u: () => number) => number)[] = [
  (u) => Math.floor(-Math.log(1 - u()) * 1e6),
  (u) => Math.floor(u() * 10),
  (u) => Math.floor(u() * 1000) * 1e6,
  (u) => (u() < 0.5 ? 0 : Math.floor(u() * 1e5)),
  (u) => Math.floor(Math.exp(u() * 32)),
  (u) => (u() < 0.01 ? 1e12 : Math.floor(u() * 100)),
  (u) => Math.floor(u() * 3) * 1e9 + Math.floor(u() * 2),
  (u) => Math.floor((1 - u()) ** (-1 / 1.5) * 1e3) % 1e12,
  () => 1,
];

function play(seed: number, operations: number): void {
  const u = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(u() * items.length)];
  const calendar = calendarUpTo(HORIZON);
  const oracle = new Oracle();
  const handles: number[] = [];
  const crowd = pick([1, 10, 30, 100, 1000, 3000]);
  let delay = pick(DELAYS);
  let arg = 0;

  const schedule = (time: number) => {
    const handle = calendar.schedule(time, 1, arg);
    oracle.insert(time, arg, handle);
    handles.push(handle);
    arg++;
  };
  const takeAndCompare = (): boolean => {
    const isTaken = calendar.take() >= 0;
    const expected = oracle.events.pop();
    const found = isTaken ? { time: calendar.now, arg: calendar.arg } : undefined;
    if (found?.time !== expected?.time || found?.arg !== expected?.arg) {
      expect.fail(`seed ${seed}: took ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`);
    }
    return isTaken;
  };

  for (let i = 0; i < operations; i++) {
    if (u() < 0.001) delay = pick(DELAYS);
    const grow = oracle.events.length < crowd ? 0.7 : 0.3;
    const choice = u();
    if (choice < grow * 0.95) schedule(calendar.now + delay(u));
    else if (choice < grow) {
      const time = calendar.now + delay(u);
      for (let n = Math.floor(u() * 150); n > 0; n--) schedule(time);
    } else if (choice < grow + 0.1 && handles.length > 0) {
      const handle = pick(handles);
      const wasPending = oracle.remove(handle) !== undefined;
      if (calendar.cancel(handle) !== wasPending) expect.fail(`seed ${seed}: cancel says ${!wasPending}`);
    } else if (choice < grow + 0.15 && handles.length > 0) {
      const handle = pick(handles);
      const time = calendar.now + delay(u);
      const old = oracle.remove(handle);
      const moved = calendar.reschedule(handle, time);
      if ((moved !== 0) !== (old !== undefined)) expect.fail(`seed ${seed}: reschedule says ${moved}`);
      if (old !== undefined) {
        oracle.insert(time, old.arg, moved);
        handles.push(moved);
      }
    } else if (choice < grow + 0.16) {
      const limit = calendar.now + delay(u); // run up to a deadline, and move the clock to it
      calendar.limit = limit;
      while ((oracle.events.at(-1)?.time ?? Infinity) <= limit) takeAndCompare();
      if (calendar.take() >= 0) expect.fail(`seed ${seed}: took an event beyond the limit`);
      calendar.now = limit;
      calendar.limit = HORIZON;
    } else takeAndCompare();
  }
  expect(calendar.size).toBe(oracle.events.length);
  expect(calendar.pending().map((event) => event.arg)).toEqual(oracle.events.map((event) => event.arg).reverse());
  while (takeAndCompare());
}

test.each(range(100))("random inserts, cancels, reschedules, ties, bursts and deadlines: seed %i", (seed) => {
  play(1000 + seed, 20_000);
});

test("a million events at one future instant are not moved again and again", () => {
  const calendar = calendarUpTo(10);
  for (const i of range(1_000_000)) calendar.schedule(1e15, 1, i); // takes minutes where each insertion moves its equals
  for (const time of [9, 5, 7]) calendar.schedule(time, 1, time);
  expect(drain(calendar)).toEqual([5, 7, 9]);
  for (const i of range(100)) calendar.schedule(1e15, 1, 1_000_000 + i);
  calendar.limit = HORIZON;
  expect(drain(calendar).every((arg, i) => arg === i)).toBe(true);
});

test("200,000 events of one instant, each of which schedules for the present and the next instant, are not searched through", () => {
  const calendar = calendarUpTo(HORIZON);
  const n = 200_000;
  for (const i of range(n)) calendar.schedule(7, 1, i);
  const taken = drainWith(calendar, () => {
    if (calendar.now > 7 || calendar.arg >= n) return;
    calendar.schedule(7, 1, n + calendar.arg); // takes minutes where each looks for the last event due ...
    calendar.schedule(8, 1, 3 * n + calendar.arg); // ... or passes those that are due
    calendar.cancel(calendar.schedule(7, 1, -1));
    calendar.schedule(8, 1, 4 * n + calendar.arg);
  });
  const expected = range(2 * n);
  for (const i of range(n)) expected.push(3 * n + i, 4 * n + i);
  expect(taken).toEqual(expected);
});

test("events at the horizon can be scheduled however coarse the buckets are, and none beyond it", () => {
  const next = random(11);
  const calendar = calendarUpTo(HORIZON);
  const times = range(2000).map(() => Math.floor(HORIZON * (1 - next() ** 4)));
  for (const [arg, time] of times.entries()) calendar.schedule(time, 1, arg);
  let extra = times.length;
  const taken = drainWith(calendar, () => {
    expect(() => calendar.schedule(HORIZON + 1, 1, 0)).toThrow(/shorten the run/);
    if (extra < 2100) calendar.schedule(HORIZON, 1, extra++);
  });
  const expected = [...range(times.length).sort((a, b) => times[a] - times[b] || a - b), ...range(100).map((i) => times.length + i)];
  expect(taken).toEqual(expected);
});

test("300,000 pending events drain in order, equal times first come, first served", () => {
  const next = random(5);
  const calendar = calendarUpTo(HORIZON);
  const times = range(300_000).map(() => Math.floor(next() * 1e5));
  for (const [arg, time] of times.entries()) calendar.schedule(time, 1, arg);
  const expected = range(times.length).sort((a, b) => times[a] - times[b] || a - b);
  expect(drain(calendar)).toEqual(expected);
});
