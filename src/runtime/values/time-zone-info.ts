import { NetObject } from './net-object.ts';
import type { TimeZone } from './time-zone.ts';

/** System.TimeZoneInfo: a time zone as an object; two with the same id are equal. */
export class TimeZoneInfo extends NetObject {
  readonly zone: TimeZone;
  /** As it was asked for: an IANA name, or a Windows name. */
  readonly id: string;

  constructor(zone: TimeZone, id: string = zone.id) {
    super();
    this.zone = zone;
    this.id = id;
  }

  equalityText(): string {
    return `zone ${this.id.toLowerCase()}`;
  }
}
