import { NetException } from '../errors/net-exception.ts';

/** System.Text.RegularExpressions.RegexParseError by name, with its number and our words for it. */
const ERRORS = {
  Unknown: [0, 'it cannot be read'],
  AlternationHasTooManyConditions: [1, 'a conditional has more than two alternatives'],
  AlternationHasMalformedCondition: [2, 'the condition of a conditional is malformed'],
  InvalidUnicodePropertyEscape: [3, 'no Unicode category or block has this name'],
  MalformedUnicodePropertyEscape: [4, '\\p needs a name in braces'],
  UnrecognizedEscape: [5, 'this character has no meaning after a backslash'],
  UnrecognizedControlCharacter: [6, 'this is no control character'],
  MissingControlCharacter: [7, '\\c needs a letter'],
  InsufficientOrInvalidHexDigits: [8, 'hexadecimal digits are missing'],
  QuantifierOrCaptureGroupOutOfRange: [9, 'a number is too large'],
  UndefinedNamedReference: [10, 'no group has this name'],
  UndefinedNumberedReference: [11, 'no group has this number'],
  MalformedNamedReference: [12, '\\k needs a name in angle brackets or quotes'],
  UnescapedEndingBackslash: [13, 'it ends in a backslash'],
  UnterminatedComment: [14, 'a comment is not closed'],
  InvalidGroupingConstruct: [15, 'a group starts with an unknown construct'],
  AlternationHasNamedCapture: [16, 'the condition of a conditional cannot be a named group'],
  AlternationHasComment: [17, 'the condition of a conditional cannot be a comment'],
  AlternationHasMalformedReference: [18, 'the group number of a conditional is malformed'],
  AlternationHasUndefinedReference: [19, 'the conditional names a group that is not there'],
  CaptureGroupNameInvalid: [20, 'the name of a group is malformed'],
  CaptureGroupOfZero: [21, 'a group cannot have the number 0'],
  UnterminatedBracket: [22, 'a set is not closed with ]'],
  ExclusionGroupNotLast: [23, 'a subtracted set must be the last thing in a set'],
  ReversedCharacterRange: [24, 'a range in a set runs backwards'],
  ShorthandClassInCharacterRange: [25, 'a class cannot be the end of a range'],
  InsufficientClosingParentheses: [26, 'a closing parenthesis is missing'],
  ReversedQuantifierRange: [27, 'a quantifier has a maximum below its minimum'],
  NestedQuantifiersNotParenthesized: [28, 'a quantifier follows another quantifier'],
  QuantifierAfterNothing: [29, 'a quantifier follows nothing'],
  InsufficientOpeningParentheses: [30, 'there are more closing than opening parentheses'],
  UnrecognizedUnicodeProperty: [31, 'no Unicode category or block has this name'],
} as const satisfies Record<string, readonly [number, string]>;

/** The names of System.Text.RegularExpressions.RegexParseError. */
export type RegexParseError = keyof typeof ERRORS;

/** A pattern cannot be read: System.Text.RegularExpressions.RegexParseException. */
export class RegexParseFailure extends NetException {
  readonly error: RegexParseError;
  readonly errorNumber: number;
  readonly pattern: string;
  /** Where in the pattern it was noticed. */
  readonly offset: number;

  constructor(error: RegexParseError, pattern: string, offset: number) {
    const [number, words] = ERRORS[error];
    super(
      'System.Text.RegularExpressions.RegexParseException',
      `The regular expression '${pattern}' is invalid at position ${offset}: ${words}.`,
    );
    this.error = error;
    this.errorNumber = number;
    this.pattern = pattern;
    this.offset = offset;
    this.properties.set('Error', number);
    this.properties.set('Offset', offset);
    this.properties.set('Error', number);
  }
}
