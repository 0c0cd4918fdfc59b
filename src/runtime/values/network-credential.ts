import { NetObject } from './net-object.ts';

/** System.Net.NetworkCredential */
export class NetworkCredential extends NetObject {
  userName: string;
  password: string;
  domain: string;

  constructor(userName: string, password: string, domain: string) {
    super();
    this.userName = userName;
    this.password = password;
    this.domain = domain;
  }
}
