/** Text for an element's content or a quoted attribute. */
export declare const escapeHtml: (text: string) => string;
