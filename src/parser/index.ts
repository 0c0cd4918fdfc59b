export { childKeys, childrenOf } from './ast/child-keys.ts';
export type * from './ast/index.ts';
export type { ParseError } from './diagnostics.ts';
export { type ParseOptions, type ParseResult, parse } from './parse.ts';
export { Extent, Source } from './source.ts';
export { type ExpandableValue, type SubExpressionText, Token, type TokenValue } from './tokens/token.ts';
export { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from './tokens/token-kinds.ts';
