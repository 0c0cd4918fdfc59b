import { NetObject } from './net-object.ts';

/** `$PSStyle.OutputRendering` by value. */
export const outputRenderings = ['Host', 'PlainText', 'Ansi'] as const;

/** Whether decorations are written: to the host only, never, always. */
export type OutputRendering = (typeof outputRenderings)[number];

/** `$PSStyle.Formatting`: decorations of parts of the output. */
export class StyleFormatting extends NetObject {
  formatAccent = '\u001b[32;1m';
  tableHeader = '\u001b[32;1m';
  customTableHeaderLabel = '\u001b[32;1;3m';
  errorAccent = '\u001b[36;1m';
  error = '\u001b[31;1m';
  warning = '\u001b[33;1m';
  verbose = '\u001b[33;1m';
  debug = '\u001b[33;1m';
  feedbackName = '\u001b[33m';
  feedbackText = '\u001b[96m';
  feedbackAction = '\u001b[97m';
}

/** `$PSStyle.Progress` */
export class StyleProgress extends NetObject {
  style = '\u001b[33;1m';
  maxWidth = 120;
  /** 0 Minimal, 1 Classic. */
  view = 0;
  useOSCIndicator = false;
}

const archiveColour = '\u001b[31;1m';
const scriptColour = '\u001b[33;1m';

/** `$PSStyle.FileInfo.Extension`: decorations by file extension, case ignored. */
export class StyleExtensions extends NetObject {
  readonly entries = new Map<string, string>([
    ...['.zip', '.tgz', '.gz', '.tar', '.nupkg', '.cab', '.7z'].map((name) => [name, archiveColour] as const),
    ...['.ps1', '.psd1', '.psm1', '.ps1xml'].map((name) => [name, scriptColour] as const),
  ]);
}

/** `$PSStyle.FileInfo`: decorations of file names. */
export class StyleFileInfo extends NetObject {
  directory = '\u001b[44;1m';
  symbolicLink = '\u001b[36;1m';
  executable = '\u001b[32;1m';
  readonly extension = new StyleExtensions();
}

/** `$PSStyle.Foreground` or `.Background`. */
export class StyleColours extends NetObject {
  readonly isBackground: boolean;

  constructor(isBackground: boolean) {
    super();
    this.isBackground = isBackground;
  }

  /** The sequence of a ConsoleColor number. */
  ofConsoleColour(colour: number): string {
    const code = consoleColourCodes[colour] ?? 39;
    return `\u001b[${this.isBackground ? code + 10 : code}m`;
  }

  /** The sequence of a colour by its parts. */
  ofRgb(red: number, green: number, blue: number): string {
    return `\u001b[${this.isBackground ? 48 : 38};2;${red};${green};${blue}m`;
  }
}

/** SGR codes of the foreground, by ConsoleColor number. */
export const consoleColourCodes = [30, 34, 32, 36, 31, 35, 33, 37, 90, 94, 92, 96, 91, 95, 93, 97] as const;

/** Contract. `$PSStyle` (about_ANSI_Terminals): one per engine. */
export class PSStyle extends NetObject {
  outputRendering: OutputRendering = 'Host';
  readonly formatting = new StyleFormatting();
  readonly progress = new StyleProgress();
  readonly fileInfo = new StyleFileInfo();
  readonly foreground = new StyleColours(false);
  readonly background = new StyleColours(true);
}

const styles = new WeakMap<StyleOwner, PSStyle>();

/** What the style's start values depend on. */
export interface StyleOwner {
  readonly environment: { get(name: string): string | undefined };
}

/** The style of an engine, made on first use. NO_COLOR and a dumb terminal begin with plain text. */
export function psStyleOf(engine: StyleOwner): PSStyle {
  let style = styles.get(engine);
  if (!style) {
    style = new PSStyle();
    const { environment } = engine;
    const isDumb = ['dumb', 'xterm-mono', 'xtermm'].includes(environment.get('TERM') ?? '');
    if (isDumb || environment.get('NO_COLOR') !== undefined) style.outputRendering = 'PlainText';
    styles.set(engine, style);
  }
  return style;
}
