/** How long an idle instance of a function is kept. Another policy is an entry in the table, and nothing else in the language. */
import type { KeepAliveSpec } from "../../../models/serverless/policies/keep-alive/keep-alive.ts";
import { time } from "../text/fields.ts";
import { nested } from "../text/tables.ts";
import { type Variants, variants } from "../text/variants.ts";

const longest = { max: "2400 h" } as const;

/** By their names. */
const POLICIES: Variants<KeepAliveSpec, "policy"> = {
  fixed: nested("Always the same time.", {
    time: time({ about: "An instance that is idle for this long is removed.", example: "10 min", ...longest }),
  }),
};

export const keepAliveField = variants<KeepAliveSpec, "policy">("policy", POLICIES, "fixed", {
  about: "An instance that is idle for this long is removed; or the policy that decides how long.",
  example: "10 min",
});
