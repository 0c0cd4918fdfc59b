import { fail } from '../errors/terminating-error.ts';
import type { PSHostUI } from '../host/ps-host.ts';
import type { Eventually } from '../values/ps-value.ts';

/** An answer to a question whether to go on. */
export type Answer = 'yes' | 'yesToAll' | 'no' | 'noToAll';

const withAllAnswers: readonly Answer[] = ['yes', 'yesToAll', 'no', 'noToAll'];

const choices = {
  yes: { label: '&Yes', helpMessage: 'Go on with this step only.' },
  yesToAll: { label: 'Yes to &All', helpMessage: 'Go on with all steps.' },
  no: { label: '&No', helpMessage: 'Skip this step and go on with the next.' },
  noToAll: { label: 'No to A&ll', helpMessage: 'Skip all steps that follow.' },
} as const;

/** Asks the person in front whether to go on; fails where nobody can be asked. */
export function askToGoOn(ui: PSHostUI, query: string, caption: string, withAll: boolean): Eventually<Answer> {
  if (!ui.interactive) {
    throw fail({
      id: 'InvalidOperation',
      category: 'InvalidOperation',
      exceptionType: 'System.Management.Automation.PSInvalidOperationException',
      message: `A confirmation is needed, and nobody can be asked: ${query}`,
    });
  }
  const answers: readonly Answer[] = withAll ? withAllAnswers : ['yes', 'no'];
  const picked = ui.promptForChoice(
    caption,
    query,
    answers.map((a) => choices[a]),
    [0],
    false,
  );
  if (picked instanceof Promise) return picked.then(([at]) => answers[at ?? 0] ?? 'no');
  return answers[picked[0] ?? 0] ?? 'no';
}
