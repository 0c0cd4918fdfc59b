import type { Eventually, PSValue } from '../../runtime/values/ps-value.ts';
import type { ErrorRecordPayload, InformationPayload, ProgressPayload } from '../psrp/messages/records.ts';

/** Where what a remote pipeline sends goes; a promise holds the far side back. */
export interface RemoteStreams {
  output(value: PSValue): Eventually<void>;
  error(record: ErrorRecordPayload): Eventually<void>;
  warning(message: string): Eventually<void>;
  verbose(message: string): Eventually<void>;
  debug(message: string): Eventually<void>;
  information(record: InformationPayload): Eventually<void>;
  progress(record: ProgressPayload): Eventually<void>;
}
