import { typeTable } from '../../types/type-table.ts';
import { EnumValue } from '../../values/enum-value.ts';

/** The scopes of execution policies, from the one that counts most. */
export const policyScopes = ['MachinePolicy', 'UserPolicy', 'Process', 'CurrentUser', 'LocalMachine'] as const;

/** Outside of Windows scripts are never kept from running (about_Execution_Policies). */
export function unrestricted(): EnumValue {
  return EnumValue.of(typeTable().get('Microsoft.PowerShell.ExecutionPolicy'), 0);
}

/** A scope as an enum value. */
export function policyScope(name: string): EnumValue | undefined {
  return EnumValue.named(typeTable().get('Microsoft.PowerShell.ExecutionPolicyScope'), name);
}
