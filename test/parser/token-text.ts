import { constantText, type Token } from '../../src/parser/index.ts';

/** A token as a test writes it: its kind and what it carries, else its text. */
export function tokenText(token: Token): string {
  return `${token.kind} ${carried(token)}`.trim();
}

function carried({ value, text }: Token): string {
  switch (value.is) {
    case 'number':
      return value.number === undefined ? 'none' : `${value.number.type} ${constantText(value.number)}`;
    case 'string':
    case 'expandable':
      return JSON.stringify(value.string);
    case 'parameter':
      return `-${value.parameterName}${value.usedColon ? ':' : ''}`;
    case 'variable':
      return `$${value.variablePath.userPath}`;
    case 'label':
      return `:${value.labelText}`;
    case 'file':
      return `${value.fromStream}${value.append ? ' append' : ''}`;
    case 'merge':
      return `${value.fromStream}>${value.toStream}`;
    default:
      return text.trim();
  }
}
