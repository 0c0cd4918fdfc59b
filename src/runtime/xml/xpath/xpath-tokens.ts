import { NetException } from '../../errors/net-exception.ts';

/** What a token is. */
export type XPathTokenKind = 'number' | 'literal' | 'name' | 'operator' | 'variable' | 'end';

export interface XPathToken {
  readonly kind: XPathTokenKind;
  readonly text: string;
}

/** XPathException */
export function xpathError(message: string): NetException {
  return new NetException('System.Xml.XPath.XPathException', message);
}

const pattern =
  /\s*(?:(?<number>\d+(?:\.\d*)?|\.\d+)|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<operator>\/\/|::|\.\.|!=|<=|>=|[()[\].@,/|+\-=<>*])|\$(?<variable>[\p{L}_][\p{L}\p{N}_.-]*(?::[\p{L}_][\p{L}\p{N}_.-]*)?)|(?<name>[\p{L}_][\p{L}\p{N}_.-]*(?::(?!:)(?:[\p{L}_][\p{L}\p{N}_.-]*|\*))?))/uy;
const operatorNames: ReadonlySet<string> = new Set(['and', 'or', 'div', 'mod']);
/** After these an operand follows, so `*` and `and` are names there. */
const beforeOperand: ReadonlySet<string> = new Set(['@', '::', '(', '[', ',']);

/** Takes an XPath 1.0 expression apart. @throws XPathException */
export function xpathTokens(text: string): XPathToken[] {
  const tokens: XPathToken[] = [];
  pattern.lastIndex = 0;
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const from = pattern.lastIndex;
    const groups = pattern.exec(text)?.groups;
    if (!groups) throw xpathError(`'${text}' has an invalid token at '${text.slice(from).trim()}'.`);
    tokens.push(tokenOf(groups, tokens.at(-1)));
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function tokenOf(groups: Readonly<Record<string, string>>, last: XPathToken | undefined): XPathToken {
  const endsOperand = last !== undefined && last.kind !== 'operator';
  const afterOperand =
    endsOperand || last?.text === ')' || last?.text === ']' || last?.text === '.' || last?.text === '..';
  const { number, double, single, operator, variable, name = '' } = groups;
  if (number !== undefined) return { kind: 'number', text: number };
  const literal = double ?? single;
  if (literal !== undefined) return { kind: 'literal', text: literal };
  if (variable !== undefined) return { kind: 'variable', text: variable };
  if (operator === '*' && !(afterOperand || (last?.text === '*' && last.kind === 'name')))
    return { kind: 'name', text: '*' };
  if (operator !== undefined) return { kind: 'operator', text: operator };
  if (operatorNames.has(name) && afterOperand && !beforeOperand.has(last?.text ?? ''))
    return { kind: 'operator', text: name };
  return { kind: 'name', text: name };
}
