import { Wait } from "../../kernel/process.js";
import { LAYOUT } from "./customers.js";
/** A process that is a customer. */
export class Service extends Wait {
    queue;
    service;
    priority;
    customer = LAYOUT.NOBODY;
    constructor(queue, service, priority) {
        super();
        this.queue = queue;
        this.service = service;
        this.priority = priority;
    }
    begin() {
        this.customer = this.queue.enterProcess(this, this.service, this.priority);
        this.result = false;
        return this.customer === LAYOUT.NOBODY;
    }
    cancel(granted) {
        if (!granted)
            this.queue.withdraw(this.customer);
    }
    describe() {
        return this.queue.describeService();
    }
}
