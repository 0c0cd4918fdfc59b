import type { PSValue } from '../../values/ps-value.ts';

/** What ConvertTo-Html writes around its table. */
export interface HtmlPage {
  readonly title: string;
  readonly head: readonly string[] | undefined;
  readonly body: readonly string[] | undefined;
  readonly styleSheet: string | undefined;
  readonly charset: string | undefined;
  /** Names and contents of `<meta>` elements. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  readonly isTransitional: boolean;
}

const httpNames = new Set(['content-type', 'default-style', 'x-ua-compatible']);
const metaNames = new Set(['application-name', 'author', 'description', 'generator', 'keywords', 'viewport']);

/** Whether HTML knows a `<meta>` name. */
export function isKnownMeta(name: string): boolean {
  return httpNames.has(name.toLowerCase()) || metaNames.has(name.toLowerCase());
}

/** The lines from the document type to what comes before the table. */
export function pageStart(page: HtmlPage): string[] {
  const kind = page.isTransitional ? 'Transitional' : 'Strict';
  const address = `http://www.w3.org/TR/xhtml1/DTD/xhtml1-${kind.toLowerCase()}.dtd`;
  const lines = [
    `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 ${kind}//EN"  "${address}">`,
    '<html xmlns="http://www.w3.org/1999/xhtml">',
    '<head>',
  ];
  if (page.charset !== undefined) lines.push(`<meta charset="${page.charset}">`);
  for (const [name, content] of page.meta) {
    const attribute = httpNames.has(name.toLowerCase()) ? 'http-equiv' : 'name';
    lines.push(`<meta ${attribute}="${name}" content="${content}">`);
  }
  lines.push(...(page.head ?? [`<title>${page.title}</title>`]));
  if (page.styleSheet !== undefined) lines.push(`<link rel="stylesheet" type="text/css" href="${page.styleSheet}" />`);
  lines.push('</head><body>', ...(page.body ?? []));
  return lines;
}

/** A column of the table. */
export interface HtmlColumn {
  readonly label: string;
  readonly width: PSValue;
  readonly alignment: PSValue;
}

/** The `<colgroup>` and the header row. */
export function tableHead(columns: readonly HtmlColumn[]): string[] {
  const col = ({ width, alignment }: HtmlColumn): string => {
    const attributes = [
      ['width', width],
      ['align', alignment],
    ] as const;
    const given = attributes.filter(([, value]) => value !== undefined && value !== null);
    return `<col${given.map(([name, value]) => ` ${name} = "${String(value)}"`).join('')}/>`;
  };
  return [
    `<colgroup>${columns.map(col).join('')}</colgroup>`,
    `<tr>${columns.map(({ label }) => `<th>${label}</th>`).join('')}</tr>`,
  ];
}
