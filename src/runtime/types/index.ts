import type { TypeSpec } from './define-type.ts';

/** Every emulated type. One line per folder; the order decides which type a simple name in a signature means. */
export const allTypes: readonly TypeSpec[] = [];
