/**
 * The look of each deployment: colour, marker and dash, so that no curve is known by its colour alone. More deployments than there are colours
 * stand in drawings of their own, all in one colour, and are known by their names.
 */
import type { StudyRecord } from "../../scenarios/study/record.ts";
import { css, DEPLOYMENTS } from "./theme.ts";

export interface Identity {
  /** Key of its colour among those of the deployments; undefined where all share one. */
  readonly key: string | undefined;
  readonly colour: string;
  /** Name of a Vega symbol. */
  readonly shape: string;
  readonly dash: readonly number[];
}

const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross"];
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [12, 4]];
const KEYS = Object.keys(DEPLOYMENTS);

/** Up to here each deployment has a colour of its own, and curves share a drawing. */
export const hasOwnColours = ({ deployments }: StudyRecord): boolean => deployments.length <= KEYS.length;

/** By name of the deployment. The first of a model has the model's colour, further ones take what is left. */
export function identities(record: StudyRecord): ReadonlyMap<string, Identity> {
  if (!hasOwnColours(record)) {
    const shared = { key: undefined, colour: css("--page-accent"), shape: SHAPES[0], dash: DASHES[0] };
    return new Map(record.deployments.map(({ name }) => [name, shared]));
  }
  const free = new Set(KEYS);
  const keyOf = new Map<string, string>();
  for (const { name, model } of record.deployments) if (free.delete(model)) keyOf.set(name, model);
  for (const { name } of record.deployments) {
    if (keyOf.has(name)) continue;
    const [next] = free;
    free.delete(next);
    keyOf.set(name, next);
  }
  return new Map(
    record.deployments.map(({ name }, index) => {
      const key = keyOf.get(name);
      return [name, { key, colour: css(`--deployment-${key}`), shape: SHAPES[index], dash: DASHES[index] }];
    }),
  );
}

export function identityOf(record: StudyRecord, name: string): Identity {
  const look = identities(record).get(name);
  if (look === undefined) throw new Error(`no deployment ${name}`);
  return look;
}
