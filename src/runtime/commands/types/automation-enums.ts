import { defineEnum } from '../../types/define-enum.ts';
import type { TypeSpec } from '../../types/define-type.ts';
import { typeTable } from '../../types/type-table.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';

const prefix = 'System.Management.Automation.';
const flags = { flags: true };

/** Enums about commands, parameters, preferences and modules. */
export const automationEnums: readonly TypeSpec[] = [
  defineEnum(`${prefix}ActionPreference`, 'SilentlyContinue Stop Continue Inquire Ignore Suspend Break'),
  defineEnum(
    `${prefix}CommandTypes`,
    'Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 Configuration=256 All=383',
    flags,
  ),
  defineEnum(`${prefix}ConfirmImpact`, 'None Low Medium High'),
  defineEnum(`${prefix}ScopedItemOptions`, 'None=0 ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16', flags),
  defineEnum(`${prefix}SessionStateEntryVisibility`, 'Public Private'),
  defineEnum(`${prefix}CommandOrigin`, 'Runspace Internal'),
  defineEnum(`${prefix}ErrorView`, 'NormalView CategoryView ConciseView DetailedView'),
  defineEnum(`${prefix}NativeArgumentPassingStyle`, 'Legacy Standard Windows'),
  defineEnum(`${prefix}ModuleType`, 'Script Binary Manifest Cim Workflow'),
  defineEnum(`${prefix}ModuleAccessMode`, 'ReadWrite ReadOnly Constant'),
  defineEnum(`${prefix}RemotingCapability`, 'None PowerShell SupportedByCommand OwnedByCommand'),
  defineEnum(`${prefix}ValidateRangeKind`, 'Positive NonNegative Negative NonPositive'),
  defineEnum(`${prefix}PSLanguageMode`, 'FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage'),
];

/** A value of one of the enums of System.Management.Automation by name; null when there is no such name. */
export function automationEnum(type: string, name: string): PSValue {
  const found = typeTable().find(prefix + type);
  return (found && EnumValue.named(found, name)) ?? null;
}

/** A value of such an enum by number. */
export function automationEnumOf(type: string, value: number): PSValue {
  const found = typeTable().find(prefix + type);
  return found ? EnumValue.of(found, value) : null;
}
