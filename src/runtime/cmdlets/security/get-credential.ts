import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { PSCredential, SecureString } from '../../values/secure-string.ts';
import { step } from '../management/item-paths.ts';

/** A user's name that was given where a credential is wanted: the password is still to be asked for. */
class NamedUser extends PSCredential {}

/** As CredentialAttribute does: a name stands for a credential whose password is asked for. */
function namedUser(value: PSValue): PSValue {
  const base = baseOf(value);
  return typeof base === 'string' && base !== '' ? new NamedUser(base, new SecureString('')) : value;
}

function* ask(ctx: CmdletContext, title: string, message: string, userName: string): Flow<PSValue> {
  const { ui } = ctx.engine.host;
  if (!ui.interactive)
    ctx.throwTerminating({
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: 'This session is not interactive, so nobody can be asked for a password.',
    });
  return yield* settle(ui.promptForCredential(title, message, userName, ''));
}

/** Get-Credential: a user name and password that the person in front gives. */
export const getCredential = defineCmdlet({
  name: 'Get-Credential',
  synopsis: 'Asks for a user name and a password.',
  defaultParameterSet: 'CredentialSet',
  outputs: ['System.Management.Automation.PSCredential'],
  effects: ['host'],
  parameters: {
    Credential: parameter(type.named<PSValue>('System.Management.Automation.PSCredential'), {
      set: 'CredentialSet',
      position: 0,
      validate: [{ kind: 'notNull' }],
      transform: namedUser,
      help: 'A credential, which is passed on, or the name of a user.',
    }),
    Message: parameter(type.string, {
      set: 'MessageSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'What is said above the prompt.',
    }),
    UserName: parameter(type.string, {
      set: 'MessageSet',
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The user whose password is wanted.',
    }),
    Title: parameter(type.string, {
      set: 'MessageSet',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The heading of the prompt.',
    }),
  },
  invoke: (ctx) => ({
    begin: (args) =>
      step(
        (function* () {
          const given = baseOf(args.Credential);
          if (given instanceof PSCredential && !(given instanceof NamedUser)) {
            yield* settle(ctx.write(given));
            return;
          }
          const user = given instanceof NamedUser ? given.userName : (args.UserName ?? '');
          const title = args.Title ?? 'Credentials';
          const answer = yield* ask(ctx, title, args.Message ?? 'Who is to be used?', user);
          if (answer !== undefined && answer !== null) yield* settle(ctx.write(answer));
        })(),
      ),
  }),
});
