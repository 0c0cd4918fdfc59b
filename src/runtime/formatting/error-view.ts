import { CommandInfo, ScriptInfo } from '../commands/command-info.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import { positionLines, positionMessage } from '../errors/position-message.ts';
import { stripEscapes } from '../text/escape-sequences.ts';
import { Hashtable } from '../values/hashtable.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { errorDetails } from './error-details.ts';
import type { FormatContext } from './format-context.ts';
import { blockText } from './property-expression.ts';

/** The decorations of one error; all empty where the host shows none. */
interface Colours {
  readonly error: string;
  readonly accent: string;
  readonly reset: string;
}

function coloursOf({ style, supportsVirtualTerminal }: FormatContext): Colours {
  if (!supportsVirtualTerminal) return { error: '', accent: '', reset: '' };
  return { error: style.error, accent: style.errorAccent, reset: '\u001b[0m' };
}

const nativeIds = new Set(['NativeCommandError', 'NativeCommandErrorMessage']);

/** What a console shows for an error record, by `$ErrorView` (about_Preference_Variables). */
export function errorText(value: PSValue, context: FormatContext): Eventually<string> {
  const record = baseOf(value);
  if (!(record instanceof ErrorRecord)) return context.objects.text(value);
  const colours = coloursOf(context);
  const paint = (text: string): string => colours.error + text + colours.reset;
  if (nativeIds.has(record.fullyQualifiedErrorId)) return paint(record.exception.message);
  switch (context.errorView()) {
    case 'CategoryView':
      return andThen(categoryText(record, context), paint);
    case 'ConciseView':
      return conciseText(record, context, colours);
    case 'DetailedView':
      return andThen(errorDetails(record, context), (text) => paint(`\n${text}\n`));
    default:
      return andThen(normalText(record, context), (text) => paint(commandPrefix(record.invocationInfo) + text));
  }
}

/** The message of a record: its details' where it has some. */
function messageOf(record: ErrorRecord): string {
  return record.errorDetails?.message || record.exception.message;
}

function categoryText(record: ErrorRecord, { objects }: FormatContext): Eventually<string> {
  return andThen(objects.get(record, 'CategoryInfo'), (info) => objects.text(info));
}

/** NormalView: `command : message`, where, category and id on lines of their own. */
function normalText(record: ErrorRecord, context: FormatContext): Eventually<string> {
  const { invocationInfo, originInfo } = record;
  const shown = invocationInfo && (invocationInfo.myCommand !== null || record.category !== 'ParserError');
  const position = shown && invocationInfo.extent ? positionMessage(invocationInfo.extent) : '';
  return andThen(categoryText(record, context), (category) => {
    const lines = [messageOf(record)];
    if (position) lines.push(position);
    lines.push(`+ CategoryInfo          : ${category}`, `+ FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}`);
    if (originInfo) lines.push(`+ PSComputerName        : ${originInfo.computerName}`);
    return lines.join('\n');
  });
}

function commandPrefix(invocation: InvocationInfo | null): string {
  if (!invocation) return '';
  const { myCommand, invocationName } = invocation;
  if (myCommand instanceof ScriptInfo) return `${blockText(myCommand.scriptBlock)} : `;
  if (myCommand instanceof CommandInfo) {
    if (myCommand.commandType === 'ExternalScript') return `${myCommand.definition} : `;
    const name =
      invocationName === '' || invocationName === '&' || invocationName === '.' ? myCommand.name : invocationName;
    return name ? `${name} : ` : '';
  }
  return invocationName ? `${invocationName} : ` : '';
}

/** ConciseView: one line, or for errors in scripts the place, the line and the message below it. */
function conciseText(record: ErrorRecord, context: FormatContext, colours: Colours): Eventually<string> {
  const action = record.errorDetails?.recommendedAction ?? '';
  const advice = action.trim() === '' ? '' : `\n${colours.error}  Recommendation: ${action}${colours.reset}`;
  return andThen(reasonOf(record, context), (reason) => {
    const place = placeOf(record, colours);
    const text = place ? place.text : '';
    const message = conciseMessage(record, place?.prefix ?? '', context);
    return `${colours.error}${reason}: ${text}${colours.error}${message}${colours.reset}${advice}`;
  });
}

interface Place {
  /** The lines before the message. */
  readonly text: string;
  /** What every line of the message begins with. */
  readonly prefix: string;
}

/** Where the error is shown to be, for errors in script files, in later lines of a text, and for parse errors. */
function placeOf(record: ErrorRecord, colours: Colours): Place | undefined {
  const target = baseOf(record.targetObject);
  if (target instanceof Hashtable && target.has('Line') && target.has('LineText')) {
    const file = String(target.get('File') ?? '');
    return placeLines(
      file,
      String(target.get('Line')),
      { line: String(target.get('LineText')).trim(), marks: '' },
      colours,
    );
  }
  const extent = record.invocationInfo?.extent;
  if (!extent) return undefined;
  const { file, startLineNumber } = extent;
  const isShown = record.category === 'ParserError' || file !== undefined || startLineNumber > 1;
  if (!isShown || file?.endsWith('.psm1')) return undefined;
  const lines = positionLines(extent);
  if (!lines) return undefined;
  const where = file === undefined ? '' : `${file}:${startLineNumber}`;
  return placeLines(where, String(startLineNumber), { line: ` ${lines.line}`, marks: ` ${lines.marks}` }, colours);
}

function placeLines(
  where: string,
  number: string,
  { line, marks }: { line: string; marks: string },
  colours: Colours,
): Place {
  const { accent, error, reset } = colours;
  const extra = ' '.repeat(Math.max(0, number.length - 4));
  const prefix = `${accent}${extra}     | ${error}`;
  const from = marks.indexOf('~');
  const length = marks.trim().length;
  const isPart = accent !== '' && from >= 0 && length < line.length;
  const shown = isPart
    ? line.slice(0, from) + accent + line.slice(from, from + length) + reset + line.slice(from + length)
    : line;
  const lines = [
    `${reset}${where}`,
    `${accent}${extra}Line |`,
    `${accent}${' '.repeat(Math.max(0, 4 - number.length))}${number} | ${reset}${shown}`,
  ];
  if (marks !== '') lines.push(prefix + marks);
  return { text: `${lines.join('\n')}\n`, prefix };
}

function conciseMessage(record: ErrorRecord, prefix: string, context: FormatContext): string {
  const text = prefix + ownMessage(record);
  const isBroken = record.invocationInfo?.extent?.file !== undefined || record.category === 'ParserError';
  if (!isBroken) return text;
  const hidden = prefix.length - stripEscapes(prefix).length;
  return `${brokenMessage(text.replace(/[\n\t]/g, ' '), prefix, context.consoleWidth + hidden)}\n`;
}

/** A parse error's message says where it is already; only what follows the marks is new. */
function ownMessage(record: ErrorRecord): string {
  const message = messageOf(record);
  if (record.errorDetails?.message || record.category !== 'ParserError') return message;
  const marked = message.split('~\n')[1];
  return marked === undefined ? message : (marked.split('\n\n')[0] ?? marked);
}

function brokenMessage(message: string, prefix: string, width: number): string {
  if (message.length <= width) return message;
  const lines = [upToBlank(message, width)];
  let rest = message.slice(lines[0]?.length ?? 0).trim();
  while (rest.length + prefix.length > width) {
    const line = upToBlank(prefix + rest, width);
    if (line.length <= prefix.length) break;
    lines.push(line);
    rest = rest.slice(line.length - prefix.length).trim();
  }
  return [...lines, prefix + rest].join('\n');
}

/** At most so many characters of a text, ending before its last blank. */
function upToBlank(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const blank = head.search(/\s\S*$/);
  return blank < 0 ? head : head.slice(0, blank);
}

/** What stands before the colon: `Exception` for what was thrown, else the command, else what is known of the error. */
function reasonOf(record: ErrorRecord, context: FormatContext): Eventually<string> {
  if (record.exception.wasThrown) return 'Exception';
  const command = record.invocationInfo?.myCommand;
  const name = command instanceof CommandInfo ? command.name : '';
  if (name === '') return otherReason(record, context);
  return context.commandExists(name) ? name : otherReason(record, context);
}

function otherReason(record: ErrorRecord, { objects }: FormatContext): Eventually<string> {
  if (record.activity) return record.activity;
  const { invocationInfo, category } = record;
  if (invocationInfo?.myCommand instanceof CommandInfo) return invocationInfo.myCommand.name;
  if (invocationInfo?.invocationName) return invocationInfo.invocationName;
  if (category !== 'NotSpecified') return category;
  return andThen(objects.get(record, 'CategoryInfo'), (info) =>
    andThen(objects.get(info, 'Reason'), (reason) => (reason ? objects.text(reason) : 'Error')),
  );
}
