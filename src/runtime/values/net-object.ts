import type { NetType } from './net-type.ts';
import type { PSValue } from './ps-value.ts';

/**
 * Contract. Base of emulated .NET objects whose exact type can differ from their JS class: generic
 * instantiations (`List[int]`) and instances of script classes that derive from a .NET class.
 */
export abstract class NetObject {
  /** The exact type where it is not the one declared for the JS class. */
  netType: NetType | undefined = undefined;
  /** Values of the properties that script classes declare, by slot; set by the class's constructor. */
  classFields: PSValue[] | undefined = undefined;
}

/** An instance of a script class that derives from no emulated class but `System.Object`. */
export class ClassInstance extends NetObject {
  override netType: NetType;
  override classFields: PSValue[];

  constructor(netType: NetType, classFields: PSValue[]) {
    super();
    this.netType = netType;
    this.classFields = classFields;
  }
}
