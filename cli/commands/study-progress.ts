/** Turns what a study tells of itself into lines of progress. */
import type { Progress as StudyEvent } from "../../scenarios/study/index.ts";
import type { Progress } from "../progress.ts";

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

export class StudyProgress {
  private readonly progress: Progress;
  /** What each unfinished deployment is being tried with. */
  private readonly trying = new Map<string, number>();
  private loads = 0;
  private replications = 0;

  constructor(progress: Progress) {
    this.progress = progress;
  }

  show(event: StudyEvent): void {
    switch (event.kind) {
      case "trying":
        this.trying.set(event.deployment, event.tenants);
        break;
      case "point":
        this.loads++;
        this.replications += event.point.replications;
        break;
      case "deployment":
        this.trying.delete(event.record.name);
        this.progress.milestone(finished(event.record));
        break;
    }
    const now = [...this.trying].map(([deployment, tenants]) => `${deployment} ${plural(tenants, "tenant")}`).join(", ");
    const done = `${plural(this.loads, "load")} and ${plural(this.replications, "replication")} done`;
    this.progress.update(now === "" ? done : `trying ${now} (${done})`);
  }
}

function finished({ name, refused, loadLine, points }: Extract<StudyEvent, { kind: "deployment" }>["record"]): string {
  if (refused !== undefined) return `${name}: can't run here: ${refused}`;
  const effort = `${plural(points.length, "load")}, ${plural(
    points.reduce((sum, { replications }) => sum + replications, 0),
    "replication",
  )}`;
  if (loadLine === null) return `${name}: done (${effort})`;
  const line = loadLine.endOfRange ? `at least ${plural(loadLine.tenants, "tenant")}` : plural(loadLine.tenants, "tenant");
  return `${name}: carries ${line} (${effort})`;
}
