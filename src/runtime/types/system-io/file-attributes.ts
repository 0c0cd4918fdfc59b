import type { FileSystemInfo } from '../../values/file-system-info.ts';
import { FileAttributes } from './file-enums.ts';

/** FileAttributes of a found item, as .NET works them out on Unix. */
export function attributesOf(self: FileSystemInfo): number {
  const { stat } = self;
  if (!stat) return -1;
  let bits = 0;
  if ((self.targetStat ?? stat).kind === 'directory') bits |= FileAttributes.Directory;
  if (stat.kind === 'link') bits |= FileAttributes.ReparsePoint;
  if (self.name.startsWith('.') && self.name !== '.' && self.name !== '..') bits |= FileAttributes.Hidden;
  if ((stat.mode & 0o222) === 0) bits |= FileAttributes.ReadOnly;
  return bits === 0 ? FileAttributes.Normal : bits;
}
