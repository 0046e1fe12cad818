import { Wait } from "../../kernel/process.ts";
import type { Nanoseconds } from "../../kernel/time.ts";
import type { JobId } from "./job-table.ts";
import type { GroupId, SharedProcessor } from "./shared-processor.ts";

/** A process that is a job. */
export class SharedService extends Wait<void> {
  private readonly processor: SharedProcessor;
  private readonly group: GroupId;
  private readonly demand: Nanoseconds;
  private readonly weight: number;
  private job: JobId = 0;

  constructor(processor: SharedProcessor, group: GroupId, demand: Nanoseconds, weight: number) {
    super();
    this.processor = processor;
    this.group = group;
    this.demand = demand;
    this.weight = weight;
  }

  protected override begin(): boolean {
    this.job = this.processor.submitProcess(this, this.group, this.demand, this.weight);
    return false;
  }

  protected override cancel(granted: boolean): void {
    if (!granted) this.processor.withdraw(this.job);
  }

  override describe(): string {
    return `service at processor "${this.processor.name}"`;
  }
}
