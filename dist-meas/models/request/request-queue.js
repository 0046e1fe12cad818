/** First in, first out, of request rows linked through `next`. */
export class RequestQueue {
    length = 0;
    #head = -1;
    #tail = -1;
    push(row, next) {
        next[row] = -1;
        if (this.#tail < 0)
            this.#head = row;
        else
            next[this.#tail] = row;
        this.#tail = row;
        this.length++;
    }
    shift(next) {
        const row = this.#head;
        this.#head = next[row];
        if (this.#head < 0)
            this.#tail = -1;
        this.length--;
        return row;
    }
}
