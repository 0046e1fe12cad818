/** Hosts in one simulation: each with stations of its own, under one audit; one may leave and come back. */
import { describe, expect, test } from "vitest";
import { Simulation } from "../../engine/index.ts";
import type { HostSpec } from "../host/spec.ts";
import { Instances } from "../instance/instances.ts";
import { FLUID, SLICES } from "../os/cpu/spec.ts";
import { idealContainer, idealHost } from "../testing/ideal.ts";
import { app, host, MiB, os } from "../testing/specs.ts";
import { Member } from "./member.ts";
import { residentsOf } from "./residents.ts";
import { unitOf } from "./units.ts";

const SECOND = 1e9;
const application = app({ memory: { code: MiB, heap: 2 * MiB, workingSet: MiB, dirtyShare: 0 } });
const unit = idealContainer();

/** A simulation in which hosts come, serve and go. */
function place() {
  const simulation = new Simulation({ seed: 1 });
  const instances = new Instances();
  let ready = 0;
  let bursts = 0;
  const done = simulation.on("burst done", () => void bursts++);
  const come = (spec: HostSpec): Member => {
    const events = { onReady: () => void ready++, kill: () => {}, nameOf: () => "tenant 0 / telemetry" };
    const member = new Member(simulation, spec, instances, events, `${spec.name} / `);
    member.addResidents(simulation, residentsOf([{ app: application, unit }], spec.os));
    return member;
  };
  /** Starts an instance, has it compute, read, and answer; ends when all that is over. */
  const serve = ({ host: machine, lifecycle }: Member) => {
    const instance = lifecycle.start(0, unitOf(unit).template(simulation, machine, application, unit));
    simulation.run(simulation.now + SECOND);
    machine.cpu.submit(instance.group, 0.25 * SECOND, done, 0);
    machine.disk.read(4096, done, 0);
    machine.port.send(512, done, 0);
    simulation.run(simulation.now + SECOND);
    return instance;
  };
  const counts = () => ({ ready, bursts, alive: [...instances].length });
  return { simulation, come, serve, counts };
}

const stationsOf = (simulation: Simulation, prefix: string) => simulation.stations.filter(({ name }) => name.startsWith(prefix));

describe.each([FLUID, SLICES])("hosts that schedule by $kind", (scheduler) => {
  const edge = (name: string): HostSpec => ({ ...idealHost(1), name, os: os({ scheduler }) });

  test("two in one simulation: names of their own, one audit over both", () => {
    const { simulation, come, serve } = place();
    const [left, right] = [come(edge("edge-1")), come(edge("edge-2"))];
    serve(left);
    serve(right);
    const [one, other] = ["edge-1 / ", "edge-2 / "].map((prefix) =>
      stationsOf(simulation, prefix).map(({ name }) => name.slice(prefix.length)),
    );
    expect(one).toEqual(other);
    expect(one).toEqual(expect.arrayContaining(["cores", "disk main", "NIC in", "NIC out"]));
    // Four laws at each station: see the engine's audit.
    expect(simulation.audit().checks).toBe(4 * 2 * one.length);
  });

  test("one leaves and comes back under its name, audited before and after", () => {
    const { simulation, come, serve, counts } = place();
    const other = come(edge("edge-2"));
    const first = come(edge("edge-1"));
    const instance = serve(first);
    expect(() => first.close()).toThrow(/edge-1 leaves while its memory still has \d+ segments/);
    first.lifecycle.end(instance);
    const before = simulation.stations.length;
    const { checks } = simulation.audit();
    first.close();
    expect(stationsOf(simulation, "edge-1 / ")).toEqual([]);
    expect(simulation.stations.length).toBeLessThan(before);
    // What was checked when the stations left stays in the report.
    expect(simulation.audit().checks).toBe(checks);
    const pending = simulation.pending().filter(({ handler }) => handler.startsWith("edge-1"));
    expect(pending).toEqual([]);

    const again = come(edge("edge-1"));
    serve(again);
    serve(other);
    expect(counts()).toEqual({ ready: 3, bursts: 9, alive: 2 });
    expect(simulation.stations.length).toBe(before);
    expect(simulation.audit().checks).toBeGreaterThan(checks);
  });
});

test("a name is taken while its host is there", () => {
  const { come } = place();
  come({ ...host(), name: "edge-1" });
  expect(() => come({ ...host(), name: "edge-1" })).toThrow(/"edge-1 \/ cores" exists already/);
});
