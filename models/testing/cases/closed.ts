/** Whole simulated machines whose requests come from clients that wait for the answer: closed networks of queues. */
import { birthDeath, meanValueAnalysis } from "../../../engine/testing/theory/index.ts";
import type { ValidationCase } from "../../../engine/testing/validation.ts";
import type { DeploymentSpec } from "../../fleet/deployment.ts";
import { wireSize } from "../../network/packets.ts";
import type { AppSpec, ClientsSpec } from "../../workload/spec.ts";
import { compute, idealContainer, idealHost, onlyDoes } from "../ideal.ts";
import { deployment } from "../specs.ts";
import { meanTimes, measuredWindow } from "./measured-window.ts";

const MEAN = 10e-3; // of a CPU demand [s]
const exponential = compute({ kind: "exponential", mean: MEAN });

interface Closed {
  readonly name: string;
  readonly source: string;
  readonly deployment: DeploymentSpec;
  /** Of a test's run [s]. */
  readonly duration: number;
  readonly expected: () => { readonly throughput: number; readonly response: number; readonly refused?: number | undefined };
}

function closedCase({ name, source, deployment, duration, expected }: Closed): ValidationCase {
  const named = ({ throughput, response, refused }: ReturnType<Closed["expected"]>) => ({
    "throughput [1/s]": throughput,
    "response time [ms]": 1e3 * response,
    ...(refused === undefined ? {} : { "refused [1]": refused }),
  });
  return {
    name,
    source,
    agreement: { kind: "interval", runs: 16, precision: 0.03 },
    expected: () => named(expected()),
    simulate(seed, length) {
      const window = measuredWindow(deployment, seed, duration * length, 1);
      const { response, refused } = meanTimes(window);
      const throughput = window.completed / (window.duration - window.warmup);
      return named({ throughput, response: response / 1e3, ...(expected().refused === undefined ? {} : { refused }) });
    },
  };
}

/** Clients in place of open arrivals, on requests that do nothing but these steps. */
const closedApp = (clients: ClientsSpec, changes: Partial<AppSpec> = {}): AppSpec =>
  onlyDoes(1, [exponential], { arrivals: [], clients, ...changes });

const users = (count: number, think: number): ClientsSpec => ({ count, think: { kind: "exponential", mean: think } });

/** Machines that break down while they run, and `repairmen`; at most `room` are repaired or wait, the others go on running. */
function repairmen(machines: number, repairs: number, room: number, think: number) {
  const arrival = (broken: number) => (machines - broken) / think;
  const share = birthDeath(arrival, (broken) => Math.min(broken, repairs) / MEAN, Math.min(machines, room));
  const sum = (value: (broken: number) => number) => share.reduce((total, probability, broken) => total + probability * value(broken), 0);
  const throughput = sum((broken) => Math.min(broken, repairs)) / MEAN;
  const refused = room >= machines ? 0 : (share[room] * arrival(room)) / sum(arrival);
  return { throughput, response: sum((broken) => broken) / throughput, refused };
}

const NIC = 1e6; // [B/s]
const REPLY = 8000; // [B]
const nic = { bandwidth: NIC, latency: 0, mtu: 1500, cpuPerPacket: 0 };
const wire = (size: number): number => wireSize(nic, size) / NIC;

export const closedCases: readonly ValidationCase[] = [
  closedCase({
    name: "ten clients of a container on one core",
    source: "M/M/1//10, machine repairman (Palm 1947), birth and death process",
    deployment: deployment(idealContainer(), { host: idealHost(1), app: closedApp(users(10, 0.1)) }),
    duration: 110,
    expected: () => ({ ...repairmen(10, 1, 10, 0.1), refused: undefined }),
  }),
  closedCase({
    name: "thirty clients of a container with two threads on two cores",
    source: "M/M/2//30, two repairmen, birth and death process",
    deployment: deployment(idealContainer({ cpus: 2 }), { host: idealHost(2), app: closedApp(users(30, 0.15), { threads: 2 }) }),
    duration: 120,
    expected: () => ({ ...repairmen(30, 2, 30, 0.15), refused: undefined }),
  }),
  closedCase({
    name: "twenty clients, of whom a backlog of three refuses some",
    source: "M/M/1/4//20: a refused client thinks, and tries again",
    deployment: deployment(idealContainer(), { host: idealHost(1), app: closedApp(users(20, 0.2), { threads: 1, backlog: 3 }) }),
    duration: 380,
    expected: () => repairmen(20, 1, 4, 0.2),
  }),
  closedCase({
    name: "fifteen clients, a core and a network interface",
    source: "exact mean value analysis (Reiser and Lavenberg, J. ACM 27(2), 1980)",
    deployment: deployment(idealContainer(), {
      host: idealHost(1, { nic }),
      app: closedApp(users(15, 0.05), { message: 1, request: [exponential, { kind: "reply", size: REPLY }] }),
    }),
    duration: 60,
    expected: () => meanValueAnalysis(15, 0.05, [MEAN, wire(REPLY), wire(1)]),
  }),
  closedCase({
    name: "six clients that think for a constant time",
    source: "exact mean value analysis: only the mean of the time to think matters",
    deployment: deployment(idealContainer(), {
      host: idealHost(1),
      app: closedApp({ count: 6, think: { kind: "constant", value: 0.04 } }),
    }),
    duration: 80,
    expected: () => meanValueAnalysis(6, 0.04, [MEAN]),
  }),
];
