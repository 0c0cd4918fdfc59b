import type { AnyCmdlet } from '../../commands/define-cmdlet.ts';
import { formatCustom } from './format-custom.ts';
import { formatHex } from './format-hex.ts';
import { formatList } from './format-list.ts';
import { formatTable } from './format-table.ts';
import { formatWide } from './format-wide.ts';
import { getFormatData } from './get-format-data.ts';
import { getTypeData } from './get-type-data.ts';
import { outDefault } from './out-default.ts';
import { outFile } from './out-file.ts';
import { outHost } from './out-host.ts';
import { outString } from './out-string.ts';
import { removeTypeData } from './remove-type-data.ts';
import { updateFormatData } from './update-format-data.ts';
import { updateTypeData } from './update-type-data.ts';

/** Formatting commands that belong to Microsoft.PowerShell.Utility. */
export const formattingUtilityCmdlets: readonly AnyCmdlet[] = [
  formatCustom,
  formatHex,
  formatList,
  formatTable,
  formatWide,
  getFormatData,
  getTypeData,
  outFile,
  outString,
  removeTypeData,
  updateFormatData,
  updateTypeData,
];

/** Formatting commands that belong to Microsoft.PowerShell.Core. */
export const formattingCoreCmdlets: readonly AnyCmdlet[] = [outDefault, outHost];
