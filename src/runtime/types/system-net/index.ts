import type { TypeSpec } from '../define-type.ts';
import { dnsType } from './dns.ts';
import { httpUtilityType } from './http-utility.ts';
import { ipAddressType, ipEndPointTypes } from './ip-address.ts';
import { mailAddressType } from './mail-address.ts';
import { queryStringType } from './query-string.ts';
import { servicePointManagerType } from './service-point-manager.ts';
import { webUtilityType } from './web-utility.ts';

/** The types of System.Net, and System.Web.HttpUtility. */
export const netTypes: readonly TypeSpec[] = [
  dnsType,
  httpUtilityType,
  ipAddressType,
  ...ipEndPointTypes,
  mailAddressType,
  queryStringType,
  servicePointManagerType,
  webUtilityType,
];
