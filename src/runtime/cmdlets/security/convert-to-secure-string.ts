import { makeSecureString } from '../../clixml/engine-live-values.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { secretOfHex } from '../../text/secret-text.ts';
import { unsealSecret } from './sealed-secret.ts';
import { keyOf, keyParameters } from './secret-key.ts';

/** ConvertTo-SecureString: a secret from its text or from what ConvertFrom-SecureString made. */
export const convertToSecureString = defineCmdlet({
  name: 'ConvertTo-SecureString',
  synopsis: 'Makes a SecureString of plain or encrypted text.',
  defaultParameterSet: 'Secure',
  outputs: ['System.Security.SecureString'],
  effects: ['none'],
  parameters: {
    String: parameter(type.string, { mandatory: true, position: 0, pipeline: 'value', help: 'The text.' }),
    AsPlainText: parameter(type.switch, { set: 'PlainText', position: 1, help: 'The text is the secret itself.' }),
    Force: parameter(type.switch, { set: 'PlainText', position: 2, help: 'Has no meaning any more.' }),
    ...keyParameters,
  },
  invoke: (ctx) => ({
    *process(args) {
      const key = keyOf(ctx, args);
      const text = key ? unsealSecret(args.String, key) : args.AsPlainText ? args.String : secretOfHex(args.String);
      if (text !== undefined) {
        yield makeSecureString(text);
        return;
      }
      ctx.writeError({
        id: key ? 'ImportSecureString_InvalidArgument_CryptographicError' : 'ImportSecureString_InvalidArgument',
        category: 'InvalidArgument',
        exceptionType: key ? 'System.Security.Cryptography.CryptographicException' : 'System.ArgumentException',
        message: key
          ? 'The text was not encrypted with this key.'
          : 'The text is no SecureString that ConvertFrom-SecureString wrote; for plain text use -AsPlainText.',
      });
    },
  }),
});
