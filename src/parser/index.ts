export { childKeys, childrenOf } from './ast/child-keys.ts';
export { constantText } from './ast/constant-text.ts';
export type * from './ast/index.ts';
export {
  defaultSafeRules,
  isSafeValue,
  type SafeValueBuilder,
  type SafeValueRules,
  safeValue,
} from './ast/safe-value.ts';
export { ancestorOf, isRethrow, parentOf, rootOf, tokensOf } from './ast/tree.ts';
export { find, findAll, type VisitAction, visit } from './ast/visit.ts';
export { checkRestricted, type RestrictedRules } from './checks/data-sections.ts';
export type { ParseError } from './diagnostics.ts';
export { type CommentHelp, helpOf } from './help-comments.ts';
export { type ParseOptions, type ParseResult, parse } from './parse.ts';
export { Reporter } from './reporter.ts';
export { Extent, Source } from './source.ts';
export { type ExpandableValue, type SubExpressionText, Token, type TokenValue } from './tokens/token.ts';
export { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from './tokens/token-kinds.ts';
export type { KnownType, TypeCatalogue } from './types.ts';
