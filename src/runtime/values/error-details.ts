import type { ErrorDetails } from '../errors/error-record.ts';
import { NetObject } from './net-object.ts';

/** System.Management.Automation.ErrorDetails as a value. */
export class ErrorDetailsValue extends NetObject implements ErrorDetails {
  message: string;
  recommendedAction: string;

  constructor(message: string, recommendedAction = '') {
    super();
    this.message = message;
    this.recommendedAction = recommendedAction;
  }

  static from(details: ErrorDetails): ErrorDetailsValue {
    return new ErrorDetailsValue(details.message, details.recommendedAction);
  }
}
