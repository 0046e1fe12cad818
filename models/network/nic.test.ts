import { describe, expect, test } from "vitest";
import { Simulation } from "../../engine/index.ts";
import { measureBulk, measureRoundTrip } from "../testing/network-load.ts";
import type { NicSpec } from "../hardware/spec.ts";
import type { NetworkSpec } from "./spec.ts";
import { Nic } from "./nic.ts";
import { radioWork } from "./radio.ts";
import { tcpRate } from "./tcp.ts";

const gigabit = 125e6;
const nic: NicSpec = { bandwidth: gigabit, latency: 30e-6, mtu: 1500, cpuPerPacket: 1e-6 };
const lan: NetworkSpec = {
  latency: 29e-6,
  bandwidthIn: Number.POSITIVE_INFINITY,
  bandwidthOut: Number.POSITIVE_INFINITY,
  clientBandwidth: gigabit,
  loss: 0,
  window: 6 * 1024 * 1024,
};
const small = 90; // headers around one packet on the wire

describe("wired", () => {
  test("bulk: 94.1 % of the line rate, and each of n connections gets 1/n of it", () => {
    const goodput = (0.9415 * 1e9) / 8;
    for (const network of [undefined, lan]) {
      for (const connections of [1, 3, 10]) {
        const rates = measureBulk(nic, network, connections, 1_448_000, 10);
        for (const rate of rates) expect(rate / (goodput / connections)).toBeCloseTo(1, 1.5);
        expect(rates.reduce((a, b) => a + b) / goodput).toBeCloseTo(1, 1.5);
      }
    }
  });

  test("a request and its answer: propagation, and serialization at the client's port and at the host's", () => {
    expect(measureRoundTrip(nic, undefined, 100, 200)).toBeCloseTo(60e-6 + (190 + 290) / gigabit, 8);
    expect(measureRoundTrip(nic, lan, 100, 200)).toBeCloseTo(58e-6 + (2 * (190 + 290)) / gigabit, 8);
  });

  test("a long answer is passed on packet by packet: serialization once, and one packet more at the other port", () => {
    const size = 100 * 1448;
    expect(measureRoundTrip(nic, lan, 100, size)).toBeCloseTo(58e-6 + (2 * 190 + 100 * 1538 + 1538) / gigabit, 8);
  });

  test("a short message among bulk transfers waits for packets, not for whole messages", () => {
    const simulation = new Simulation({ seed: 1 });
    const way = new Nic(simulation, nic, undefined);
    const never = simulation.on("bulk", () => {});
    for (let k = 0; k < 4; k++) way.send(1e9, never, k);
    let end = 0;
    const done = simulation.on("short", () => (end = simulation.now));
    simulation.at(
      1e6,
      simulation.on("send", () => way.send(200, done, 0)),
      0,
    );
    simulation.run(1e9);
    expect(end - 1e6).toBe(Math.ceil((5 * (200 + small) * 1e9) / gigabit));
    expect(end - 1e6).toBeLessThan(4 * 12_304); // one full packet of each of the four
  });

  test("a slower network between client and host is the bottleneck, each way its own", () => {
    const asymmetric = { ...lan, bandwidthIn: 5e6, bandwidthOut: 1e6 };
    expect(measureBulk(nic, asymmetric, 2, 1_448_000, 10)[0]).toBeCloseTo((5e6 * 0.9415) / 2, -5);
    const out = measureRoundTrip(nic, asymmetric, 100, 144_800);
    expect(out).toBeCloseTo(58e-6 + 153_800 / 1e6 + 190 / 5e6 + (2 * (190 + 1538)) / gigabit, 8);
  });

  test("a client's port limits its own transfer and leaves the rest to others", () => {
    const slow = { ...lan, clientBandwidth: 12.5e6 };
    const rates = measureBulk(nic, slow, 3, 1_448_000, 20);
    for (const rate of rates) expect(rate / (12.5e6 * 0.9415)).toBeCloseTo(1, 1);
    expect(measureBulk(nic, slow, 20, 1_448_000, 20)[0] / ((gigabit * 0.9415) / 20)).toBeCloseTo(1, 1);
  });
});

describe("TCP over a long way", () => {
  test("a window each round trip; with loss the square root law of Mathis et al. 1997", () => {
    const path = { segment: 1448, roundTrip: 0.1, loss: 0, window: 65_536 };
    expect(tcpRate(path)).toBe(655_360);
    expect(tcpRate({ ...path, loss: 1e-4, window: 1e9 })).toBeCloseTo((1448 / 0.1) * Math.sqrt(1.5 / 1e-4), 6);
    expect(tcpRate({ ...path, roundTrip: 0 })).toBe(Number.POSITIVE_INFINITY);
  });

  test("what fits into the window is not held back", () => {
    const wan = { ...lan, latency: 0.05, window: 65_536 };
    expect(measureRoundTrip(nic, wan, 100, 60_000)).toBeLessThan(0.1 + 2e-3);
    expect(measureRoundTrip(nic, wan, 100, 655_360)).toBeGreaterThan(0.1 + 1);
  });

  test("one connection is held back by it, many together fill the line", () => {
    const wan = { ...lan, latency: 0.05, window: 1e6 };
    expect(measureBulk(nic, wan, 1, 1_448_000, 30)[0] / (1e7 * 0.9415)).toBeCloseTo(1, 1);
    expect(measureBulk(nic, wan, 25, 1_448_000, 30).reduce((a, b) => a + b) / (gigabit * 0.9415)).toBeCloseTo(1, 1.5);
  });

  test("a lost packet that nothing follows waits for the timer: with probability p, then p squared, ...", () => {
    const loss = 0.1;
    const simulation = new Simulation({ seed: 2 });
    const way = new Nic(simulation, nic, { ...lan, latency: 0.02, loss });
    const count = 20_000;
    const times: number[] = [];
    const done = simulation.on("received", (k) => times.push((simulation.now - k * 1e6) / 1e9));
    const send = simulation.on("send", (k) => way.receive(100, done, k));
    for (let k = 0; k < count; k++) simulation.at(k * 1e6, send, k);
    simulation.run(1e15);
    simulation.audit();
    const late = (timer: number) => times.filter((time) => time > timer).length / count;
    const within = (share: number) => 4 * Math.sqrt(share / count); // four standard deviations
    expect(Math.abs(late(0.2) - loss)).toBeLessThan(within(loss));
    expect(Math.abs(late(0.7) - loss * loss)).toBeLessThan(within(loss * loss));
    const [first] = times.filter((time) => time > 0.2 && time < 0.4);
    expect(first).toBeCloseTo(0.24, 4);
  });
});

describe("radio channel", () => {
  const radio = { access: 200e-6, aggregation: 1 };
  const wifi: NetworkSpec = {
    ...lan,
    latency: 1e-3,
    bandwidthIn: 9e6,
    bandwidthOut: 9e6,
    clientBandwidth: Number.POSITIVE_INFINITY,
    radio,
  };

  test("each packet pays for an access, every second one for an acknowledgement's", () => {
    expect(radioWork(190, 1, 9e6, radio)).toBe(190 + 1800);
    expect(radioWork(4 * 1538, 4, 9e6, radio)).toBe(4 * 1538 + 6 * 1800 + 2 * 90);
    expect(radioWork(16 * 1538, 16, 9e6, { ...radio, aggregation: 8 })).toBe(16 * 1538 + 4 * 1800 + 2 * 90);
  });

  test("both ways take turns: a transfer each way has half of what one alone has", () => {
    const rate = (ways: number) => {
      const simulation = new Simulation({ seed: 1 });
      const way = new Nic(simulation, nic, wifi);
      let received = 0;
      const back = simulation.on("out", () => way.send(14_480, back, 0));
      const done = simulation.on("in", () => {
        received++;
        way.receive(14_480, done, 0);
      });
      way.receive(14_480, done, 0);
      if (ways === 2) way.send(14_480, back, 0);
      simulation.run(10e9);
      simulation.audit();
      return received;
    };
    expect(rate(1) / rate(2)).toBeCloseTo(2, 2);
  });
});
