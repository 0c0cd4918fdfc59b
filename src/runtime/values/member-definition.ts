import { NetObject } from './net-object.ts';
import type { PSMemberKind } from './ps-member.ts';

/** Microsoft.PowerShell.Commands.MemberDefinition: one line of Get-Member. */
export class MemberDefinition extends NetObject {
  readonly typeName: string;
  readonly name: string;
  readonly memberType: PSMemberKind;
  readonly definition: string;

  constructor(typeName: string, name: string, memberType: PSMemberKind, definition: string) {
    super();
    this.typeName = typeName;
    this.name = name;
    this.memberType = memberType;
    this.definition = definition;
  }
}
