import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { hexOfSecret } from '../../text/secret-text.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SecureString } from '../../values/secure-string.ts';
import { sealSecret } from './sealed-secret.ts';
import { keyOf, keyParameters } from './secret-key.ts';

/** ConvertFrom-SecureString: a secret as text, encrypted where a key is given. */
export const convertFromSecureString = defineCmdlet({
  name: 'ConvertFrom-SecureString',
  synopsis: 'Makes text of a SecureString: encrypted with a key, or plain.',
  defaultParameterSet: 'Secure',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    SecureString: parameter(type.named<PSValue>('System.Security.SecureString'), {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      help: 'The secret.',
    }),
    AsPlainText: parameter(type.switch, { set: 'AsPlainText', help: 'Gives the text itself.' }),
    ...keyParameters,
  },
  invoke: (ctx) => ({
    *process(args) {
      const secret = baseOf(args.SecureString);
      if (!(secret instanceof SecureString) || secret.text === '')
        return ctx.throwTerminating({
          id: 'Argument',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
          message: 'The SecureString is empty.',
        });
      const key = keyOf(ctx, args);
      if (key) yield sealSecret(secret.text, key, ctx.engine.random.bytes(16));
      else yield args.AsPlainText ? secret.text : hexOfSecret(secret.text);
    },
  }),
});
