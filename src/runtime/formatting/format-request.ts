import type { Alignment, Shape, ValueSource } from './view.ts';

/** One entry of -Property or -GroupBy. */
export interface PropertyRequest {
  readonly source: ValueSource;
  readonly label?: string;
  readonly format?: string;
  readonly width?: number;
  readonly align?: Alignment;
  /** Format-Custom: how deep to go from here. */
  readonly depth?: number;
}

/** What a Format-* command was asked for; the default formatter asks for nothing. */
export interface FormatRequest {
  readonly shape?: Shape;
  readonly properties?: readonly PropertyRequest[];
  readonly groupBy?: PropertyRequest;
  readonly view?: string;
  readonly autoSize?: boolean;
  readonly wrap?: boolean;
  readonly hideHeader?: boolean;
  readonly repeatHeader?: boolean;
  /** Format-Wide -Column */
  readonly columns?: number;
  /** Format-Custom -Depth */
  readonly depth?: number;
  /** Failing expressions are reported as errors. */
  readonly showError?: boolean;
  /** Failing expressions show as #ERR. */
  readonly displayError?: boolean;
  /** Formats also what is usually shown as bare text. */
  readonly force?: boolean;
  readonly expand?: 'CoreOnly' | 'EnumOnly' | 'Both';
}
