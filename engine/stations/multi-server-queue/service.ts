import { Wait } from "../../kernel/process.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import { type CustomerId, LAYOUT } from "./customers.ts";
import type { MultiServerQueue } from "./multi-server-queue.ts";

/** A process that is a customer. */
export class Service extends Wait<boolean> {
  private readonly queue: MultiServerQueue;
  private readonly service: Nanoseconds;
  private readonly priority: number;
  private customer: CustomerId = LAYOUT.NOBODY;

  constructor(queue: MultiServerQueue, service: Nanoseconds, priority: number) {
    super();
    this.queue = queue;
    this.service = service;
    this.priority = priority;
  }

  protected override begin(): boolean {
    this.customer = this.queue.enterProcess(this, this.service, this.priority);
    this.result = false;
    return this.customer === LAYOUT.NOBODY;
  }

  protected override cancel(granted: boolean): void {
    if (!granted) this.queue.withdraw(this.customer);
  }

  override describe(): string {
    return this.queue.describeService();
  }
}
