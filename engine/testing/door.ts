import { Wait } from "../kernel/process.ts";

/** A door that lets one through at each opening: the smallest thing to wait for. Counts what is given back. */
export class Door {
  readonly queue: Passage[] = [];
  returned = 0;

  pass(): Passage {
    return new Passage(this);
  }

  open(ticket: number): void {
    this.queue.shift()?.grant(ticket);
  }
}

class Passage extends Wait<number> {
  private readonly door: Door;

  constructor(door: Door) {
    super();
    this.door = door;
  }

  protected override begin(): boolean {
    this.door.queue.push(this);
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (granted) this.door.returned++;
    else this.door.queue.splice(this.door.queue.indexOf(this), 1);
  }

  override describe(): string {
    return "the door";
  }
}
