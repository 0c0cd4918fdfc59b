import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { EnumValue } from '../../values/enum-value.ts';
import {
  type OutputRendering,
  outputRenderings,
  PSStyle,
  psStyleOf,
  StyleColours,
  StyleFormatting,
  StyleProgress,
} from '../../values/ps-style.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type PropertyFunctions, type TypeSpec } from '../define-type.ts';
import { decorationOnly, psStyleFileInfoTypes } from './ps-style-file-info.ts';
import { stringDecoratedType } from './string-decorated.ts';

const sequences: Readonly<Record<string, number>> = {
  Reset: 0,
  Bold: 1,
  Dim: 2,
  Italic: 3,
  Underline: 4,
  Blink: 5,
  Reverse: 7,
  Hidden: 8,
  Strikethrough: 9,
  BoldOff: 22,
  DimOff: 22,
  ItalicOff: 23,
  UnderlineOff: 24,
  BlinkOff: 25,
  ReverseOff: 27,
  HiddenOff: 28,
  StrikethroughOff: 29,
};

const sequenceMembers: MemberTable = Object.fromEntries(
  Object.entries(sequences).map(([name, code]) => [`prop ${name} string get`, () => `\u001b[${code}m`]),
);

const enumNumber = (value: PSValue): number => (value instanceof EnumValue ? Number(value.value) : 0);

const psStyle = defineType({
  name: 'System.Management.Automation.PSStyle',
  jsClass: PSStyle,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: {
    ...sequenceMembers,
    'static prop Instance PSStyle get'(this: EngineContext) {
      return psStyleOf(this);
    },
    'prop OutputRendering OutputRendering get set': {
      get: (self: PSStyle) => outputRenderings.indexOf(self.outputRendering),
      set: (self: PSStyle, value: PSValue) => {
        self.outputRendering = outputRenderings[enumNumber(value)] ?? ('Host' satisfies OutputRendering);
      },
    },
    'prop Formatting PSStyle+FormattingData get': (self: PSStyle) => self.formatting,
    'prop Progress PSStyle+ProgressConfiguration get': (self: PSStyle) => self.progress,
    'prop Foreground PSStyle+ForegroundColor get': (self: PSStyle) => self.foreground,
    'prop Background PSStyle+BackgroundColor get': (self: PSStyle) => self.background,
    'prop FileInfo PSStyle+FileInfoFormatting get': (self: PSStyle) => self.fileInfo,
    'FormatHyperlink(string text, Uri link) string'(_self: PSStyle, text: string, link: PSValue) {
      return `\u001b]8;;${hyperlinkTarget(link)}\u001b\\${text}\u001b]8;;\u001b\\`;
    },
    'static MapForegroundColorToEscapeSequence(ConsoleColor foregroundColor) string': (colour: PSValue) =>
      new StyleColours(false).ofConsoleColour(enumNumber(colour)),
    'static MapBackgroundColorToEscapeSequence(ConsoleColor backgroundColor) string': (colour: PSValue) =>
      new StyleColours(true).ofConsoleColour(enumNumber(colour)),
    'static MapColorPairToEscapeSequence(ConsoleColor foregroundColor, ConsoleColor backgroundColor) string': (
      foreground: PSValue,
      background: PSValue,
    ) =>
      new StyleColours(false).ofConsoleColour(enumNumber(foreground)) +
      new StyleColours(true).ofConsoleColour(enumNumber(background)),
  },
});

/** What `Uri.ToString()` gives, whatever represents the Uri. */
function hyperlinkTarget(link: PSValue): string {
  return typeof link === 'object' && link !== null && 'text' in link && typeof link.text === 'string'
    ? link.text
    : String(link);
}

/** Names of decorations, as scripts write them, and the fields that hold them. */
const formattingFields = {
  FormatAccent: 'formatAccent',
  TableHeader: 'tableHeader',
  CustomTableHeaderLabel: 'customTableHeaderLabel',
  ErrorAccent: 'errorAccent',
  Error: 'error',
  Warning: 'warning',
  Verbose: 'verbose',
  Debug: 'debug',
  FeedbackName: 'feedbackName',
  FeedbackText: 'feedbackText',
  FeedbackAction: 'feedbackAction',
} as const;

const formattingData = defineType({
  name: 'System.Management.Automation.PSStyle+FormattingData',
  jsClass: StyleFormatting,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: Object.fromEntries(
    Object.entries(formattingFields).map(([name, field]): [string, PropertyFunctions] => [
      `prop ${name} string get set`,
      {
        get: (self: StyleFormatting) => self[field],
        set: (self: StyleFormatting, value: string | null) => {
          self[field] = decorationOnly(value);
        },
      },
    ]),
  ),
});

const progressConfiguration = defineType({
  name: 'System.Management.Automation.PSStyle+ProgressConfiguration',
  jsClass: StyleProgress,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: {
    'prop Style string get set': {
      get: (self: StyleProgress) => self.style,
      set: (self: StyleProgress, value: string | null) => {
        self.style = decorationOnly(value);
      },
    },
    'prop MaxWidth int get set': {
      get: (self: StyleProgress) => self.maxWidth,
      set: (self: StyleProgress, value: number) => {
        if (value < 18)
          throw new NetException(
            'System.ArgumentOutOfRangeException',
            'A progress bar needs a MaxWidth of 18 at least.',
          );
        self.maxWidth = value;
      },
    },
    'prop View ProgressView get set': {
      get: (self: StyleProgress) => self.view,
      set: (self: StyleProgress, value: PSValue) => {
        self.view = enumNumber(value);
      },
    },
    'prop UseOSCIndicator bool get set': {
      get: (self: StyleProgress) => self.useOSCIndicator,
      set: (self: StyleProgress, value: boolean) => {
        self.useOSCIndicator = value;
      },
    },
  },
});

const colourNames = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'] as const;

function colourMembers(isBackground: boolean): MemberTable {
  const offset = isBackground ? 10 : 0;
  const plain = colourNames.map((name, i) => [`prop ${name} string get`, () => `\u001b[${30 + offset + i}m`] as const);
  const bright = colourNames.map(
    (name, i) => [`prop Bright${name} string get`, () => `\u001b[${90 + offset + i}m`] as const,
  );
  return {
    ...Object.fromEntries([...plain, ...bright]),
    'FromRgb(byte red, byte green, byte blue) string': (
      self: StyleColours,
      red: PSValue,
      green: PSValue,
      blue: PSValue,
    ) => self.ofRgb(byteNumber(red), byteNumber(green), byteNumber(blue)),
    'FromRgb(int rgb) string': (self: StyleColours, rgb: number) =>
      self.ofRgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255),
    'FromConsoleColor(ConsoleColor color) string': (self: StyleColours, colour: PSValue) =>
      self.ofConsoleColour(enumNumber(colour)),
  };
}

function byteNumber(value: PSValue): number {
  return typeof value === 'object' && value !== null && 'value' in value ? Number(value.value) : Number(value);
}

const colourTypeName = { true: 'BackgroundColor', false: 'ForegroundColor' } as const;

const foregroundColor = defineType({
  name: 'System.Management.Automation.PSStyle+ForegroundColor',
  jsClass: StyleColours,
  typeNameOf: (value: StyleColours) =>
    `System.Management.Automation.PSStyle+${colourTypeName[`${value.isBackground}`]}`,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: colourMembers(false),
});

const backgroundColor = defineType({
  name: 'System.Management.Automation.PSStyle+BackgroundColor',
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: colourMembers(true),
});

const outputRendering = defineType({
  name: 'System.Management.Automation.OutputRendering',
  kind: 'enum',
  assembly: 'System.Management.Automation',
  enumValues: new Map(outputRenderings.map((name, i) => [name, i])),
});

const progressView = defineType({
  name: 'System.Management.Automation.ProgressView',
  kind: 'enum',
  assembly: 'System.Management.Automation',
  enumValues: new Map([
    ['Minimal', 0],
    ['Classic', 1],
  ]),
});

/** `$PSStyle` and the types of its parts. */
export const psStyleTypes: readonly TypeSpec[] = [
  psStyle,
  formattingData,
  progressConfiguration,
  foregroundColor,
  backgroundColor,
  outputRendering,
  progressView,
  ...psStyleFileInfoTypes,
  stringDecoratedType,
];
