/** What Latin-1 writes for characters it does not have, as .NET: the sign that comes closest, with those it stands for. */
const closest: Readonly<Record<string, string>> = {
  ' ': '\u2000\u2001\u2002\u2003\u2004\u2005\u2006',
  '"': '\u02ba\u030e\u201c\u201d\u201e',
  "'": '\u02b9\u02bc\u02c8\u2018\u2019\u2032',
  ',': '\u201a',
  '-': '\u2010\u2011\u2013\u2014',
  '.': '\u2022\u2026',
  '<': '\u2039',
  '>': '\u203a',
  A: 'ĀĂĄǍǞ',
  C: 'ĆĈĊČ',
  D: 'ĎĐƉ',
  E: 'ĒĔĖĘĚ',
  F: 'Ƒ',
  G: 'ĜĞĠĢǤǦ',
  H: 'ĤĦ',
  I: 'ĨĪĬĮİƗǏ',
  J: 'Ĵ',
  K: 'ĶǨ',
  L: 'ĹĻĽŁ',
  N: 'ŃŅŇ',
  O: 'ŌŎŐŒƟƠǑǪǬ',
  R: 'ŔŖŘ',
  S: 'ŚŜŞŠ',
  T: 'ŢŤŦƮ\u2122',
  U: 'ŨŪŬŮŰŲƯǓǕǗǙǛ',
  W: 'Ŵ',
  Y: 'ŶŸ',
  Z: 'ŹŻŽ',
  '^': '\u02c4\u02c6\u0302',
  _: '\u02cd\u0331\u0332',
  '`': '\u02cb\u0300\u2035',
  a: 'āăąǎǟ',
  b: 'ƀ',
  c: 'ćĉċč',
  d: 'ďđ',
  e: 'ēĕėęě',
  f: 'ƒ',
  g: 'ĝğġģǥǧɡ',
  h: 'ĥħ',
  i: 'ĩīĭįıǐ',
  j: 'ĵǰ',
  k: 'ķǩ',
  l: 'ĺļľłƚ',
  n: 'ńņň',
  o: 'ōŏőœơǒǫǭ',
  r: 'ŕŗř',
  s: 'śŝşš',
  t: 'ţťŧƫ',
  u: 'ũūŭůűųưǔǖǘǚǜ',
  w: 'ŵ',
  y: 'ŷ',
  z: 'źżžƶ',
  '~': '\u02dc\u0303',
};

let table: Map<number, number> | undefined;

/** The byte that comes closest to a UTF-16 unit; undefined where none does. */
export function latin1BestFit(unit: number): number | undefined {
  // Fullwidth forms of ASCII.
  if (unit >= 0xff01 && unit <= 0xff5e) return unit - 0xfee0;
  table ??= new Map(
    Object.entries(closest).flatMap(([sign, others]) =>
      Array.from(others, (other): [number, number] => [other.charCodeAt(0), sign.charCodeAt(0)]),
    ),
  );
  return table.get(unit);
}
