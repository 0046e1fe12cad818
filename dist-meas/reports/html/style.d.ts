/** Dark only on a screen: paper is white. */
export declare const styleSheet: () => string;
