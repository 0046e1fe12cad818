/** What a change does to the load line, and which of several does most. */
import type { DeploymentChange } from "../../models/fleet/changes.ts";
import type { Resource } from "../../models/vocabulary.ts";
import type { LoadLine } from "./record.ts";

export type Help = LoadLine["whatHelps"][number];

/** Of the unchanged deployment. */
export interface Border {
  /** Its line, and the first load beyond it. */
  readonly line: Pick<LoadLine, "tenants" | "atMost">;
  readonly firstBeyond: number;
  /** The largest load that was tried and is carried more likely than not, 0 if none is, and the smallest above it that is not. */
  readonly carried: number;
  readonly beyond: number;
}

/** What one change, or several together, do. */
export interface Effect {
  readonly change: DeploymentChange;
  readonly help: Help;
  /** How far beyond the objective the first load tried was, see `Trial`. */
  readonly excess: number;
}

/** Whether it moves the line. */
export const isMoved = ({ help }: Effect): boolean => help.relative === null || help.relative > 0;

/** A change that moves the line by this share of what the best one does is as good. */
const ALIKE = 0.8;

/** What can be had for a setting. */
const SETTINGS: ReadonlySet<Resource> = new Set(["limit", "platform"]);

/**
 * The most helpful first: by the line, then by what is left of the excess. Before machines come settings that do about as much: a machine that carries
 * more as it is was not short. (Faster cores make up for a quota, or a small pool.)
 */
export function ranked(effects: readonly Effect[]): Effect[] {
  const sorted = effects
    .map((effect, index) => ({ effect, index }))
    .sort((a, b) => b.effect.help.tenants - a.effect.help.tenants || byExcess(a.effect, b.effect) || a.index - b.index)
    .map(({ effect }) => effect);
  const isPreferred = (effect: Effect): boolean =>
    isMoved(effect) && SETTINGS.has(effect.help.resource) && isAlike(effect.help, sorted[0].help);
  return [...sorted.filter(isPreferred), ...sorted.filter((effect) => !isPreferred(effect))];
}

/** Whether it does about as much as `best`. */
export const isAlike = (help: Help, best: Help): boolean =>
  best.relative === null || help.relative === null ? help.tenants >= ALIKE * best.tenants : help.relative >= ALIKE * best.relative;

/** Infinity - Infinity is no number, and no difference. */
const byExcess = (a: Effect, b: Effect): number => a.excess - b.excess || 0;
