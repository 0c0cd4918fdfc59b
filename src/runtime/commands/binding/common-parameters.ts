import type { PSValue } from '../../values/ps-value.ts';

/** Names of System.Management.Automation.ActionPreference. */
export type ActionPreference = 'SilentlyContinue' | 'Stop' | 'Continue' | 'Inquire' | 'Ignore' | 'Suspend' | 'Break';

/** Contract. Common parameters of one call (about_CommonParameters); undefined where not given. */
export interface CommonParameters {
  verbose: boolean | undefined;
  debug: boolean | undefined;
  errorAction: ActionPreference | undefined;
  warningAction: ActionPreference | undefined;
  informationAction: ActionPreference | undefined;
  progressAction: ActionPreference | undefined;
  errorVariable: string | undefined;
  warningVariable: string | undefined;
  informationVariable: string | undefined;
  outVariable: string | undefined;
  outBuffer: number | undefined;
  pipelineVariable: string | undefined;
  whatIf: boolean | undefined;
  confirm: boolean | undefined;
  /** Paging (SupportsPaging). */
  first: PSValue;
  skip: PSValue;
  includeTotalCount: boolean | undefined;
}
