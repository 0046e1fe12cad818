/** What the experiments say, in one sentence, and which resource they say it of. */
import type { Resource } from "../../models/vocabulary.ts";
import { type Border, type Effect, type Help, isAlike, isMoved } from "./effect.ts";

export interface Findings {
  readonly border: Border;
  /** The most helpful first. */
  readonly effects: readonly Effect[];
  /** How far beyond the objective the unchanged deployment is where the changes were tried, see `Trial`. */
  readonly before: number;
}

/** An objective that comes nearer by less than this is where it was [1]. */
const NOTICEABLE = 0.03;

export function explain(findings: Findings): { readonly resource: Resource; readonly explanation: string } {
  const { effects } = findings;
  const [best] = effects;
  if (best !== undefined && isMoved(best)) {
    return { resource: best.help.resource, explanation: isJoint(findings) ? jointly(findings) : alone(findings) };
  }
  return nothing(findings);
}

const isJoint = ({ effects: [best] }: Findings): boolean => best.change.parts !== undefined;

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const plural = (tenants: number): string => `${tenants} tenant${tenants === 1 ? "" : "s"}`;

const carries = ({ tenants, endOfRange }: Help): string => (endOfRange ? `at least ${tenants}` : `${tenants}`);

function instead({ line: { tenants, atMost } }: Border): string {
  if (tenants === 0) return "instead of none";
  return atMost === null || atMost === tenants ? `instead of ${tenants}` : `instead of ${tenants} to ${atMost}`;
}

const gained = ({ relative }: Help): string => (relative === null ? "" : ` (+${percent(relative)})`);

function first({ border, effects: [best] }: Findings): string {
  return `with ${best.help.change} it carries ${carries(best.help)} ${instead(border)}${gained(best.help)}`;
}

function alone(findings: Findings): string {
  const { effects } = findings;
  const [best, ...others] = effects.filter(isMoved).map(({ help }) => help);
  const alike = others.filter((help) => isAlike(help, best));
  const less = others.filter((help) => !isAlike(help, best));
  const listed = (helps: readonly Help[]): string => helps.map((help) => `with ${help.change} ${carries(help)}`).join(", ");
  const rest = effects.some((effect) => !isMoved(effect)) ? "nothing else moves the line" : "";
  return [first(findings), alike.length > 0 ? `about as much ${listed(alike)}` : "", less.length > 0 ? `less ${listed(less)}` : "", rest]
    .filter((part) => part !== "")
    .join("; ");
}

const jointly = (findings: Findings): string => `no single change moves the line: only together do they, ${first(findings)}`;

/** Not one change moves the line, nor do all. */
function nothing({ border, effects, before }: Findings): ReturnType<typeof explain> {
  const at = plural(border.beyond);
  const [nearest] = effects.toSorted((a, b) => a.excess - b.excess || 0);
  if (nearest === undefined || !(nearest.excess < (1 - NOTICEABLE) * before)) {
    return { resource: "application", explanation: `nothing that was changed of what it runs on brings the objective any nearer at ${at}` };
  }
  const { change, resource } = nearest.help;
  const away = Number.isFinite(before)
    ? `from ${times(before)} to ${times(nearest.excess)} the objective`
    : `to ${times(nearest.excess)} the objective`;
  return { resource, explanation: `no change moves the line, not even all together; ${change} comes nearest, ${away} at ${at}` };
}

const times = (excess: number): string => `${excess.toPrecision(2)} times`;
