import type { AnyCmdlet } from '../../commands/define-cmdlet.ts';
import { compareObject } from './compare-object.ts';
import { convertFromCsv } from './convert-from-csv.ts';
import { convertFromJson } from './convert-from-json.ts';
import { convertToCsv } from './convert-to-csv.ts';
import { convertToHtml } from './convert-to-html.ts';
import { convertToJson } from './convert-to-json.ts';
import { convertToXml } from './convert-to-xml.ts';
import { exportCsv } from './export-csv.ts';
import { getError } from './get-error.ts';
import { getMember } from './get-member.ts';
import { getUnique } from './get-unique.ts';
import { groupObject } from './group-object.ts';
import { importCsv } from './import-csv.ts';
import { joinString } from './join-string.ts';
import { measureObject } from './measure-object.ts';
import { selectObject } from './select-object.ts';
import { selectString } from './select-string.ts';
import { selectXml } from './select-xml.ts';
import { sortObject } from './sort-object.ts';
import { teeObject } from './tee-object.ts';

/** Commands that choose, sort, group, count, compare and convert objects. */
export const objectCmdlets: readonly AnyCmdlet[] = [
  compareObject,
  convertFromCsv,
  convertFromJson,
  convertToCsv,
  convertToHtml,
  convertToJson,
  convertToXml,
  exportCsv,
  getError,
  getMember,
  getUnique,
  groupObject,
  importCsv,
  joinString,
  measureObject,
  selectObject,
  selectString,
  selectXml,
  sortObject,
  teeObject,
];
