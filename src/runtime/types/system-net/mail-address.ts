import { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';

/** System.Net.Mail.MailAddress: a mailbox with the name it is shown under. */
class MailAddress extends NetObject {
  readonly user: string;
  readonly host: string;
  readonly displayName: string;

  constructor(user: string, host: string, displayName: string) {
    super();
    this.user = user;
    this.host = host;
    this.displayName = displayName;
  }

  /** Reads `user@host` or `Name <user@host>`; a display name of its own goes first. */
  static tryParse(text: string, displayName: string | null): MailAddress | undefined {
    const trimmed = text.trim();
    const bracketed = /^(.*?)\s*<([^<>]*)>$/s.exec(trimmed);
    // Without brackets the address is the last word; what stands before it is the name.
    const plain = /^(.*?\s)?("(?:[^"\\]|\\.)*"@\S+|[^\s"]+)$/s.exec(trimmed);
    const [, name = '', address = ''] = bracketed ?? plain ?? [];
    const parts = /^("(?:[^"\\]|\\.)+"|[^\s@"(),:;<>[\\\]]+)@(\[[^\]\s]+\]|[^\s@"(),:;<>[\\\]]+)$/.exec(address.trim());
    if (!parts) return undefined;
    const [, user = '', host = ''] = parts;
    if (!user.startsWith('"') && /^\.|\.\.|\.$/.test(user)) return undefined;
    if (/^\.|\.\./.test(host)) return undefined;
    const own = name.trim().replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
    return new MailAddress(user, host, displayName?.trim().replace(/^"(.*)"$/, '$1') || own);
  }

  get address(): string {
    return `${this.user}@${this.host}`;
  }

  override toString(): string {
    return this.displayName === '' ? this.address : `"${this.displayName}" <${this.address}>`;
  }

  equalityText(): string {
    return `mail ${this.toString().toLowerCase()}`;
  }
}

function make(text: string | null, displayName: string | null = null): MailAddress {
  if (text === null) throw argumentNull('address');
  if (text === '') throw badArgument('The address must not be empty.', 'address');
  const found = MailAddress.tryParse(text, displayName);
  if (!found) throw new NetException('System.FormatException', `'${text}' is no mail address.`);
  return found;
}

function tryMake(slot: RefSlot, text: string | null, displayName: string | null): boolean {
  slot.value = (text ? MailAddress.tryParse(text, displayName) : undefined) ?? null;
  return slot.value !== null;
}

/** System.Net.Mail.MailAddress */
export const mailAddressType = defineType({
  name: 'System.Net.Mail.MailAddress',
  jsClass: MailAddress,
  assembly: 'System.Net.Mail',
  members: {
    'new(string address)': (text: string | null) => make(text),
    'new(string address, string displayName)': (text: string | null, name: string | null) => make(text, name),
    'new(string address, string displayName, Encoding displayNameEncoding)': (
      text: string | null,
      name: string | null,
    ) => make(text, name),
    'prop DisplayName string get': (self: MailAddress) => self.displayName,
    'prop User string get': (self: MailAddress) => self.user,
    'prop Host string get': (self: MailAddress) => self.host,
    'prop Address string get': (self: MailAddress) => self.address,
    'Equals(object value) bool': (self: MailAddress, other) =>
      other instanceof MailAddress && other.equalityText() === self.equalityText(),
    'ToString() string': (self: MailAddress) => self.toString(),
    'static TryCreate(string address, ref MailAddress result) bool': (text: string | null, slot: RefSlot) =>
      tryMake(slot, text, null),
    'static TryCreate(string address, string displayName, ref MailAddress result) bool': (
      text: string | null,
      name: string | null,
      slot: RefSlot,
    ) => tryMake(slot, text, name),
  },
});
