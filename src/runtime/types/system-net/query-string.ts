import { textEncodings } from '../../text/text-encoding.ts';
import { defineType } from '../define-type.ts';
import { NameValueCollection } from '../system-collections/name-value-collection.ts';
import { urlEncodeBytes } from './web-utility.ts';

const safe = /[A-Za-z0-9\-_.!*()]/;
const encode = (text: string): string => urlEncodeBytes(textEncodings.utf8.encode(text), safe, false);

/** What HttpUtility.ParseQueryString answers: a NameValueCollection that is written as a query again. */
export class QueryStringCollection extends NameValueCollection {
  toQuery(): string {
    const pairs = this.names().flatMap((name) => {
      const start = name === null || name === '' ? '' : `${encode(name)}=`;
      return (this.values(name) ?? ['']).map((value) => start + encode(value));
    });
    return pairs.join('&');
  }
}

/** System.Web.HttpUtility+HttpQSCollection */
export const queryStringType = defineType({
  name: 'System.Web.HttpUtility+HttpQSCollection',
  base: 'System.Collections.Specialized.NameValueCollection',
  jsClass: QueryStringCollection,
  members: { 'ToString() string': (self: QueryStringCollection) => self.toQuery() },
});
