/** A gate that lets all pass while it is open and makes all wait while it is closed: a signal, a barrier, a drawbridge. */
import { Wait } from "../kernel/process.ts";
import type { Simulation } from "../kernel/simulation.ts";
import type { Station, StationCounters } from "../kernel/station.ts";
import { SavedFields } from "../kernel/saved-fields.ts";
import { NO_PLACE, WaitingLine } from "./waiting-line.ts";

export interface GateOptions {
  readonly name: string;
  /** Default: closed. */
  readonly open?: boolean;
}

export class Gate extends SavedFields implements Station {
  readonly name: string;
  readonly kind = "gate";
  readonly line: WaitingLine<Pass>;
  private opened: boolean;

  constructor(simulation: Simulation, { name, open = false }: GateOptions) {
    super();
    this.name = name;
    this.opened = open;
    this.line = new WaitingLine(simulation, name);
    simulation.register(this);
  }

  get isOpen(): boolean {
    return this.opened;
  }

  get queueLength(): number {
    return this.line.length;
  }

  /** `yield* gate.pass()`: waits while the gate is closed. */
  pass(): Wait<void> {
    return new Pass(this);
  }

  /** All who wait go on, in order of arrival, and the gate stays open. */
  open(): void {
    this.opened = true;
    this.pulse();
  }

  close(): void {
    this.opened = false;
  }

  /** All who wait now go on, and the gate stays as it is. */
  pulse(): void {
    while (this.line.length > 0) this.line.shift().grant(undefined);
  }

  /** The customers are those who wait; nobody serves them. */
  counters(): StationCounters {
    return { ...this.line.population.counters(), busyIntegral: 0, workDone: 0, capacityIntegral: 0 };
  }
}

class Pass extends Wait<void> {
  private readonly gate: Gate;
  private place = NO_PLACE;

  constructor(gate: Gate) {
    super();
    this.gate = gate;
  }

  protected override begin(): boolean {
    const { line } = this.gate;
    if (this.gate.isOpen) line.population.pass();
    else this.place = line.push(this, 0);
    return this.gate.isOpen;
  }

  protected override cancel(granted: boolean): void {
    if (!granted) this.gate.line.remove(this.place);
  }

  override describe(): string {
    return `gate "${this.gate.name}" to open`;
  }
}
