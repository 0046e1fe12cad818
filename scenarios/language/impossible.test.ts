/** Physically impossible values: each is refused where it stands, with what was expected and the fix. */
import { expect, test } from "vitest";
import { validateText } from "./index.ts";

const DEFAULTS = {
  host: "x-note: none",
  memory: "code: 1 MiB, heap: 2 MiB, workingSet: 1 MiB",
  app: "threads: 2",
  arrivals: "poisson: 2/s",
  step: "touch: 1",
  deployment: "container: {}",
};

type Place = keyof typeof DEFAULTS;

/** A scenario with one value of it replaced. */
function scenario(place: Place, text: string): string {
  const values: Record<Place, string> = { ...DEFAULTS };
  values[place] = text;
  const { host, memory, app, arrivals, step, deployment } = values;
  return `plimsoll: 1
hosts: { h: { preset: raspberry-pi-4, ${host} } }
apps:
  a:
    arrivals: { ${arrivals} }
    request: [{ ${step} }, { reply: 1 KiB }]
    memory: { ${memory} }
    ${app}
deployments: { d: { ${deployment} } }
objective: { latency: { p99: 1 s } }
`;
}

const LINE: Readonly<Record<Place, number>> = { host: 2, arrivals: 5, step: 6, memory: 7, app: 8, deployment: 9 };

const CASES: readonly (readonly [place: Place, text: string, found: RegExp, fix: RegExp])[] = [
  ["host", "cpu: { cores: 0 }", /found 0/, /write 1 or more/],
  ["host", "cpu: { cores: -4 }", /found -4/, /write 1 or more/],
  ["host", "cpu: { cores: 1.6 }", /found 1.6/, /write 2/],
  ["host", 'cpu: { cores: "4" }', /found "4"/, /write 4 without quotes/],
  ["host", "cpu: { cores: .inf }", /found Infinity/, /write 1024 or less/],
  ["host", "cpu: { threadsPerCore: 0 }", /found 0/, /write 1 or more/],
  ["host", "cpu: { threadsPerCore: 100 }", /found 100/, /write 8 or less/],
  ["host", "cpu: { smtGain: 101 % }", /"101 %" is out of bounds/, /write "100 %" or less/],
  ["host", "cpu: { smtGain: -1 % }", /"-1 %" is out of bounds/, /write "0" or more/],
  ["host", "cpu: { smtGain: 0.25 }", /0.25 has no unit/, /write "25 %", or "0.25 %"/],
  ["host", "cpu: { clock: 0 GHz }", /"0 GHz" is out of bounds/, /write "1 MHz" or more/],
  ["host", "cpu: { copyBandwidth: 0 MB/s }", /"0 MB\/s" is out of bounds/, /write "1 MB\/s" or more/],
  ["host", "cpu: { contextSwitch: -1 us }", /"-1 us" is out of bounds/, /write "0" or more/],
  ["host", "cpu: { cache: 1 GiB }, memory: 512 MiB", /1 GiB is more than the memory behind it/, /write "512 MiB" or less/],
  ["host", "mmu: { pageSize: 5000 B }", /a page of 5000 B is not a power of two/, /write "4 KiB" or "8 KiB"/],
  ["host", "mmu: { pageSize: 1 GiB }", /a page of 1 GiB on 4 GiB of memory/, /write "4 KiB"/],
  [
    "host",
    "mmu: { tlbReach: 8 GiB }",
    /a TLB of 2097152 entries maps 8 GiB, more than the memory there is \(4 GiB\)/,
    /write "4 GiB" or less/,
  ],
  ["host", "mmu: { tlb: { l2: 65536 } }, memory: 128 MiB, system: { memory: 60 MiB, workingSet: 9 MiB }", /maps 256 MiB/, /write "32768"/],
  ["host", "mmu: { tlbReach: 1 KiB }", /the TLB maps less than one page/, /write "4 KiB" or more/],
  ["host", "mmu: { cachedEntry: 500 cycles }", /500 cycles from the cache and 220 from memory/, /lower mmu.cachedEntry/],
  ["host", "mmu: { kind: none }", /virtual machines without a memory management unit/, /"virtualization: false"/],
  ["host", "mmu: { kind: none }, virtualization: false, swap: { size: 1 GiB }", /swap without a memory management unit/, /remove it/],
  [
    "host",
    "mmu: { kind: none }, virtualization: false, swap: { zram: { size: 1 GiB } }",
    /swap without a memory management unit/,
    /remove it/,
  ],
  ["host", "cpu: { isa: armv7m }", /armv7m processors have no memory management unit/, /write "kind: none"/],
  ["host", "memory: 100 MiB", /the host's own system \(238 MiB\) fills its memory \(100 MiB\)/, /lower system.memory/],
  ["host", "memory: -1 GiB", /"-1 GiB" is out of bounds/, /write "1 KiB" or more/],
  ["host", "system: { workingSet: 2 GiB }", /2 GiB is more than the memory of the host's system/, /write "300 MiB" or less/],
  ["host", "nic: { mtu: 67 B }", /"67 B" is out of bounds/, /write "68 B" or more/],
  ["host", "nic: { bandwidth: 0 Mbit/s }", /"0 Mbit\/s" is out of bounds/, /write for example "1 Gbit\/s"/],
  ["host", "nic: { latency: -1 ms }", /"-1 ms" is out of bounds/, /write "0" or more/],
  ["host", 'disks: { "": nvme }', /"" is not a name/, /choose another/],
  ["memory", "code: 1 MiB, heap: 2 MiB, workingSet: 4 MiB", /4 MiB is more than code and heap together/, /write "3 MiB" or less/],
  ["memory", "code: 1 MiB, heap: 2 MiB, workingSet: 1 MiB, dirtyShare: 101 %", /"101 %" is out of bounds/, /write "100 %" or less/],
  ["app", "pageWalkShare: 95 %", /"95 %" is out of bounds/, /write "90 %" or less/],
  ["app", "hugePages: 2 MiB", /found "2 MiB"/, /write true or false/],
  ["app", "start: { cpu: 1 s, on: 0 points }", /"0 points" is out of bounds/, /write "1 points" or more/],
  ["app", "start: { cpu: 1 s, on: -5 points }", /"-5 points" is out of bounds/, /write "1 points" or more/],
  ["arrivals", "poisson: 0/s", /"0\/s" is out of bounds/, /write for example "5\/s"/],
  ["arrivals", "periodic: { every: 1 ns }", /"1 ns" is out of bounds/, /write "1 us" or more/],
  ["arrivals", "bursts: { every: 1 ms, size: 100000 }", /are 100000000\/s/, /make the bursts smaller, or rarer/],
  ["arrivals", "bursts: { every: 1 s, size: .nan }", /found NaN/, /write 1 or more/],
  ["step", "cpu: { weibull: { shape: 0.001, scale: 1 ms }, on: raspberry-pi-4 }", /found 0.001/, /write 0.1 or more/],
  [
    "deployment",
    "vm: { memory: 255 MiB, hugePages: true }",
    /255 MiB are not a whole number of huge pages/,
    /write "256 MiB", or "hugePages: false"/,
  ],
  [
    "deployment",
    "vm: { memory: 256 MiB, guest: { preset: alpine, kernelShare: 100 % } }",
    /"100 %" is out of bounds/,
    /write "50 %" or less/,
  ],
  [
    "deployment",
    "function: { runtime: { preset: cpp, workingSet: 1 GiB }, memory: 64 MiB }",
    /1 GiB is more than the runtime's memory/,
    /or less/,
  ],
  ["deployment", "container: {}, restarts: { every: 1 ns }", /"1 ns" is out of bounds/, /write "1 s" or more/],
];

test.each(CASES)("%s: { %s }", async (place, text, found, fix) => {
  const errors = (await validateText(scenario(place, text))).filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([expect.stringMatching(found)]);
  const [error] = errors;
  expect(error).toMatchObject({ line: LINE[place], expected: expect.stringMatching(/./), fix: expect.stringMatching(fix) });
  expect(error?.column).toBeGreaterThan(1);
});

test("the scenario without any of them is valid, and so are huge pages, rare requests and rare crashes", async () => {
  const texts = [
    scenario("app", "hugePages: true"),
    scenario("deployment", "vm: { memory: 256 MiB, hugePages: true }"),
    scenario("arrivals", "poisson: 0.0000001/s"),
    scenario("deployment", "container: {}, restarts: { every: 87600 h }"),
    scenario("host", "mmu: { tlbReach: 8 MiB, nestedWalkRatio: 3.6 }"),
  ];
  for (const text of texts) expect(await validateText(text)).toEqual([]);
});
