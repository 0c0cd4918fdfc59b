import type { PSValue } from '../../runtime/values/ps-value.ts';

/** Contract. How payloads become text: CLIXML with whatever type system the caller has (runtime/clixml). */
export interface PayloadFormat {
  /** One element, without a root round it. */
  write(value: PSValue): string;
  /** Throws for text that is not CLIXML. */
  read(text: string): PSValue;
  /** The elements of any list value that `read` gives; undefined for what is no list. */
  items(value: PSValue): readonly PSValue[] | undefined;
}
