/**
 * Colours of charts and page. The same deployment, component or kind of memory has the same colour everywhere, and the colours of one
 * family stay apart for readers with protanopia, deuteranopia or tritanopia (a test computes it). Each is a CSS custom property with the
 * light value as fallback, so that one SVG serves light and dark and also stands alone.
 */
import type { Component, MemoryKind } from "../../models/vocabulary.ts";
export interface Colour {
    readonly light: string;
    readonly dark: string;
}
export declare const PAGE: Readonly<Record<string, Colour>>;
/** By order of appearance, but each model prefers its own. */
export declare const DEPLOYMENTS: Readonly<Record<string, Colour>>;
export declare const COMPONENT_COLOURS: Readonly<Record<Component, Colour>>;
/** What the memory map draws: kinds that answer the same question together. */
export declare const MEMORY_GROUPS: readonly ["host", "guest", "runtime", "application", "shared", "free", "swapped"];
export type MemoryGroup = (typeof MEMORY_GROUPS)[number];
export declare const MEMORY_COLOURS: Readonly<Record<MemoryGroup, Colour>>;
export declare const GROUP_OF: Readonly<Record<MemoryKind, MemoryGroup>>;
/** Every custom property with its value in both themes. */
export declare const PROPERTIES: readonly (readonly [name: string, colour: Colour])[];
/** A CSS colour for a chart or the page: `var(--part-running,#1f4fa3)`. Throws for a property that doesn't exist. */
export declare function css(property: string): string;
/** Undoes `css`: the light value alone, for a specification that has to work outside the page. */
export declare const withLightColours: (text: string) => string;
