const header = 'sig#beginsignatureblock\n';
const threshold = 10;

/**
 * Whether a comment (without its `#`, with the character that ends it) looks so much like the head of a signature block
 * that nothing may stand behind it: fewer than ten single-character edits away, blanks and letter case aside.
 */
export function looksLikeSignature(comment: string): boolean {
  if (comment.length < header.length - threshold) return false;
  const text = comment.replace(/[\t\v\f\p{Z}\u0085]/gu, '').toLowerCase();
  if (Math.abs(text.length - header.length) > threshold) return false;
  return editDistance(text, header) < threshold;
}

function editDistance(first: string, second: string): number {
  let row = Array.from({ length: second.length + 1 }, (_, i) => i);
  for (let i = 0; i < first.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < second.length; j++) {
      const replaced = (row[j] ?? 0) + (first[i] === second[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[second.length] ?? 0;
}
