import { describe, expect, test } from "vitest";
import { Simulation } from "../../engine/index.ts";
import { FlowNetwork, type LinkOptions, type PathOptions } from "./flow-network.ts";

function networkOf(links: readonly LinkOptions[], paths: readonly PathOptions[]) {
  const simulation = new Simulation({ seed: 1 });
  const network = new FlowNetwork(simulation, "network", links, paths);
  const ends: [arg: number, time: number][] = [];
  const done = simulation.on("done", (arg) => ends.push([arg, simulation.now]));
  const later = (time: number, path: number, size: number, arg: number) => {
    simulation.at(
      time,
      simulation.on(`send ${arg}`, () => network.send(path, size, done, arg)),
      0,
    );
  };
  const run = () => {
    simulation.run(1e15);
    simulation.audit();
    return ends;
  };
  return { simulation, network, done, later, run };
}

const gigabit = { name: "link", bandwidth: 125e6 };

describe("one link", () => {
  test("a message alone takes size / bandwidth, whenever it comes", () => {
    const { later, run } = networkOf([gigabit], [{ links: [0] }]);
    later(0, 0, 1538, 1);
    later(1e9, 0, 1538, 2);
    expect(run()).toEqual([
      [1, 12_304],
      [2, 1e9 + 12_304],
    ]);
  });

  test("a short message does not wait for a long one: at n others it takes n + 1 times as long", () => {
    const { later, run } = networkOf([gigabit], [{ links: [0] }]);
    for (const arg of [1, 2, 3]) later(0, 0, 125e6, arg);
    later(1e9, 0, 1250, 4);
    const ends = run();
    expect(ends[0]).toEqual([4, 1e9 + 40_000]);
    expect(ends.slice(1)).toEqual([1, 2, 3].map((arg) => [arg, 3e9 + 10_000]));
  });

  test("those that end at one instant are told in the order of their coming", () => {
    const { later, run } = networkOf([gigabit], [{ links: [0] }]);
    for (const arg of [3, 1, 2]) later(5, 0, 1000, arg);
    expect(run().map(([arg]) => arg)).toEqual([3, 1, 2]);
  });

  test("messages may be sent when others are told, and very short ones are exact late in a run", () => {
    const { simulation, network } = networkOf([{ name: "fast", bandwidth: 1e15 }], [{ links: [0] }]);
    let left = 1000;
    const again = simulation.on("again", () => {
      if (left-- > 0) network.send(0, 100, again, 0);
    });
    simulation.at(9e14, again, 0);
    simulation.run(1e15);
    simulation.audit();
    expect(left).toBe(-1);
    expect(network.links[0].counters().workDone).toBeCloseTo(1000 * 100 * 1e-6, 9);
  });
});

describe("several links and paths", () => {
  test("a limit holds, and the others get the rest", () => {
    const { later, run } = networkOf([{ name: "link", bandwidth: 100 }], [{ links: [0], limit: 20 }, { links: [0] }]);
    later(0, 0, 20, 1);
    later(0, 1, 80, 2);
    expect(run()).toEqual([
      [1, 1e9],
      [2, 1e9],
    ]);
  });

  test("both ways over one channel share it; each way over its own link does not", () => {
    const half = networkOf([{ name: "radio", bandwidth: 100 }], [{ links: [0] }, { links: [0] }]);
    half.later(0, 0, 100, 1);
    half.later(0, 1, 100, 2);
    expect(half.run().map(([, time]) => time)).toEqual([2e9, 2e9]);
    const full = networkOf(
      [
        { name: "in", bandwidth: 100 },
        { name: "out", bandwidth: 100 },
      ],
      [{ links: [0] }, { links: [1] }],
    );
    full.later(0, 0, 100, 1);
    full.later(0, 1, 100, 2);
    expect(full.run().map(([, time]) => time)).toEqual([1e9, 1e9]);
  });

  test("a path is as fast as its slowest link, and takes from the others no more than it uses", () => {
    const links = [
      { name: "slow", bandwidth: 40 },
      { name: "fast", bandwidth: 100 },
    ];
    const { later, run, network } = networkOf(links, [{ links: [0, 1] }, { links: [1] }]);
    later(0, 0, 40, 1);
    later(0, 1, 60, 2);
    expect(run().map(([, time]) => time)).toEqual([1e9, 1e9]);
    expect(network.links.map((link) => link.counters().busyIntegral / 1e9)).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
  });
});
