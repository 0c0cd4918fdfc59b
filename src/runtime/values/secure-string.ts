import { NetObject } from './net-object.ts';

/** System.Security.SecureString. The text is held plainly: no memory of a JS process can be kept from it. */
export class SecureString extends NetObject {
  text: string;
  isReadOnly = false;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** System.Management.Automation.PSCredential */
export class PSCredential extends NetObject {
  readonly userName: string;
  readonly password: SecureString;

  constructor(userName: string, password: SecureString) {
    super();
    this.userName = userName;
    this.password = password;
  }
}
