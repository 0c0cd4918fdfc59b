/** The four numbers of an IPv4 address in dots; also `1.2.3` and hexadecimal or octal parts, as inet_aton reads them. */
export function parseIPv4(text: string): number | undefined {
  const parts = text.split('.');
  if (parts.length < 1 || parts.length > 4) return undefined;
  const numbers: number[] = [];
  for (const part of parts) {
    const number = numberPart(part);
    if (number === undefined) return undefined;
    numbers.push(number);
  }
  const last = numbers.pop() ?? 0;
  if (numbers.some((n) => n > 255) || last >= 256 ** (4 - numbers.length)) return undefined;
  return numbers.reduce((sum, n, i) => sum + n * 256 ** (3 - i), last);
}

function numberPart(part: string): number | undefined {
  if (/^0[xX][0-9a-fA-F]+$/.test(part)) return Number(part);
  if (/^0[0-7]+$/.test(part)) return Number.parseInt(part, 8);
  return /^(0|[1-9]\d*)$/.test(part) ? Number(part) : undefined;
}

/** An IPv4 address as `a.b.c.d`. */
export function ipv4Text(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
}

/** The eight groups of an IPv6 address without its scope; undefined when the text is none. */
export function parseIPv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(groupsOf);
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const groups = tail ?? [];
  const missing = 8 - head.length - groups.length;
  if (halves.length === 1) return missing === 0 ? head : undefined;
  return missing < 1 ? undefined : [...head, ...new Array<number>(missing).fill(0), ...groups];
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1 && part.includes('.')) {
      const v4 = /^\d+\.\d+\.\d+\.\d+$/.test(part) ? parseIPv4(part) : undefined;
      if (v4 === undefined) return undefined;
      groups.push(v4 >>> 16, v4 & 0xffff);
    } else if (/^[0-9a-fA-F]{1,4}$/.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}

/** An IPv6 address in its shortest usual form (RFC 5952), with IPv4 in dots where it is embedded. */
export function ipv6Text(groups: readonly number[]): string {
  const isMapped = groups.slice(0, 5).every((g) => g === 0) && groups[5] === 0xffff;
  const isCompatible = groups.slice(0, 6).every((g) => g === 0) && (groups[6] ?? 0) !== 0;
  const shown = isMapped || isCompatible ? groups.slice(0, 6) : [...groups];
  const [start, length] = longestZeros(shown);
  const hex = (list: readonly number[]): string => list.map((g) => g.toString(16)).join(':');
  let text = length > 1 ? `${hex(shown.slice(0, start))}::${hex(shown.slice(start + length))}` : hex(shown);
  if (isMapped || isCompatible) {
    const v4 = ipv4Text((((groups[6] ?? 0) << 16) | (groups[7] ?? 0)) >>> 0);
    text += text.endsWith(':') ? v4 : `:${v4}`;
  }
  return text;
}

function longestZeros(groups: readonly number[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0];
  for (let i = 0; i < groups.length; i++) {
    let length = 0;
    while (groups[i + length] === 0) length++;
    if (length > best[1]) best = [i, length];
    i += length;
  }
  return best;
}
