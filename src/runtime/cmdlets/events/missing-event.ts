import type { ErrorSpec } from '../../errors/error-record.ts';
import { containsWildcard } from '../../text/wildcard.ts';

/** The error for a name that no event or subscription has; none for wildcards and where no name was given. */
export function noSuchSource(source: string | undefined, what: 'event' | 'subscription'): ErrorSpec | undefined {
  if (source === undefined || containsWildcard(source)) return undefined;
  return {
    id: 'INVALID_SOURCE_IDENTIFIER',
    category: 'InvalidArgument',
    exceptionType: 'System.ArgumentException',
    message: `There is no ${what} '${source}'.`,
    target: null,
  };
}

/** The error for a number that no event or subscription has. */
export function noSuchIdentifier(id: number, errorId: string): ErrorSpec {
  return {
    id: errorId,
    category: 'InvalidArgument',
    exceptionType: 'System.ArgumentException',
    message: `There is none with the number ${id}.`,
    target: null,
  };
}
