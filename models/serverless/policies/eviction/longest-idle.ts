/** The instance that has been idle longest, of whichever tenant. Source: OpenWhisk, ContainerPool.remove: the one with the oldest last use. */
import type { Instance } from "../../../instance/instance.ts";
import type { EvictionPolicy, IdleInstances } from "./eviction.ts";

class InOrderOfIdling<Owner> implements IdleInstances<Owner> {
  readonly #owners = new Map<Instance, Owner>();

  add(instance: Instance, owner: Owner): void {
    this.#owners.set(instance, owner);
  }

  remove(instance: Instance): void {
    this.#owners.delete(instance);
  }

  [Symbol.iterator](): Iterator<readonly [Instance, Owner]> {
    return this.#owners[Symbol.iterator]();
  }
}

export const longestIdle: EvictionPolicy = {
  create: <Owner>() => new InOrderOfIdling<Owner>(),
  description: "a start that finds the pool full evicts the instance that has been idle longest",
};
