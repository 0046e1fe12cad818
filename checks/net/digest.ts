/** Digests of runs, bit by bit over their numbers, and what has moved between two of them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BitHash } from "../../engine/golden/bit-hash.ts";
import type { RunRecord } from "../../models/index.ts";
import { SECTIONS, type Section, valuesOf } from "./values.ts";

export interface RunDigest {
  /** Of all values, section by section in the order of SECTIONS. */
  readonly values: string;
  readonly sections: Readonly<Record<Section, string>>;
  /** Of the events in their order (instant, number of the handler, argument), and how many there were. */
  readonly fingerprint: string;
  readonly events: number;
}

export type Digests = Readonly<Record<string, RunDigest>>;

export const DIGESTS_FILE = fileURLToPath(new URL("./digests.json", import.meta.url));

export const storedDigests = (): Digests => JSON.parse(readFileSync(DIGESTS_FILE, "utf8")) as Digests;

export function digestOf(run: RunRecord): RunDigest {
  const values = valuesOf(run);
  const numbers = (section: Section): number[] => values.filter((each) => each.section === section).map(({ value }) => value);
  return {
    values: new BitHash().add(SECTIONS.map(numbers)).hex,
    sections: Object.fromEntries(SECTIONS.map((section) => [section, new BitHash().add(numbers(section)).hex])) as Record<Section, string>,
    fingerprint: run.fingerprint,
    events: run.events,
  };
}

/** Sentences that say what is not as stored, and what to do; none if nothing moved. */
export function moved(name: string, found: RunDigest, stored: RunDigest | undefined): string[] {
  if (stored === undefined) return [`${name}: nothing is stored; "npm run net" stores it`];
  const sentences: string[] = [];
  if (found.values !== stored.values) {
    const sections = SECTIONS.filter((section) => found.sections[section] !== stored.sections[section]);
    sentences.push(
      `${name}: VALUES changed, in ${sections.join(", ") || "no section, so digests.json was edited"}. In a restructuring that is a mistake: ` +
        `compare the output of "npm run net -- --values '${name}'" before and after. If it is meant, "npm run net" renews the digests, ` +
        "and the commit says why a value changed.",
    );
  }
  if (found.fingerprint !== stored.fingerprint || found.events !== stored.events) {
    const events = found.events === stored.events ? `${found.events} as before` : `${stored.events} before, ${found.events} now`;
    sentences.push(
      `${name}: the events changed (number: ${events}), ${sentences.length > 0 ? "and values with them" : "but no value"}. ` +
        'If it is meant (handlers registered in another order, other events), "npm run net" renews the digests, and the commit says why.',
    );
  }
  return sentences;
}
