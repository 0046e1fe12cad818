class Stack {
    #free = [];
    add(instance) {
        this.#free.push(instance);
    }
    /** Nearly always it was the last; `splice` would make an array. */
    remove(instance) {
        if (this.#free.at(-1) === instance) {
            this.#free.pop();
            return;
        }
        const place = this.#free.lastIndexOf(instance);
        if (place >= 0)
            this.#free.splice(place, 1);
    }
    next() {
        return this.#free.at(-1);
    }
}
export const mostRecentlyUsed = {
    create: () => new Stack(),
    description: "the free instance used last serves next",
};
