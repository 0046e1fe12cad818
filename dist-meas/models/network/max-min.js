/**
 * Max-min fair rates of flows over links: nobody's rate can be raised but by lowering that of somebody who has no more. Found by progressive
 * filling: all rates rise together until a link is full or a flow is at its limit; those stop, the others go on rising.
 * Source: Bertsekas and Gallager, Data Networks, 2nd edition, 6.5.2.
 */
export class MaxMin {
    /** By path: flows on it now, their limit each, and the result: their rate each. */
    flows;
    limit;
    rate;
    capacity;
    links;
    isFixed;
    left;
    /** Flows on a link that still rise. */
    rising;
    /** `capacity` by link; `links` by path, numbers of the links that it takes; `limit` of one flow by path. In one unit of rate. */
    constructor(capacity, links, limit) {
        this.capacity = Float64Array.from(capacity);
        this.links = links;
        this.limit = Float64Array.from(limit);
        this.flows = new Float64Array(links.length);
        this.rate = new Float64Array(links.length);
        this.isFixed = new Uint8Array(links.length);
        this.left = new Float64Array(capacity.length);
        this.rising = new Float64Array(capacity.length);
    }
    /** Finds the rates for the present numbers of flows; O(links x paths) for each path that is on. */
    solve() {
        const { flows } = this;
        let on = 0;
        let last = -1;
        for (let path = 0; path < flows.length; path++) {
            if (flows[path] === 0)
                continue;
            on++;
            last = path;
        }
        if (on === 1)
            this.solveFor(last);
        else if (on > 1)
            this.fill();
    }
    /** All flows take the same path. */
    solveFor(path) {
        let rate = this.limit[path];
        for (const link of this.links[path]) {
            const share = this.capacity[link] / this.flows[path];
            if (share < rate)
                rate = share;
        }
        this.rate[path] = rate;
    }
    fill() {
        const { flows, limit, links, left, rising, isFixed } = this;
        left.set(this.capacity);
        rising.fill(0);
        let unfixed = 0;
        for (let path = 0; path < links.length; path++) {
            const isOn = flows[path] > 0;
            isFixed[path] = isOn ? 0 : 1;
            if (!isOn)
                continue;
            unfixed++;
            for (const link of links[path])
                rising[link] += flows[path];
        }
        while (unfixed > 0) {
            let level = Number.POSITIVE_INFINITY;
            let tightest = -1;
            for (let link = 0; link < left.length; link++) {
                if (rising[link] > 0 && left[link] / rising[link] < level) {
                    level = left[link] / rising[link];
                    tightest = link;
                }
            }
            let stopped = 0;
            for (let path = 0; path < links.length; path++) {
                if (isFixed[path] === 0 && limit[path] <= level) {
                    this.fix(path, limit[path]);
                    stopped++;
                }
            }
            for (let path = 0; stopped === 0 && path < links.length; path++) {
                if (isFixed[path] === 1 || !links[path].includes(tightest))
                    continue;
                this.fix(path, level);
                unfixed--;
            }
            unfixed -= stopped;
        }
    }
    fix(path, rate) {
        this.rate[path] = rate;
        this.isFixed[path] = 1;
        for (const link of this.links[path]) {
            this.left[link] = Math.max(0, this.left[link] - rate * this.flows[path]);
            this.rising[link] -= this.flows[path];
        }
    }
}
