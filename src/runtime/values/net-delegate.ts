import { NetObject } from './net-object.ts';
import type { NetType } from './net-type.ts';
import type { Eventually, PSValue } from './ps-value.ts';

/** A delegate (`[Func[int,int]]{ … }`): code that emulated members can call. The result has the declared type. */
export class NetDelegate extends NetObject {
  override netType: NetType;
  readonly invoke: (args: readonly PSValue[]) => Eventually<PSValue>;
  /** The script block or method it was made from. */
  readonly target: PSValue;

  constructor(netType: NetType, invoke: (args: readonly PSValue[]) => Eventually<PSValue>, target: PSValue = null) {
    super();
    this.netType = netType;
    this.invoke = invoke;
    this.target = target;
  }
}
