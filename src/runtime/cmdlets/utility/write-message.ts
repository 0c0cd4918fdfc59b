import { parameter, type } from '../../commands/parameter.ts';

/** `-Message` as Write-Warning, Write-Verbose and Write-Debug have it. */
export const messageParameters = {
  Message: parameter(type.string, {
    aliases: ['Msg'],
    mandatory: true,
    position: 0,
    pipeline: 'value',
    allowEmptyString: true,
    help: 'The text.',
  }),
} as const;
