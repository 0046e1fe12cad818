import { Wait } from "../../kernel/process.js";
/** A process that is a job. */
export class SharedService extends Wait {
    processor;
    group;
    demand;
    weight;
    job = 0;
    constructor(processor, group, demand, weight) {
        super();
        this.processor = processor;
        this.group = group;
        this.demand = demand;
        this.weight = weight;
    }
    begin() {
        this.job = this.processor.submitProcess(this, this.group, this.demand, this.weight);
        return false;
    }
    cancel(granted) {
        if (!granted)
            this.processor.withdraw(this.job);
    }
    describe() {
        return `service at processor "${this.processor.name}"`;
    }
}
