import { expect, test } from "vitest";
import { parseScenario } from "../language/index.ts";
import { hostTitle } from "./host-title.ts";

async function titleOf(host: string): Promise<string> {
  const result = await parseScenario(
    `plimsoll: 1
hosts: { board: ${host} }
apps: { echo: { arrivals: { poisson: 1/s }, request: [{ cpu: { constant: 1 ms, on: raspberry-pi-5 } }, { reply: 64 B }], memory: { code: 1 MiB, heap: 1 MiB, workingSet: 1 MiB } } }
deployments: { container: { container: {} } }
objective: { latency: { p50: 1 s } }
experiment: { tenants: 1, duration: 10 s }
`,
    { file: "title.yaml" },
  );
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join("; "));
  return hostTitle(result.scenario.deployments[0].spec.hosts[0]);
}

test.each([
  ["{ preset: raspberry-pi-5-8gb }", "Raspberry Pi 5, 8 GB"],
  ["{ preset: raspberry-pi-5-8gb, memory: 8192 MiB, disks: { main: { preset: microsd-a1 } } }", "Raspberry Pi 5, 8 GB"],
  ["{ preset: raspberry-pi-5-8gb, memory: 12 GiB }", "Raspberry Pi 5 with 12 GiB"],
  ["{ preset: raspberry-pi-5-8gb, memory: 12 GiB, cpu: { cores: 8 } }", "Raspberry Pi 5 with 12 GiB and 8 cores"],
  ["{ preset: raspberry-pi-5-8gb, cpu: { cores: 1 } }", "Raspberry Pi 5 with 8 GiB and 1 core"],
  ["{ preset: raspberry-pi-5 }", "Raspberry Pi 5"],
  ["{ preset: raspberry-pi-5, cpu: { cores: 2 } }", "Raspberry Pi 5 with 2 cores"],
])("%s is a %s", async (host, title) => expect(await titleOf(host)).toBe(title));
