class InOrderOfIdling {
    #owners = new Map();
    add(instance, owner) {
        this.#owners.set(instance, owner);
    }
    remove(instance) {
        this.#owners.delete(instance);
    }
    [Symbol.iterator]() {
        return this.#owners[Symbol.iterator]();
    }
}
export const longestIdle = {
    create: () => new InOrderOfIdling(),
    description: "a start that finds the pool full evicts the instance that has been idle longest",
};
