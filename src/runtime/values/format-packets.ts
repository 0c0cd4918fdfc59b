import { NetObject } from './net-object.ts';

/** A column as the start of a table announces it. */
export interface HeaderColumn {
  readonly label: string;
  /** 0: decided by the content. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
  /** Whether the label is a property's name; others are shown in another style. */
  readonly matchesProperty: boolean;
}

/** The shape of a formatted sequence. */
export type ShapeInfo =
  | {
      readonly kind: 'table';
      readonly columns: readonly HeaderColumn[];
      readonly hideHeader: boolean;
      readonly repeatHeader: boolean;
    }
  | { readonly kind: 'list' }
  | { readonly kind: 'wide'; readonly columns: number }
  | { readonly kind: 'custom' };

/** Text of a custom view: strings, line ends (null) and indented parts. */
export type CustomText = string | null | CustomFrame;

/** An indented part of a custom view. */
export interface CustomFrame {
  readonly left: number;
  readonly right: number;
  readonly firstLine: number;
  readonly parts: readonly CustomText[];
}

/** One formatted object. */
export type FormatEntry =
  | {
      readonly kind: 'table';
      readonly cells: readonly string[];
      /** Beside `cells`, where a row sets its own alignment; undefined: as the header says. */
      readonly align: readonly ('left' | 'center' | 'right' | undefined)[] | undefined;
      readonly wrap: boolean;
    }
  | { readonly kind: 'list'; readonly labels: readonly string[]; readonly values: readonly string[] }
  | { readonly kind: 'wide'; readonly value: string }
  | { readonly kind: 'custom'; readonly parts: readonly CustomText[] }
  | { readonly kind: 'raw'; readonly text: string };

/** Contract. What Format-* commands write and Out-* commands show (Microsoft.PowerShell.Commands.Internal.Format). */
export abstract class FormatPacket extends NetObject {}

/** Begins a table, list, wide or custom sequence. */
export class FormatStartData extends FormatPacket {
  readonly shape: ShapeInfo;
  readonly autoSize: boolean;

  constructor(shape: ShapeInfo, autoSize: boolean) {
    super();
    this.shape = shape;
    this.autoSize = autoSize;
  }
}

/** Ends what {@link FormatStartData} began. */
export class FormatEndData extends FormatPacket {}

/** Begins a group; every object stands in one. */
export class GroupStartData extends FormatPacket {
  /** The heading of a named group. */
  readonly heading: readonly CustomText[] | undefined;

  constructor(heading: readonly CustomText[] | undefined) {
    super();
    this.heading = heading;
  }
}

/** Ends a group. */
export class GroupEndData extends FormatPacket {}

/** One formatted object, or text that stands outside of the sequence. */
export class FormatEntryData extends FormatPacket {
  readonly entry: FormatEntry;
  readonly outOfBand: boolean;
  /** The stream the object came from. */
  stream: 'output' | 'error' | 'warning' | 'verbose' | 'debug' | 'information' = 'output';

  constructor(entry: FormatEntry, outOfBand = false) {
    super();
    this.entry = entry;
    this.outOfBand = outOfBand;
  }
}
