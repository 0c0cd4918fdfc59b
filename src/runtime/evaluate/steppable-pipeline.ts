import { fail } from '../errors/terminating-error.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { Session } from './session.ts';

/** `GetSteppablePipeline()` */
export function steppablePipeline(_session: Session, _block: ScriptBlock, _args: readonly PSValue[]): PSValue {
  throw fail({
    id: 'NotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.Management.Automation.PSNotSupportedException',
    message: 'Steppable pipelines are not supported.',
  });
}
