/** Progress on stderr: one line that is overwritten on a terminal, a line per milestone anywhere else, nothing when quiet. */
import type { OutputStream } from "./io.ts";

export type ProgressMode = "line" | "log" | "none";

/** Shortest time between two drawings of the line [ms]. */
const REDRAW = 100;

const ERASE_LINE = "\r\u001b[2K";

export function progressMode(wanted: ProgressMode | "auto", quiet: boolean, stream: OutputStream, env: NodeJS.ProcessEnv): ProgressMode {
  if (quiet) return "none";
  if (wanted !== "auto") return wanted;
  return stream.isTTY === true && env["TERM"] !== "dumb" && !env["CI"] ? "line" : "log";
}

export class Progress {
  private readonly mode: ProgressMode;
  private readonly stream: OutputStream;
  private readonly clock: () => number;
  private drawnAt = Number.NEGATIVE_INFINITY;
  private drawn = false;

  /** `clock` [ms] only limits how often the line is drawn. */
  constructor(mode: ProgressMode, stream: OutputStream, clock: () => number = () => performance.now()) {
    this.mode = mode;
    this.stream = stream;
    this.clock = clock;
  }

  /** Each line stays: there is none that is drawn again. */
  get stays(): boolean {
    return this.mode === "log";
  }

  /** What is going on now. Shown on a terminal only, and at most ten times a second. */
  update(text: string): void {
    if (this.mode !== "line" || this.clock() - this.drawnAt < REDRAW) return;
    this.drawnAt = this.clock();
    this.drawn = true;
    const width = (this.stream.columns ?? 80) - 1; // a full last column would wrap
    this.stream.write(ERASE_LINE + (text.length > width ? `${text.slice(0, width - 1)}…` : text));
  }

  /** Something is finished: a line that stays. */
  milestone(text: string): void {
    this.clear();
    if (this.mode !== "none") this.stream.write(`${text}\n`);
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.drawn) this.stream.write(ERASE_LINE);
    this.drawn = false;
    this.drawnAt = Number.NEGATIVE_INFINITY;
  }
}
