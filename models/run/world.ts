/**
 * All hosts with all their tenants, wired and ready to run.
 *
 *     simulate ---- measurement (by application), observation (by host), audit
 *        |
 *      world --+--> members: a host each, with its lifecycle of instances
 *              +--> services: one a tenant and application, on the member that placement says
 *              +--> arrivals, clients --> execution --> service --> instance, on its system
 *              \--> crashes --> kill --> execution fails what it serves, the service decides what follows
 */
import { type ArrivalProcess, createArrivals, HORIZON, nanoseconds, type Simulation } from "../../engine/index.ts";
import type { DeploymentSpec, PartSpec } from "../fleet/deployment.ts";
import { Member } from "../fleet/member.ts";
import { PLACEMENT_POLICIES } from "../fleet/placement/placement.ts";
import { residentsOf } from "../fleet/residents.ts";
import { startDelay } from "../fleet/start-order.ts";
import { unitOf } from "../fleet/units.ts";
import type { Instance } from "../instance/instance.ts";
import { Instances } from "../instance/instances.ts";
import type { Template } from "../instance/template.ts";
import type { ServiceContext } from "../request/destination.ts";
import { Execution } from "../request/execution.ts";
import { compileProgram, demandSamplers, extraCpu, type Program, receiveCpu } from "../request/program.ts";
import { DOOMED, IN_FAULT, IN_SHARED_FAULT, ON_CPU, ON_DISK, QUEUED, RequestTable } from "../request/request-table.ts";
import type { Service } from "../service/service.ts";
import { COLD_START, DISK, FAULTS, KILLED, NETWORK, QUEUEING, WAITING } from "../vocabulary.ts";
import { Clients } from "./clients.ts";
import type { Measurement } from "./measurement.ts";
import { Settling } from "./settling.ts";

/** What all tenants on one host have in common of one part of the deployment. */
interface Part extends PartSpec {
  readonly index: number;
  readonly program: Program;
  readonly template: Template;
}

export class World {
  readonly simulation: Simulation;
  readonly deployment: DeploymentSpec;
  readonly members: readonly Member[];
  readonly instances = new Instances();
  readonly requests: RequestTable;
  readonly services: Service[] = [];
  /** Of instances, by host and application. */
  readonly templates: readonly (readonly Template[])[];
  readonly clients: Clients;
  /** Services whose first instance is not ready yet; functions have none to wait for. */
  readonly notReady = new Set<number>();
  /** Instant at which the last start begins [ns]. */
  lastStart = 0;
  readonly #measurement: Measurement;
  readonly #execution: Execution;
  readonly #arrivals: { readonly service: Service; readonly source: ArrivalProcess }[] = [];
  #isOpen = false;
  #settling: Settling | undefined;

  /** Builds the hosts and begins to start the instances that run all the time, in their order. */
  constructor(simulation: Simulation, deployment: DeploymentSpec, tenants: number, measurement: Measurement) {
    this.simulation = simulation;
    this.deployment = deployment;
    this.#measurement = measurement;
    const { hosts, parts } = deployment;
    const events = {
      onReady: (instance: Instance) => this.#onReady(instance),
      kill: (instance: Instance, failure: number) => this.kill(instance, failure),
      nameOf: (service: number) => this.services[service].context.name,
    };
    this.members = hosts.map((host) => new Member(simulation, host, this.instances, events, hosts.length > 1 ? `${host.name} / ` : ""));
    const compiled = this.members.map(({ host }) => parts.map((part, index) => this.#compile(part, index, host)));
    this.templates = compiled.map((onHost) => onHost.map(({ template }) => template));
    this.requests = new RequestTable(Math.max(...compiled[0].map(({ program }) => program.speeds.length)));
    this.#execution = new Execution(simulation, this.requests, this.services, this.instances, measurement, {
      onTimeout: (instance) => this.kill(instance),
      ...(parts.some(({ app }) => app.clients !== undefined) ? { onEnded: (row, failed) => this.clients.ended(row, failed) } : {}),
    });
    this.clients = new Clients(simulation, this.#execution);
    for (const member of this.members) member.addResidents(simulation, residentsOf(parts, member.host.spec.os));
    const placement = PLACEMENT_POLICIES[deployment.placement];
    for (let tenant = 0; tenant < tenants; tenant++) {
      const host = placement.hostOf(tenant, hosts.length);
      for (const part of compiled[host]) this.#addService(tenant, part, this.members[host]);
    }
    this.#beginStarts();
  }

  /** All instances are ready: their memory comes to where it is when they have run for long. Runs the simulation. */
  settle(): void {
    const residents = this.services.filter(({ isResident }) => isResident);
    this.#settling = new Settling(
      this.simulation,
      residents,
      this.members.map(({ host }) => host),
    );
    this.#settling.run();
    this.#settling = undefined;
  }

  /** Opens the doors: requests arrive from now on. */
  open(): void {
    this.#isOpen = true;
    this.#scheduleArrivals();
    this.clients.open();
    if (this.deployment.restartEvery !== undefined) this.#scheduleCrashes(this.deployment.restartEvery);
  }

  /** Now, or when the turn comes of its tenant and application. */
  #beginStarts(): void {
    const { simulation, deployment } = this;
    const isOrdered = (deployment.start?.every ?? 0) > 0 || deployment.parts.some(({ app }) => (app.startAfter ?? 0) > 0);
    const begin = isOrdered ? simulation.on("start begins", (id) => this.services[id].begin()) : -1;
    for (const service of this.services) {
      const { id, app } = service.context;
      const delay = nanoseconds(startDelay(deployment, Math.floor(id / deployment.parts.length), app));
      if (delay === 0 || !service.isResident) service.begin();
      else {
        this.#atIfEver(delay, begin, id);
        this.lastStart = Math.max(this.lastStart, delay);
      }
    }
  }

  /** Ends an instance with everything it serves; its service decides what follows. */
  kill(instance: Instance, failure = KILLED): void {
    const service = this.services[instance.service];
    this.#settling?.giveUp();
    this.#execution.failAllOf(instance, failure);
    this.#memberOf(instance).lifecycle.end(instance);
    service.ended(instance, failure);
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

  #memberOf({ host }: Instance): Member {
    return this.members.find((member) => member.host === host) as Member;
  }

  #compile(part: PartSpec, index: number, host: Member["host"]): Part {
    const { app, unit } = part;
    return { ...part, index, program: compileProgram(app), template: unitOf(unit).template(this.simulation, host, app, unit) };
  }

  #addService(tenant: number, part: Part, member: Member): void {
    const { simulation } = this;
    const { app, unit, index, program, template } = part;
    const { host, lifecycle } = member;
    const name = `tenant ${tenant} / ${app.name}`;
    const context: ServiceContext = {
      id: this.services.length,
      name,
      app,
      appIndex: index,
      program,
      template,
      host,
      extraCpu: extraCpu(program, host.spec, template.adders),
      receiveCpu: receiveCpu(app.message, host.spec, template),
      networkDelay: nanoseconds(host.port.delay(app.message, program.amounts[program.amounts.length - 1])) + template.adders.roundTrip,
      demands: demandSamplers(app, simulation.stream(`${name} / demand`)),
      pages: simulation.stream(`${name} / pages`),
    };
    const { services, instances, requests } = this;
    const shared = member.shared.bind(member);
    const tools = { simulation, instances, lifecycle, execution: this.#execution, requests, services, shared };
    const service = unitOf(unit).service(context, unit, tools);
    this.services.push(service);
    if (service.isResident) this.notReady.add(context.id);
    if (app.clients !== undefined) this.clients.add(service, app.clients);
    app.arrivals.forEach((spec, each) => {
      const start = this.#traceStart(`${app.name} / start of trace ${each}`);
      this.#arrivals.push({ service, source: createArrivals(spec, simulation.stream(`${name} / arrivals ${each}`), start) });
    });
  }

  readonly #traceStarts = new Map<string, number>();
  /** Drawn once a run, for all tenants. */
  #traceStart(name: string): number {
    const start = this.#traceStarts.get(name) ?? this.simulation.stream(name).next();
    this.#traceStarts.set(name, start);
    return start;
  }

  #scheduleArrivals(): void {
    const { simulation } = this;
    const origin = simulation.now;
    const arrival = simulation.on("arrival", (index) => {
      const { service, source } = this.#arrivals[index];
      this.#execution.arrive(service, source.row);
      this.#atIfEver(origin + source.next(), arrival, index);
    });
    this.#arrivals.forEach(({ source }, index) => this.#atIfEver(origin + source.next(), arrival, index));
  }

  /** Crashes of each service's instance as a Poisson process; of a function with several instances, the one started first goes. */
  #scheduleCrashes(meanTime: number): void {
    const { simulation } = this;
    const streams = this.services.map((service) => simulation.stream(`${service.context.name} / crashes`));
    const delay = (id: number): number => nanoseconds(streams[id].exponential(meanTime));
    const crash = simulation.on("crash", (id) => {
      const instance = this.services[id].oldest();
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
    this.#measurement.started(this.services[instance.service].context.appIndex, instance.startedAt, instance.readyAt);
    if (this.notReady.delete(instance.service) && this.notReady.size === 0 && !this.#isOpen) this.simulation.stop();
    this.services[instance.service].ready(instance);
  }
}
