/**
 * Turns what a study tells of itself into lines of progress: how long it has taken and may still take, between which loads each line lies by now, and
 * what is being tried. On a terminal that is one line, drawn again each second; anywhere else a line when something is found, and every ten seconds.
 */
import { formatDuration } from "../../reports/index.ts";
import type { Progress as StudyEvent } from "../../scenarios/study/index.ts";
import type { Progress } from "../progress.ts";

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** Longest silence where each line stays [ms]. */
const SILENCE = 9_000;

/** Rough numbers of loads, for the time that is left: of the curve on both sides of a line, and of the changes that are tried. */
const CURVE = 4;
const CHANGES = 6;
/** Before this many loads nothing is said of the time that is left. */
const FIRST_LOADS = 4;

interface Search {
  /** Largest load that met the objective, smallest tried that did not. */
  met: number;
  beyond: number | undefined;
  /** What is being tried. */
  trying: string;
  /** The line has been found: its causes are looked for. */
  isFound: boolean;
  /** The largest load that was announced. */
  announced: number;
}

export interface StudyProgressOptions {
  readonly deployments: number;
  readonly maxTenants: number;
  /** [ms] */
  readonly clock?: () => number;
}

export class StudyProgress {
  readonly #progress: Progress;
  readonly #options: StudyProgressOptions;
  readonly #clock: () => number;
  readonly #begun: number;
  readonly #searches = new Map<string, Search>();
  #finished = 0;
  #loads = 0;
  #replications = 0;
  #spoken: number;

  constructor(progress: Progress, options: StudyProgressOptions) {
    this.#progress = progress;
    this.#options = options;
    this.#clock = options.clock ?? (() => performance.now());
    this.#begun = this.#clock();
    this.#spoken = this.#begun;
  }

  show(event: StudyEvent): void {
    switch (event.kind) {
      case "trying":
        this.#search(event.deployment).trying = plural(event.tenants, "tenant");
        break;
      case "change": {
        const search = this.#search(event.deployment);
        search.isFound = true;
        search.trying = `${plural(event.tenants, "tenant")} with ${event.change}`;
        break;
      }
      case "point":
        this.#loads++;
        this.#replications += event.point.replications;
        this.#learn(event.deployment, event.point);
        break;
      case "deployment":
        this.#searches.delete(event.record.name);
        this.#finished++;
        this.#say(finished(event.record));
        break;
    }
    this.#progress.update(this.#status());
  }

  /** To be called every second: time passes, and there is never a long silence. */
  tick(): void {
    if (this.#clock() - this.#spoken >= SILENCE && this.#progress.stays) this.#say(this.#status());
    this.#progress.update(this.#status());
  }

  #search(deployment: string): Search {
    const known = this.#searches.get(deployment);
    if (known !== undefined) return known;
    const search: Search = { met: 0, beyond: undefined, trying: "", isFound: false, announced: 0 };
    this.#searches.set(deployment, search);
    return search;
  }

  /** What the load says of the line. The first steps of the search are told, so that there is something to read within seconds. */
  #learn(deployment: string, { tenants, verdict }: { readonly tenants: number; readonly verdict: string }): void {
    const search = this.#search(deployment);
    const isFirstBeyond = verdict !== "met" && search.beyond === undefined;
    if (verdict === "met") search.met = Math.max(search.met, tenants);
    else search.beyond = Math.min(search.beyond ?? tenants, tenants);
    const isNews = isFirstBeyond || (verdict === "met" && search.beyond === undefined && tenants >= 2 * search.announced);
    if (!isNews) return;
    search.announced = tenants;
    this.#say(`${deployment}: ${plural(tenants, "tenant")}: ${SAYS[verdict] ?? verdict}`);
  }

  #say(text: string): void {
    this.#spoken = this.#clock();
    this.#progress.milestone(text);
  }

  /** "41 s, about 20 s left, 13 loads and 65 replications done: container 181..203: trying 190 tenants; ..." */
  #status(): string {
    const elapsed = formatDuration(Math.round((this.#clock() - this.#begun) / 1000));
    const left = this.#left();
    const searches = [...this.#searches].map(([deployment, search]) => `${deployment} ${intervalOf(search)}: trying ${search.trying}`);
    const now = searches.length === 0 ? "" : `: ${searches.join("; ")}`;
    const time = left === undefined ? elapsed : `${elapsed}, about ${formatDuration(rough(left))} left`;
    // What is cut off where a line is too long is the least important.
    return `${time}, ${plural(this.#loads, "load")} and ${plural(this.#replications, "replication")} done${now}`;
  }

  /** Time that may be left, as if loads to come took as long as those so far [s]; undefined before there are enough. */
  #left(): number | undefined {
    if (this.#loads < FIRST_LOADS) return undefined;
    const { deployments, maxTenants } = this.#options;
    const begun = [...this.#searches.values()].reduce((sum, search) => sum + loadsLeft(search, maxTenants), 0);
    const open = deployments - this.#finished - this.#searches.size;
    const loads = begun + Math.max(0, open) * loadsLeft({ met: 0, beyond: undefined, isFound: false }, maxTenants);
    return Math.max(1, Math.round((loads * (this.#clock() - this.#begun)) / this.#loads / 1000));
  }
}

const SAYS: Readonly<Record<string, string>> = {
  met: "meets the objective",
  missed: "misses it",
  undecided: "can't be told yet",
  unsettled: "has not settled",
};

/** Between which loads the line lies by now. */
const intervalOf = ({ met, beyond }: Search): string => `${met}..${beyond ?? ""}`;

/** The load is tripled until it is too large, then the gap is halved. */
function loadsLeft({ met, beyond, isFound }: Pick<Search, "met" | "beyond" | "isFound">, maxTenants: number): number {
  if (isFound) return CHANGES / 2;
  const gap = (beyond ?? Math.min(maxTenants, 3 * Math.max(1, met))) - met;
  const steps = beyond === undefined ? 2 : 0;
  return steps + Math.ceil(Math.log2(Math.max(1, gap))) + CURVE + CHANGES;
}

function finished({ name, refused, loadLine, points }: Extract<StudyEvent, { kind: "deployment" }>["record"]): string {
  if (refused !== undefined) return `${name}: can't run here: ${refused}`;
  const effort = `${plural(points.length, "load")}, ${plural(
    points.reduce((sum, { replications }) => sum + replications, 0),
    "replication",
  )}`;
  if (loadLine === null) return `${name}: done (${effort})`;
  const { tenants, atMost, endOfRange } = loadLine;
  const to = atMost === null || atMost === tenants ? "" : ` (up to ${atMost})`;
  const line = endOfRange ? `at least ${plural(tenants, "tenant")}` : `${plural(tenants, "tenant")}${to}`;
  return `${name}: carries ${line} (${effort})`;
}

/** To two digits, or whole seconds. */
const rough = (seconds: number): number => (seconds < 100 ? seconds : Number((seconds / 60).toPrecision(seconds < 600 ? 1 : 2)) * 60);
