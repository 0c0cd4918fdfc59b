import type { Uri } from '../../values/uri.ts';
import { staysEscaped, unescapeText } from '../../values/uri-escape.ts';
import { defaultPort } from '../../values/uri-parts.ts';

/** Bits of UriComponents. */
const bits = {
  scheme: 1,
  user: 2,
  host: 4,
  port: 8,
  path: 16,
  query: 32,
  fragment: 64,
  strongPort: 128,
  keep: 0x4000_0000,
};

/** `Uri.GetComponents`: the wanted parts in their order; delimiters stand between parts, and alone when asked for. */
export function uriComponents(uri: Uri, wanted: number, format: number): string {
  const { scheme, userInfo, host, port, path, query, fragment, hasAuthority } = uri.absolute;
  const has = (bit: number): boolean => (wanted & bit) !== 0;
  const isSingle = (wanted & (wanted - 1)) === 0;
  const keepsMarks = has(bits.keep) || !isSingle;
  let text = '';
  if (has(bits.scheme)) text += isSingle ? scheme : `${scheme}:${hasAuthority ? '//' : ''}`;
  if (has(bits.user) && userInfo !== '') text += isSingle ? userInfo : `${userInfo}@`;
  if (has(bits.host)) text += host;
  const number = port < 0 ? defaultPort(scheme) : port;
  if (has(bits.strongPort) || (has(bits.port) && !uri.isDefaultPort)) {
    if (number >= 0) text += isSingle ? String(number) : `:${number}`;
  }
  if (has(bits.path)) text += keepsMarks ? path : path.replace(/^\//, '');
  if (has(bits.query)) text += keepsMarks ? query : query.slice(1);
  if (has(bits.fragment)) text += keepsMarks ? fragment : fragment.slice(1);
  const [unescaped, safe] = [2, 3];
  if (format === unescaped) return unescapeText(text);
  return format === safe ? unescapeText(text, staysEscaped) : text;
}
