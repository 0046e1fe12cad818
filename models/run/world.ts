/** One host with all its tenants, wired and ready to run. */
import { HORIZON, nanoseconds, type Simulation } from "../../engine/index.ts";
import { type Template, extraCpu, receiveCpu } from "../instance/template.ts";
import { containerTemplate } from "../container/template.ts";
import { type DeploymentSpec, engineOf, identity, type UnitSpec, unique } from "../fleet/deployment.ts";
import { COLD_START, DISK, FAULTS, KILLED, type MemoryKind, NETWORK, NO_MEMORY, QUEUEING, WAITING } from "../vocabulary.ts";
import { Execution } from "../request/execution.ts";
import type { Instance } from "../instance/instance.ts";
import { Lifecycle } from "../instance/lifecycle.ts";
import { Machine } from "../host/host.ts";
import type { Measurement } from "./measurement.ts";
import type { GroupId } from "../os/memory/memory.ts";
import { ROOT } from "../os/memory/memory-group.ts";
import { ResidentService } from "../service/resident-service.ts";
import { functionTemplate } from "../serverless/template.ts";
import { FunctionService } from "../serverless/function-service.ts";
import { Platform } from "../serverless/platform.ts";
import type { PlatformSpec } from "../serverless/spec.ts";
import type { Service, ServiceContext } from "../service/service.ts";
import { vmTemplate } from "../vm/template.ts";
import { createArrivals } from "../workload/arrivals.ts";
import { compileProgram, demandSamplers, type Program } from "../request/program.ts";
import { DOOMED, IN_FAULT, IN_SHARED_FAULT, ON_CPU, ON_DISK, QUEUED, RequestTable } from "../request/request-table.ts";
import type { AppSpec } from "../workload/spec.ts";

/** What all tenants have in common of one part of the deployment. */
interface Part {
  readonly app: AppSpec;
  readonly unit: UnitSpec;
  /** In the order of the deployment. */
  readonly index: number;
  readonly program: Program;
  readonly template: Template;
}

export class World {
  readonly simulation: Simulation;
  readonly deployment: DeploymentSpec;
  readonly machine: Machine;
  readonly lifecycle: Lifecycle;
  readonly requests: RequestTable;
  readonly services: Service[] = [];
  /** What instances of each part of the deployment cost. */
  readonly templates: readonly Template[];
  readonly platforms = new Map<string, Platform>();
  /** Services whose first instance is not ready yet; functions have none to wait for. */
  readonly notReady = new Set<number>();
  readonly #execution: Execution;
  readonly #measurement: Measurement;
  #isOpen = false;

  /** Builds the host and begins to start the instances that run all the time. */
  constructor(simulation: Simulation, deployment: DeploymentSpec, tenants: number, measurement: Measurement) {
    this.simulation = simulation;
    this.deployment = deployment;
    this.#measurement = measurement;
    this.machine = new Machine(simulation, deployment.host, (group) => (group === ROOT ? this.#killLargest() : this.#killIn(group)));
    const parts = deployment.parts.map(({ app, unit }, index) => this.#compile(app, unit, index));
    this.templates = parts.map((part) => part.template);
    this.requests = new RequestTable(Math.max(...parts.map((part) => part.program.cpuSteps)));
    this.lifecycle = new Lifecycle(simulation, this.machine, {
      onReady: (instance) => this.#onReady(instance),
      onGuestOutOfMemory: (instance) => this.kill(instance, NO_MEMORY),
      idlePhase: (instance) => nanoseconds(simulation.stream(`${this.services[instance.service].context.name} / idle phase`).next()),
    });
    this.#execution = new Execution(simulation, this.machine, this.requests, this.services, this.lifecycle.instances, measurement, {
      onTimeout: (instance) => this.kill(instance),
    });
    this.#addHostMemory(parts);
    for (let tenant = 0; tenant < tenants; tenant++) for (const part of parts) this.#addService(tenant, part);
    for (const service of this.services) service.begin();
  }

  /** Opens the doors: requests arrive from now on. */
  open(): void {
    this.#isOpen = true;
    this.#scheduleArrivals();
    if (this.deployment.restartEvery !== undefined) this.#scheduleCrashes(this.deployment.restartEvery);
  }

  /** Ends an instance with everything it serves; its service decides what follows. */
  kill(instance: Instance, failure = KILLED): void {
    this.#execution.failAllOf(instance, failure);
    this.lifecycle.end(instance);
    this.services[instance.service].ended(instance, failure);
  }

  /** The request in `row` has neither ended nor failed. */
  isAlive(row: number): boolean {
    return this.requests.phase[row] !== DOOMED;
  }

  /** The component to which the time since its mark will be added. */
  componentNow(row: number): number {
    switch (this.requests.phase[row]) {
      case QUEUED:
        return this.services[this.requests.service[row]].hasReadyInstance() ? QUEUEING : COLD_START;
      case ON_CPU:
        return WAITING;
      case IN_FAULT:
      case IN_SHARED_FAULT:
        return FAULTS;
      case ON_DISK:
        return DISK;
      default:
        return NETWORK;
    }
  }

  #compile(app: AppSpec, unit: UnitSpec, index: number): Part {
    const { machine } = this;
    const program = compileProgram(app);
    switch (unit.kind) {
      case "vm":
        return { app, unit, index, program, template: vmTemplate(machine, app, unit) };
      case "container":
        return { app, unit, index, program, template: containerTemplate(machine, app, unit) };
      case "function":
        return { app, unit, index, program, template: functionTemplate(machine, app, unit) };
    }
  }

  /** The host's own kernel and services, the engines' daemons and the platforms. What they use all the time is never reclaimed. */
  #addHostMemory(parts: readonly Part[]): void {
    const { system } = this.machine.spec.os;
    this.#addResidents("host", system.memory, system.workingSet);
    const engines = parts.flatMap(({ unit }) => engineOf(unit) ?? []);
    for (const { daemonMemory } of unique(engines)) this.#addResidents("runtime", daemonMemory, 0);
    const platforms = parts.flatMap(({ unit }) => (unit.kind === "function" ? [unit.platform] : []));
    for (const { memory, workingSet } of unique(platforms)) this.#addResidents("platform", memory, workingSet);
  }

  #addResidents(kind: MemoryKind, size: number, workingSet: number): void {
    const { memory } = this.machine;
    const filled = this.simulation.on(`memory of the ${kind} filled`, () => {});
    memory.fill(memory.create(kind, workingSet, workingSet, { anonymous: true, pinned: true }), filled, 0);
    memory.fill(memory.create(kind, size - workingSet, 0, { anonymous: true }), filled, 0);
  }

  #addService(tenant: number, part: Part): void {
    const { simulation, machine, lifecycle, requests } = this;
    const { app, unit, program, template } = part;
    const id = this.services.length;
    const own = `tenant ${tenant} / ${app.name}`;
    const context: ServiceContext = {
      id,
      name: own,
      appIndex: part.index,
      app,
      program,
      template,
      extraCpu: extraCpu(program, machine, template.adders),
      receiveCpu: receiveCpu(app.message, machine, template),
      networkDelay: nanoseconds(machine.nic.delay(app.message, program.amounts[program.amounts.length - 1])) + template.adders.roundTrip,
      arrivals: app.arrivals.map((spec, index) =>
        createArrivals(spec, simulation.stream(`${own} / arrivals ${index}`), this.#traceStart(`${app.name} / start of trace ${index}`)),
      ),
      demands: demandSamplers(app, simulation.stream(`${own} / demand`), machine.spec.cpu.speed),
      pages: simulation.stream(`${own} / pages`),
    };
    if (unit.kind === "function") {
      this.services.push(
        new FunctionService(context, unit, this.#platformOf(unit.platform), {
          simulation,
          lifecycle,
          execution: this.#execution,
          requests,
          expire: this.#expireHandler(),
        }),
      );
    } else {
      this.services.push(new ResidentService(context, lifecycle, this.#execution, requests));
      this.notReady.add(id);
    }
  }

  readonly #traceStarts = new Map<string, number>();
  /** Drawn once a run, for all tenants. */
  #traceStart(name: string): number {
    const start = this.#traceStarts.get(name) ?? this.simulation.stream(name).next();
    this.#traceStarts.set(name, start);
    return start;
  }

  #platformOf(spec: PlatformSpec): Platform {
    const key = identity(spec);
    let platform = this.platforms.get(key);
    if (platform === undefined) {
      platform = new Platform(this.simulation, this.machine, this.requests, spec, (id) => this.services[id] as FunctionService);
      this.platforms.set(key, platform);
    }
    return platform;
  }

  #expire = 0;
  #expireHandler(): number {
    this.#expire ||= this.simulation.on("keep-alive over", (id) => {
      const instance = this.lifecycle.instances[id];
      if (instance !== undefined) (this.services[instance.service] as FunctionService).remove(instance);
    });
    return this.#expire;
  }

  #scheduleArrivals(): void {
    const { simulation } = this;
    const origin = simulation.now;
    const sources = this.services.flatMap((service) => service.context.arrivals.map((source) => ({ service, source })));
    const arrival = simulation.on("arrival", (index) => {
      const { service, source } = sources[index];
      this.#execution.arrive(service, source.row);
      this.#atIfEver(origin + source.next(), arrival, index);
    });
    sources.forEach(({ source }, index) => this.#atIfEver(origin + source.next(), arrival, index));
  }

  /** Crashes of each service's instance as a Poisson process; of a function with several instances, the one started first goes. */
  #scheduleCrashes(meanTime: number): void {
    const { simulation } = this;
    const streams = this.services.map((service) => simulation.stream(`${service.context.name} / crashes`));
    const delay = (id: number): number => nanoseconds(streams[id].exponential(meanTime));
    const crash = simulation.on("crash", (id) => {
      const instance = this.lifecycle.instances.find((candidate) => candidate?.service === id);
      if (instance !== undefined) this.kill(instance);
      this.#atIfEver(simulation.now + delay(id), crash, id);
    });
    for (const { context } of this.services) this.#atIfEver(simulation.now + delay(context.id), crash, context.id);
  }

  /** What lies beyond the horizon of simulated time does not happen in any run. */
  #atIfEver(instant: number, handler: number, argument: number): void {
    if (instant <= HORIZON) this.simulation.at(instant, handler, argument);
  }

  #onReady(instance: Instance): void {
    const service = this.services[instance.service];
    this.#measurement.started(service.context.appIndex, instance.startedAt, instance.readyAt);
    if (this.notReady.delete(instance.service) && this.notReady.size === 0 && !this.#isOpen) this.simulation.stop();
    service.ready(instance);
  }

  /** A limit is reached and nothing inside it can be reclaimed: its instance ends. */
  #killIn(group: GroupId): boolean {
    const instance = this.lifecycle.instances.find((candidate) => candidate?.memoryGroup === group);
    if (instance === undefined) return false;
    this.kill(instance, NO_MEMORY);
    return true;
  }

  /** Out of memory: ends the instance with the most memory in frames and on swap, the first of equals, as the kernel's killer does (oom_badness). */
  #killLargest(): boolean {
    let largest: Instance | undefined;
    let most = 0;
    for (const instance of this.lifecycle.instances) {
      if (instance === undefined) continue;
      const size = this.lifecycle.usedBytes(instance);
      if (size > most) {
        largest = instance;
        most = size;
      }
    }
    if (largest === undefined) return false;
    this.kill(largest, NO_MEMORY);
    return true;
  }
}
