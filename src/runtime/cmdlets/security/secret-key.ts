import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { isKeyLength } from '../../text/cipher/aes.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SecureString } from '../../values/secure-string.ts';
import { TypedArray } from '../../values/typed-array.ts';

/** The key parameters of both SecureString commands. */
export const keyParameters = {
  SecureKey: parameter(type.named('System.Security.SecureString'), {
    set: 'Secure',
    position: 1,
    help: 'A key of 8, 12 or 16 characters.',
  }),
  Key: parameter(type.named('System.Byte[]'), { set: 'Open', help: 'A key of 16, 24 or 32 bytes.' }),
} as const;

/** The bytes of the key that was given; undefined without one. */
export function keyOf(ctx: CmdletContext, args: { SecureKey?: PSValue; Key?: PSValue }): Uint8Array | undefined {
  const secure = baseOf(args.SecureKey);
  const open = baseOf(args.Key);
  const key =
    secure instanceof SecureString
      ? textEncodings.unicode.encode(secure.text)
      : open instanceof TypedArray
        ? open.bytes
        : undefined;
  if (key && !isKeyLength(key.length))
    ctx.throwTerminating({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `A key has 16, 24 or 32 bytes, not ${key.length}.`,
    });
  return key;
}
