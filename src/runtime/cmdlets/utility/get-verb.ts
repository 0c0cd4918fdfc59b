import { approvedVerbs } from '../../commands/approved-verbs.ts';
import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { WildcardPattern } from '../../text/wildcard.ts';
import { ResultRecord } from '../../values/result-record.ts';

/** Get-Verb: the verbs that commands shall begin with. */
export const getVerb = defineCmdlet({
  name: 'Get-Verb',
  synopsis: 'Gets the approved verbs of commands.',
  outputs: ['System.Management.Automation.VerbInfo'],
  effects: ['none'],
  parameters: {
    Verb: parameter(type.strings, {
      position: 0,
      pipeline: 'both',
      supportsWildcards: true,
      help: 'Only verbs that match one of these.',
    }),
    Group: parameter(type.strings, {
      position: 1,
      pipeline: 'both',
      validate: [
        {
          kind: 'set',
          values: ['Common', 'Communications', 'Data', 'Diagnostic', 'Lifecycle', 'Other', 'Security'],
        },
      ],
      help: 'Only verbs of these groups.',
    }),
  },
  examples: [{ title: 'Verbs of a group', code: '(Get-Verb -Group Other).Verb', output: 'Use' }],
  invoke: () => ({
    *process({ Verb, Group }) {
      const patterns = Verb?.map((text) => new WildcardPattern(text, true));
      const groups = Group?.length ? new Set(Group.map((name) => name.toLowerCase())) : undefined;
      for (const { verb, prefix, group, description } of approvedVerbs) {
        if (groups && !groups.has(group.toLowerCase())) continue;
        if (patterns?.length && !patterns.some((pattern) => pattern.isMatch(verb))) continue;
        yield new ResultRecord('System.Management.Automation.VerbInfo', {
          Verb: verb,
          AliasPrefix: prefix,
          Group: group,
          Description: description,
        });
      }
    },
  }),
});
