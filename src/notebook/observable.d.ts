declare module 'observable:define' {
  /** A cell of a notebook, as the kit writes it into the page. */
  export interface CellDefinition {
    readonly id: number;
    readonly body: (...inputs: never[]) => unknown;
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly output?: string;
    readonly display?: boolean;
    readonly autodisplay?: boolean;
    readonly autoview?: boolean;
    readonly automutable?: boolean;
  }

  export interface CellState {
    readonly root: Element;
    expanded: unknown[];
    variables: unknown[];
  }

  export function define(
    main: unknown,
    state: CellState,
    definition: CellDefinition,
    observer?: (state: CellState, definition: CellDefinition) => object,
  ): void;
}

declare module 'observable:display' {
  import type { CellDefinition, CellState } from 'observable:define';

  /** Empties the place of a cell. */
  export function clear(state: CellState): void;

  /** What shows the values of a cell in its place; an error goes to the console too. */
  export function observe(
    state: CellState,
    definition: CellDefinition,
  ): { _error: boolean; rejected(error: unknown): void };
}

declare module 'observable:generators' {
  /** What `start` is given to call, each time it is called. */
  export function observe<Value>(start: (change: (value: Value) => void) => void): unknown;

  /** The width of an element in pixels, again whenever it changes. */
  export function width(element: Element): unknown;
}

declare module '@observablehq/runtime' {
  export interface Variable {
    define(name: string, value: unknown): Variable;
    define(name: string, inputs: readonly string[], value: (...inputs: never[]) => unknown): Variable;
  }

  export interface Module {
    variable(observer?: unknown): Variable;
  }

  export class Runtime {
    constructor(builtins: Readonly<Record<string, unknown>>);
    module(): Module;
  }
}
