/** A scenario that is simulated in a moment, and still has all three execution models. */
export const smallScenario = `plimsoll: 1
title: A small study
hosts:
  gateway: { preset: raspberry-pi-4-4gb, disks: { main: { preset: microsd-a1 } }, swap: { on: main, size: 1 GiB } }
apps:
  echo:
    arrivals: { poisson: 5/s }
    request:
      - cpu: { exponential: 4 ms, on: raspberry-pi-4 }
      - touch: 64
      - reply: 512 B
    memory: { code: 12 MiB, heap: 30 MiB, workingSet: 20 MiB }
    threads: 8
deployments:
  vm: { vm: { hypervisor: kvm, guest: alpine, vcpus: 1, memory: 256 MiB } }
  container: { container: { engine: docker, cpus: 1, memory: 64 MiB } }
  function: { function: { platform: openwhisk, runtime: nodejs, memory: 128 MiB } }
objective: { latency: { p90: 500 ms }, errors: 1 % }
experiment: { seed: 1, tenants: 1..6, duration: 20 s, replications: { min: 2, max: 3, until: 20 % } }
`;

/** The small scenario with one piece of text replaced; throws if the piece is not there, so that no test checks an error that was never planted. */
export function planted(from: string, to: string): string {
  if (!smallScenario.includes(from)) throw new Error(`the small scenario has no "${from}"`);
  return smallScenario.replace(from, to);
}
