/** One parameter of a signature, its type still text. */
export interface ParameterText {
  readonly name: string;
  readonly type: string;
  readonly isParams: boolean;
  readonly isByRef: boolean;
  /** Text of the default, where there is one. */
  readonly defaultText: string | undefined;
}

/** A signature text taken apart; types stay text. */
export interface Signature {
  readonly kind: 'constructor' | 'method' | 'property' | 'indexer' | 'field';
  readonly name: string;
  /** The interface of a method written `IConvertible.ToInt16(…)`: .NET's explicit implementation. */
  readonly interfaceText?: string;
  readonly isStatic: boolean;
  readonly genericParameters: readonly string[];
  readonly parameters: readonly ParameterText[];
  /** Result or property type; `void` for none. */
  readonly type: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
}

/** Splits at commas that stand outside brackets. */
export function splitTopLevel(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '<' || c === '[' || c === '(') depth++;
    else if (c === '>' || c === ']' || c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  const last = text.slice(start);
  if (parts.length > 0 || last.trim() !== '') parts.push(last);
  return parts.map((p) => p.trim());
}

/** Name and staticness only: cheap, for the index of a type's members. */
export function signatureName(text: string): { readonly name: string; readonly isStatic: boolean } {
  const isStatic = text.startsWith('static ');
  const rest = isStatic ? text.slice(7) : text;
  const match = /^(?:prop |field )?(?:I\w+(?:<[^.]*>)?\.)?([\w.]+)/.exec(rest);
  return { name: match?.[1] ?? rest, isStatic };
}

/** Takes a signature of define-type.ts apart; throws on text that is not one. */
export function parseSignature(text: string): Signature {
  const isStatic = text.startsWith('static ');
  const rest = isStatic ? text.slice(7) : text;
  if (rest.startsWith('field ')) return fieldSignature(rest.slice(6), isStatic);
  if (rest.startsWith('prop ')) return propertySignature(rest.slice(5), isStatic);
  return methodSignature(rest, isStatic);
}

function fieldSignature(text: string, isStatic: boolean): Signature {
  const space = text.indexOf(' ');
  const words = text.slice(space + 1);
  const canWrite = words.endsWith(' set');
  return {
    kind: 'field',
    name: text.slice(0, space),
    isStatic,
    genericParameters: [],
    parameters: [],
    type: canWrite ? words.slice(0, -4) : words,
    canRead: true,
    canWrite,
  };
}

function propertySignature(text: string, isStatic: boolean): Signature {
  const match = /^(\w+)(?:\[([^\]]*(?:\[\])?)\])? (.+?)((?: get)?(?: set)?)$/.exec(text);
  if (!match) throw new Error(`not a property signature: ${text}`);
  const [, name = '', index, type = '', access = ''] = match;
  return {
    kind: index === undefined ? 'property' : 'indexer',
    name,
    isStatic,
    genericParameters: [],
    parameters:
      index === undefined
        ? []
        : splitTopLevel(index).map((t, i) => parameterText(`${t} ${i === 0 ? 'index' : `index${i}`}`)),
    type,
    canRead: access.includes('get'),
    canWrite: access.includes('set'),
  };
}

function methodSignature(text: string, isStatic: boolean): Signature {
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const head = /^(?:(I\w+(?:<[^.]*>)?)\.)?(\w+)(?:<(.*)>)?$/.exec(text.slice(0, open));
  if (!head || open < 0 || close < open) throw new Error(`not a member signature: ${text}`);
  const name = head[2] ?? '';
  return {
    kind: name === 'new' ? 'constructor' : 'method',
    name,
    ...(head[1] === undefined ? {} : { interfaceText: head[1] }),
    isStatic: isStatic || name === 'new',
    genericParameters: splitTopLevel(head[3] ?? ''),
    parameters: splitTopLevel(text.slice(open + 1, close)).map(parameterText),
    type: text.slice(close + 1).trim() || 'void',
    canRead: false,
    canWrite: false,
  };
}

function parameterText(text: string): ParameterText {
  const equals = text.indexOf(' = ');
  let rest = equals < 0 ? text : text.slice(0, equals);
  const isParams = rest.startsWith('params ');
  if (isParams) rest = rest.slice(7);
  const byRef = /^(?:ref|out|in) /.exec(rest);
  if (byRef) rest = rest.slice(byRef[0].length);
  const space = rest.lastIndexOf(' ');
  return {
    name: rest.slice(space + 1),
    type: rest.slice(0, space),
    isParams,
    isByRef: byRef !== null,
    defaultText: equals < 0 ? undefined : text.slice(equals + 3),
  };
}
