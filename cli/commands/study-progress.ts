/** Turns what a study tells of itself into lines of progress. */
import type { Progress as StudyEvent } from "../../scenarios/study/index.ts";
import type { Progress } from "../progress.ts";

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

export class StudyProgress {
  private readonly progress: Progress;
  /** What each unfinished deployment is being tried with. */
  private readonly trying = new Map<string, string>();
  /** Of each deployment: the largest load that was announced to meet the objective, and whether one was that does not. */
  private readonly announced = new Map<string, { met: number; beyond: boolean }>();
  private loads = 0;
  private replications = 0;

  constructor(progress: Progress) {
    this.progress = progress;
  }

  show(event: StudyEvent): void {
    switch (event.kind) {
      case "trying":
        this.trying.set(event.deployment, plural(event.tenants, "tenant"));
        break;
      case "change":
        this.trying.set(event.deployment, `${plural(event.tenants, "tenant")} with ${event.change}`);
        break;
      case "point":
        this.loads++;
        this.replications += event.point.replications;
        this.announce(event.deployment, event.point);
        break;
      case "deployment":
        this.trying.delete(event.record.name);
        this.progress.milestone(finished(event.record));
        break;
    }
    const now = [...this.trying].map(([deployment, what]) => `${deployment} ${what}`).join(", ");
    const done = `${plural(this.loads, "load")} and ${plural(this.replications, "replication")} done`;
    this.progress.update(now === "" ? done : `trying ${now} (${done})`);
  }

  /** The first steps of the search, so that there is something to read within seconds: loads at least doubled, and the first that is too large. */
  private announce(deployment: string, { tenants, verdict }: { readonly tenants: number; readonly verdict: string }): void {
    const last = this.announced.get(deployment) ?? { met: 0, beyond: false };
    if (last.beyond || (verdict === "met" && tenants < 2 * last.met)) return;
    this.announced.set(deployment, { met: tenants, beyond: verdict !== "met" });
    const says = verdict === "met" ? "meets the objective" : verdict === "missed" ? "misses it" : "can't be told yet";
    this.progress.milestone(`${deployment}: ${plural(tenants, "tenant")}: ${says}`);
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
