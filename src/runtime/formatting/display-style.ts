/** The decorations of `$PSStyle` that formatting uses, and whether they are shown (about_ANSI_Terminals). */
export interface DisplayStyle {
  readonly outputRendering: 'Host' | 'PlainText' | 'Ansi';
  readonly tableHeader: string;
  readonly customTableHeaderLabel: string;
  readonly formatAccent: string;
  readonly errorAccent: string;
  readonly error: string;
}
