/** Closed clients: users of one tenant who wait for the answer before they think and send again. */
import type { z } from "zod";
import type { ClientsSpec } from "../../../models/index.ts";
import type { Path } from "../text/document.ts";
import { count } from "../text/fields.ts";
import { group } from "../text/maps.ts";
import type { Compilation } from "../text/resolve.ts";
import { longestGap } from "./common.ts";
import { compileDistribution, distributionSchema, distributionsWithin } from "./distribution.ts";

const clientFields = {
  count: count({ about: "Users of one tenant.", min: 1, max: 10_000, because: "one tenant is one customer", example: 64 }),
} as const;

const thoughts = distributionsWithin(longestGap);

export const clientsSchema = (): z.ZodType =>
  group(
    clientFields,
    "Users who wait: each sends a request, waits for the answer or the failure, thinks, and sends again; in place of `arrivals`.",
    {
      think: distributionSchema(thoughts.constant, thoughts.kinds, {
        about: "Time from an answer to the same user's next request. A time alone is always the same.",
        example: "1 s",
      }),
    },
  );

export function compileClients(path: Path, into: Compilation): ClientsSpec {
  const think = compileDistribution(thoughts, [...path, "think"], into);
  return { ...into.resolve(clientFields, { path }), think };
}
