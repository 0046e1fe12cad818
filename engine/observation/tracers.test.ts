import { expect, test } from "vitest";
import type { Process } from "../kernel/process.ts";
import { Simulation } from "../kernel/simulation.ts";
import { HORIZON } from "../kernel/time.ts";
import { MultiServerQueue } from "../stations/multi-server-queue/multi-server-queue.ts";
import { Door } from "../testing/door.ts";
import { ChromeTrace } from "./chrome-trace.ts";
import { EventLog } from "./event-log.ts";

const story = (simulation: Simulation) => {
  const door = new Door();
  const open = simulation.on("open", () => door.open(1));
  simulation.at(2000, open, 3);
  simulation.register({
    name: "door",
    kind: "test",
    counters: () => ({
      arrivals: 1,
      departures: 1 - door.queue.length,
      losses: 0,
      inStation: door.queue.length,
      numberIntegral: 0,
      residence: 0,
      busyIntegral: 0,
      workDone: 0,
      capacityIntegral: 0,
    }),
  });
  simulation.spawn(
    "visitor",
    (function* (): Process {
      yield* door.pass();
      yield simulation.hold(500);
    })(),
  );
  simulation.run(HORIZON);
  return simulation.fingerprint();
};

test("the event log is one JSON object a line, and changes nothing", () => {
  let text = "";
  const plain = story(new Simulation({ seed: 1 }));
  const traced = story(
    new Simulation({
      seed: 1,
      tracer: new EventLog((line) => {
        text += line;
      }),
    }),
  );
  expect(traced).toBe(plain);
  expect(text.trim().split("\n")).toEqual([
    '{"time":0,"process":"visitor","step":"spawned"}',
    '{"time":0,"event":1,"handler":"process","arg":0}',
    '{"time":0,"process":"visitor","step":"resumed"}',
    '{"time":0,"process":"visitor","step":"waits","for":"the door"}',
    '{"time":2000,"event":2,"handler":"open","arg":3}',
    '{"time":2000,"event":3,"handler":"process","arg":0}',
    '{"time":2000,"process":"visitor","step":"resumed"}',
    '{"time":2000,"process":"visitor","step":"waits","for":"the clock"}',
    '{"time":2500,"event":4,"handler":"process","arg":0}',
    '{"time":2500,"process":"visitor","step":"resumed"}',
    '{"time":2500,"process":"visitor","step":"ended"}',
  ]);
});

test("both name the station where a process holds; the Chrome trace has waits that go on", () => {
  const trace = new ChromeTrace();
  let text = "";
  const simulation = new Simulation({ seed: 1 });
  const queue = new MultiServerQueue(simulation, { name: "disk", servers: 1 });
  for (const tracer of [trace, new EventLog((line) => (text += line))]) {
    simulation.attach(tracer);
    simulation.spawn(
      "reader",
      (function* (): Process {
        yield queue.hold(5000);
      })(),
    );
    simulation.run(simulation.now + 2000);
  }
  expect(text).toContain('"step":"waits","for":"service at queue \\"disk\\""');
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Record<string, unknown>[] };
  expect(traceEvents.filter(({ ph }) => ph === "X")).toMatchObject([{ name: 'service at queue "disk"', ts: 0, dur: 4 }]);
});

test("the Chrome trace has waits as slices and stations as counters", () => {
  const trace = new ChromeTrace();
  story(new Simulation({ seed: 1, tracer: trace }));
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Record<string, unknown>[] };
  const find = (ph: string) => traceEvents.filter((record) => record.ph === ph);
  expect(find("X").map(({ name, ts, dur }) => ({ name, ts, dur }))).toEqual([
    { name: "the door", ts: 0, dur: 2 },
    { name: "the clock", ts: 2, dur: 0.5 },
  ]);
  expect(find("C").map(({ name, ts, args }) => ({ name, ts, args }))).toEqual([
    { name: "door", ts: 0, args: { customers: 0 } },
    { name: "door", ts: 0, args: { customers: 1 } },
    { name: "door", ts: 2, args: { customers: 0 } },
  ]);
  expect(find("M").map(({ args }) => (args as { name: string }).name)).toEqual(["stations", "processes", "visitor"]);
});
