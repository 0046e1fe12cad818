/** What the pages say is refused, is an error, warns or runs: each such sentence stands here with what the program does about it. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { whyRefused } from "../models/fleet/feasibility.ts";
import { simulate } from "../models/index.ts";
import { run } from "../models/testing/specs.ts";
import { FAILURES } from "../models/vocabulary.ts";
import { parseScenario } from "../scenarios/language/index.ts";

const repository = new URL("../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, repository), "utf8");
/** Line breaks are no part of a sentence. */
const flat = (text: string): string => text.replace(/\s+/g, " ");

const PI = "preset: raspberry-pi-4-4gb";
const NO_MMU = "preset: cortex-m7-board";
const NO_VIRTUALIZATION = "preset: cortex-a9-gateway";
const FUNCTION = "platform: openwhisk, runtime: cpp";

interface Situation {
  readonly host?: string;
  readonly deployment: string;
  readonly memory?: string;
  readonly arrivals?: string;
  readonly app?: string;
}

async function parsed({
  host = PI,
  deployment,
  memory = "code: 1 MiB, heap: 2 MiB, workingSet: 1 MiB",
  arrivals = "poisson: 2/s",
  app = "threads: 1",
}: Situation) {
  return parseScenario(
    `plimsoll: 1
hosts: { h: { ${host} } }
apps: { a: { arrivals: { ${arrivals} }, request: [{ cpu: { constant: 40 ms, on: raspberry-pi-4 } }, { touch: 4 }, { reply: 1 KiB }], memory: { ${memory} }, ${app} } }
deployments: { d: { ${deployment} } }
objective: { latency: { p50: 1 s } }
experiment: { tenants: 1, duration: 20 s }
`,
    { file: "s.yaml" },
  );
}

/** What becomes of it before anything is simulated. */
async function outcome(situation: Situation): Promise<string> {
  const result = await parsed(situation);
  if (!result.ok) return `error: ${result.diagnostics[0].message}`;
  const refusal = whyRefused(result.scenario.deployments[0].spec);
  if (refusal !== undefined) return `refused: ${refusal}`;
  return ["runs", ...result.warnings.map(({ message }) => `warning: ${message}`)].join("; ");
}

/** What 20 s of it count. */
async function counted(situation: Situation) {
  const result = await parsed(situation);
  if (!result.ok) throw new Error(result.diagnostics[0].message);
  const { apps } = simulate(run(result.scenario.deployments[0].spec, { duration: 20 }));
  const slices = apps.flatMap((app) => app.slices);
  const failed = (reason: (typeof FAILURES)[number]): number =>
    slices.reduce((sum, { failures }) => sum + failures[FAILURES.indexOf(reason)], 0);
  return { failed, completed: slices.reduce((sum, { completed }) => sum + completed, 0) };
}

const SMALL = "code: 1 MiB, heap: 60 MiB, workingSet: 50 MiB";
const FLOOD = "poisson: 100/s"; // for one thread that takes 40 ms

interface Claim {
  readonly page: string;
  readonly sentence: string;
  readonly cases: Readonly<Record<string, () => Promise<void>>>;
}

const becomes = (situation: Situation, what: RegExp) => async (): Promise<void> => expect(await outcome(situation)).toMatch(what);

const CLAIMS: readonly Claim[] = [
  {
    page: "docs/models/container.md",
    sentence: "A host without an MMU can't run one: the deployment is refused.",
    cases: { "no MMU": becomes({ host: NO_MMU, deployment: "container: { memory: 8 MiB }" }, /^refused: the host has no MMU: containers/) },
  },
  {
    page: "docs/models/container.md",
    sentence:
      "So is one whose heap is more than `memory` and the swap it may use: it would be killed. One that needs more than `memory` and has the swap runs, and pages; the language warns.",
    cases: {
      // As much swap as memory, if it is not said.
      "heap beyond memory and swap": becomes(
        { host: `${PI}, swap: { size: 1 GiB }`, deployment: "container: { memory: 24 MiB }", memory: SMALL },
        /^refused: a container of 24 MiB with 24 MiB of swap is too small/,
      ),
      "no swap": becomes(
        { deployment: "container: { memory: 48 MiB }", memory: SMALL },
        /^refused: a container of 48 MiB with 0 MiB of swap is too small/,
      ),
      "swap that is enough": becomes(
        { host: `${PI}, swap: { size: 1 GiB }`, deployment: "container: { memory: 48 MiB }", memory: SMALL },
        /^runs; warning: the container will page/,
      ),
    },
  },
  {
    page: "docs/models/serverless.md",
    sentence: "A scenario with `runtime.memory + code + heap > memory` or `memory > poolMemory` has an error, and is not run.",
    cases: {
      "too small": becomes({ deployment: `function: { ${FUNCTION}, memory: 16 MiB }` }, /^error: the function is too small/),
      "larger than the pool": becomes(
        { deployment: "function: { platform: { preset: openwhisk, poolMemory: 1 GiB }, runtime: cpp, memory: 2 GiB }" },
        /^error: one instance .* is larger than the platform's pool/,
      ),
    },
  },
  {
    page: "docs/models/serverless.md",
    sentence: "With a sandbox in containers the host needs an MMU; without one the deployment is refused.",
    cases: {
      "no MMU": becomes(
        { host: NO_MMU, deployment: `function: { ${FUNCTION}, memory: 24 MiB }` },
        /^refused: the host has no MMU: openwhisk/,
      ),
    },
  },
  {
    page: "docs/models/serverless.md",
    sentence: "The invocation joins the function's queue, unless `backlog` are waiting already: then it is refused.",
    cases: {
      "a full backlog": async () => {
        const { failed, completed } = await counted({
          deployment: `function: { ${FUNCTION}, memory: 64 MiB, maxInstances: 1, backlog: 2 }`,
          arrivals: FLOOD,
        });
        expect(failed("refused")).toBeGreaterThan(0);
        expect(completed).toBeGreaterThan(0);
      },
      "one that nobody fills": async () => {
        const { failed } = await counted({
          deployment: `function: { ${FUNCTION}, memory: 64 MiB, maxInstances: 1, backlog: 100000 }`,
          arrivals: FLOOD,
        });
        expect(failed("refused")).toBe(0);
      },
    },
  },
  {
    page: "docs/models/vm.md",
    sentence:
      "Refused unless the host has an MMU, support for virtualization and a processor of a family that the hypervisor knows, and memory <= memory of the host + its swap kernelBase + kernelShare * memory + system + heap <= memory + swap of the guest",
    cases: {
      "no MMU": becomes(
        { host: `${NO_MMU}, memory: 1 GiB`, deployment: "vm: { memory: 128 MiB }" },
        /^refused: the host has no MMU: virtual machines/,
      ),
      "no virtualization": becomes(
        { host: NO_VIRTUALIZATION, deployment: "vm: { memory: 128 MiB }" },
        /^refused: the host has no virtualization support/,
      ),
      "another family": becomes(
        { host: `${NO_VIRTUALIZATION}, virtualization: true`, deployment: "vm: { hypervisor: firecracker, memory: 128 MiB }" },
        /^refused: firecracker does not run on armv7/,
      ),
      "larger than host and swap": becomes(
        { deployment: "vm: { memory: 8 GiB }" },
        /^refused: a guest of 8192 MiB is larger than the host/,
      ),
      "heap beyond memory and swap of the guest": becomes(
        { deployment: "vm: { memory: 64 MiB }", memory: SMALL },
        /^refused: a guest of 64 MiB without swap is too small/,
      ),
      "larger than the host, not than host and swap": becomes(
        { host: `${PI}, swap: { size: 4 GiB }`, deployment: "vm: { memory: 6 GiB }" },
        /^runs/,
      ),
    },
  },
  {
    page: "docs/models/vm.md",
    sentence: "A guest that can't boot is an error in the scenario, which is not run: kernelBase + kernelShare * memory + system > memory",
    cases: { "48 MiB": becomes({ deployment: "vm: { memory: 48 MiB }" }, /^error: the virtual machine is too small to boot/) },
  },
  {
    page: "docs/models/memory.md",
    sentence: "a guest that can't hold kernel and system is an error in the scenario.",
    cases: {
      "can't": becomes({ deployment: "vm: { memory: 48 MiB }" }, /^error: the virtual machine is too small to boot/),
      "holds them, not the application": becomes(
        { deployment: "vm: { memory: 64 MiB, swap: 64 MiB }", memory: SMALL },
        /^runs; warning: the virtual machine will page/,
      ),
    },
  },
  {
    page: "docs/models/cpu.md",
    sentence: "single CPUs, so a set of CPUs is an error with it.",
    cases: {
      fluid: becomes({ deployment: "container: { cpuset: 0-1 }" }, /^error: the host's scheduler is "fluid", which knows no single CPUs/),
      slices: becomes({ host: `${PI}, scheduler: slices`, deployment: "container: { cpuset: 0-1 }" }, /^runs/),
    },
  },
  {
    page: "docs/models/mmu.md",
    sentence: "Such a deployment is refused with that reason. A platform that runs functions as plain processes runs.",
    cases: {
      container: becomes({ host: NO_MMU, deployment: "container: { memory: 8 MiB }" }, /^refused: the host has no MMU/),
      "plain processes": becomes({ host: NO_MMU, deployment: "function: { platform: embedded, runtime: cpp, memory: 24 MiB }" }, /^runs/),
    },
  },
  {
    page: "docs/models/mmu.md",
    sentence: "Swap without an MMU is an error in the scenario. Without support in the processor virtual machines are refused.",
    cases: {
      swap: becomes(
        { host: `${NO_MMU}, swap: { size: 8 MiB }`, deployment: "function: { platform: embedded, runtime: cpp, memory: 24 MiB }" },
        /^error: swap without a memory management unit/,
      ),
      "no support": becomes(
        { host: NO_VIRTUALIZATION, deployment: "vm: { memory: 128 MiB }" },
        /^refused: the host has no virtualization support/,
      ),
    },
  },
  {
    page: "docs/models/statistics.md",
    sentence: "A container whose limits, and a guest whose memory and swap, are below what it cannot drop is refused at any load.",
    cases: {
      container: becomes({ deployment: "container: { memory: 48 MiB }", memory: SMALL }, /^refused: a container of 48 MiB/),
      guest: becomes({ deployment: "vm: { memory: 64 MiB }", memory: SMALL }, /^refused: a guest of 64 MiB/),
    },
  },
  {
    page: "docs/models/workload.md",
    sentence: "has `threads` threads and a first come, first served queue of at most `backlog` requests. One more is refused.",
    cases: {
      "a full backlog": async () => {
        const { failed, completed } = await counted({
          deployment: "container: { memory: 64 MiB }",
          arrivals: FLOOD,
          app: "threads: 1, backlog: 2",
        });
        expect(failed("refused")).toBeGreaterThan(0);
        expect(completed).toBeGreaterThan(0);
      },
      "one that nobody fills": async () => {
        const { failed } = await counted({
          deployment: "container: { memory: 64 MiB }",
          arrivals: FLOOD,
          app: "threads: 1, backlog: 100000",
        });
        expect(failed("refused")).toBe(0);
      },
    },
  },
  {
    page: "docs/getting-started.md",
    sentence: "A deployment that a host can't run is not an error. It is refused with the reason, and the others go on.",
    cases: { "no virtualization": becomes({ host: NO_VIRTUALIZATION, deployment: "vm: { memory: 128 MiB }" }, /^refused: /) },
  },
];

describe.each(CLAIMS)("$page: $sentence", ({ page, sentence, cases }) => {
  test("is there", () => expect(flat(read(page))).toContain(sentence));
  test.each(Object.entries(cases))("%s", async (_, holds) => {
    expect.hasAssertions();
    await holds();
  });
});

/** They name the outcome of a request, or are about tests themselves. */
const NO_CLAIMS = [
  "ts`: on every host two tenants run in containers and the books balance; virtual machines are refused on `cortex-a9-gateway`, virtual machines and containers on `cortex-m7-board`, with the reason",
  "at most three fit; others wait, are refused; idle ones are evicted",
  "`refused`",
];

test("no page of the models, nor the README, says of anything else that it is refused", () => {
  const pages = ["README.md", ...readdirSync(new URL("docs/models/", repository)).map((name) => `docs/models/${name}`)];
  const untested = pages.flatMap((page) => {
    let rest = flat(read(page));
    for (const { sentence } of CLAIMS.filter((claim) => claim.page === page)) rest = rest.replace(sentence, "");
    const told = (rest.match(/[^.|]*\brefus(?:e|ed|es)\b[^.|]*/gi) ?? []).map((text) => text.trim());
    return told.filter((text) => !NO_CLAIMS.includes(text)).map((text) => `${page}: ${text}`);
  });
  expect(untested).toEqual([]);
});
