import { coreTypes } from '../types/core-types.ts';
import type { TypeSystem } from '../types/type-system.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';

/**
 * What a parameter without argument and default holds: `''` for a string, 0 for numbers, false for [bool] and [switch],
 * `$null` for every other type, dates and enums included.
 */
export function unboundValue(types: TypeSystem, type: NetType | undefined): Eventually<PSValue> {
  if (type === undefined) return null;
  const core = coreTypes();
  if (type === core.string) return '';
  if (type === core.boolean) return false;
  if (type === core.switchParameter) return SwitchParameter.absent;
  return isNumeric(type, core) ? types.convert(0, type) : null;
}

function isNumeric(type: NetType, core: ReturnType<typeof coreTypes>): boolean {
  switch (type) {
    case core.int32:
    case core.int64:
    case core.double:
    case core.decimal:
    case core.byte:
    case core.sbyte:
    case core.int16:
    case core.uint16:
    case core.uint32:
    case core.uint64:
    case core.single:
      return true;
    default:
      return false;
  }
}
