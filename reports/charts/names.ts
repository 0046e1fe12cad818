/** Names of users in drawings: short enough for their place, still different from each other, and never mixed into the words around them. */
import type { DeploymentRecord, StudyRecord } from "../../scenarios/study/record.ts";
import { displayName } from "../select.ts";
import { displayWidth } from "../table.ts";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name that runs from right to left must not turn the numbers beside it around. */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);

/** What readers see as one character, such as an emoji of several code points. */
const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });
const graphemes = (text: string): readonly string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment);

function start(text: string, width: number): string {
  let kept = "";
  for (const character of graphemes(text)) {
    if (displayWidth(kept + character) > width) break;
    kept += character;
  }
  return kept;
}

const end = (text: string, width: number): string =>
  graphemes(start(graphemes(text).toReversed().join(""), width))
    .toReversed()
    .join("");

/** At most `width` cells: the start of a name, or both its ends where another name starts alike. */
export function shortNames(names: readonly string[], width: number): readonly string[] {
  const cut = names.map((name) => (displayWidth(name) <= width ? name : `${start(name, width - 1)}…`));
  const alike = (all: readonly string[], index: number) =>
    all.some((other, at) => at !== index && other === all[index] && names[at] !== names[index]);
  const both = names.map((name, index) => {
    if (!alike(cut, index)) return cut[index];
    const tail = Math.floor((width - 1) / 2);
    return `${start(name, width - 1 - tail)}…${end(name, tail)}`;
  });
  return both.map((name, index) => isolated(alike(both, index) ? `${start(name, width - 4)} ${index + 1}` : name));
}

export const shortName = (name: string, width: number): string => shortNames([name], width)[0];

/** Short names of deployments, by their names in the record: two that start alike stay different. */
export function shortDeployments({ deployments }: StudyRecord, width: number): (deployment: DeploymentRecord) => string {
  const short = shortNames(
    deployments.map((deployment) => displayName(deployment).text),
    width,
  );
  const byName = new Map(deployments.map(({ name }, index) => [name, short[index]]));
  return ({ name }) => byName.get(name) ?? shortName(name, width);
}
