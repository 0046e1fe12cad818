import { expect, test } from "vitest";
import { host, loadHost, onlyError, type Refusal } from "../testing/scenario.ts";

test("a host's network: none, a preset, or values of its own", async () => {
  const network = async (text: string) => (await loadHost(host(text))).network;
  expect(await network("")).toBeUndefined();
  expect(await network("network: lan-1g")).toMatchObject({ latency: 29e-6, bandwidthIn: Infinity, clientBandwidth: 125e6 });
  const wifi = await network("network: { preset: wifi-n, latency: 2 ms }");
  expect(wifi).toMatchObject({ latency: 2e-3, bandwidthIn: 72.2e6 / 8, radio: { access: 200e-6, aggregation: 1 } });
  expect(await network("network: { latency: 5 ms, bandwidthOut: 1 MB/s, loss: 1 % }")).toEqual({
    latency: 5e-3,
    bandwidthIn: Infinity,
    bandwidthOut: 1e6,
    clientBandwidth: Infinity,
    loss: 0.01,
    window: 6 * 1024 * 1024,
  });
});

test.each<Refusal>([
  [
    "a radio channel with two bit rates",
    host("network: { preset: wifi-n, bandwidthOut: 10 Mbit/s }"),
    {
      message: "a radio channel whose bit rate is not the same both ways",
      fix: "write the bit rate of the channel for both",
    },
  ],
  [
    "a network of which too little is said",
    host("network: { loss: 1 % }"),
    { message: '"latency" is missing', fix: 'add them, or name a preset with "preset: ..."' },
  ],
  ["a network that loses everything", host("network: { preset: wan, loss: 100 % }"), { message: '"100 %" is out of bounds' }],
  ["a network that carries nothing", host("network: { preset: wan, bandwidthIn: 0 B/s }"), { message: '"0 B/s" is out of bounds' }],
])("%s is refused", async (_, sections, error) => expect(await onlyError(sections)).toMatchObject(error));
