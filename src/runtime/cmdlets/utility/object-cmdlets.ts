import type { AnyCmdlet } from '../../commands/define-cmdlet.ts';
import { compareObject } from './compare-object.ts';
import { convertFromJson } from './convert-from-json.ts';
import { convertToJson } from './convert-to-json.ts';
import { getMember } from './get-member.ts';
import { getUnique } from './get-unique.ts';
import { groupObject } from './group-object.ts';
import { measureObject } from './measure-object.ts';
import { selectObject } from './select-object.ts';
import { sortObject } from './sort-object.ts';
import { teeObject } from './tee-object.ts';

/** Commands that choose, sort, group, count, compare and convert objects. */
export const objectCmdlets: readonly AnyCmdlet[] = [
  compareObject,
  convertFromJson,
  convertToJson,
  getMember,
  getUnique,
  groupObject,
  measureObject,
  selectObject,
  sortObject,
  teeObject,
];
