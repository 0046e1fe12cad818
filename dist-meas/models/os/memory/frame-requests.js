import { Deque } from "../../../engine/stations/deque.js";
export class FrameRequests {
    /** Those that wait; while they are being served also those that need nothing more. */
    length = 0;
    #faults = new Deque();
    #fills = new Deque();
    #spare = [];
    #triedInVain = [];
    create(segment, done, arg, page, place, wanted) {
        const request = this.#spare.pop() ?? { segment, done, arg, page, cursor: 0, place, wanted };
        request.segment = segment;
        request.done = done;
        request.arg = arg;
        request.page = page;
        request.cursor = 0;
        request.place = place;
        request.wanted = wanted;
        return request;
    }
    push(request) {
        (request.page < 0 ? this.#fills : this.#faults).push(request);
        this.length++;
    }
    /** Its record may be used for another. */
    release(request) {
        this.#spare.push(request);
    }
    /**
     * Lets `serve` try each once, first come first served, as long as `isWorthwhile`: thousands may wait for a few frames. Those that it serves are gone;
     * of the fills the first goes to the end.
     */
    serve(serve, isWorthwhile) {
        this.#pass(this.#faults, serve, isWorthwhile);
        this.#pass(this.#fills, serve, isWorthwhile);
        if (this.#fills.length > 1)
            this.#fills.push(this.#fills.shift());
    }
    /** Who has waited longest, faults first; somebody must wait. */
    get first() {
        return (this.#faults.length > 0 ? this.#faults : this.#fills).at(0);
    }
    /** Some request for which `condition` holds. */
    find(condition) {
        return findIn(this.#faults, condition) ?? findIn(this.#fills, condition);
    }
    #pass(line, serve, isWorthwhile) {
        const inVain = this.#triedInVain;
        let served = 0;
        for (let left = line.length; left > 0 && isWorthwhile(); left--) {
            const request = line.shift();
            if (serve(request)) {
                this.release(request);
                served++;
            }
            else
                inVain.push(request);
        }
        for (let request = inVain.pop(); request !== undefined; request = inVain.pop())
            line.unshift(request);
        this.length -= served;
    }
}
function findIn(line, condition) {
    for (let index = 0; index < line.length; index++)
        if (condition(line.at(index)))
            return line.at(index);
    return undefined;
}
