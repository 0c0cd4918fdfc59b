import { NetException } from '../../errors/net-exception.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { IPAddress } from './ip-address.ts';

function notHere(): never {
  throw new NetException(
    'System.PlatformNotSupportedException',
    'Names of machines cannot be looked up here: an engine has no network of its own.',
  );
}

/** An address that needs no lookup. */
function literal(name: string): IPAddress[] {
  const address = IPAddress.tryParse(name);
  if (address) return [address];
  if (name.toLowerCase() === 'localhost') return [IPAddress.v6([0, 0, 0, 0, 0, 0, 0, 1]), IPAddress.v4(0x7f00_0001)];
  return notHere();
}

const lookups: MemberTable = {
  'static GetHostAddresses(string hostNameOrAddress) IPAddress[]': literal,
  'static GetHostEntry(string hostNameOrAddress) IPHostEntry': notHere,
};

/** System.Net.Dns */
export const dnsType = defineType({
  name: 'System.Net.Dns',
  isAbstract: true,
  isSealed: true,
  members: {
    ...lookups,
    'static GetHostName() string'() {
      return this.platform.machineName;
    },
  },
});
