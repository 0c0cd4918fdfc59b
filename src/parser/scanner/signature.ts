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
  return isNear(text, header);
}

/** Whether fewer edits than the threshold make one text of the other. */
function isNear(first: string, second: string): boolean {
  let row = Array.from({ length: second.length + 1 }, (_, i) => i);
  for (let i = 0; i < first.length; i++) {
    const next = [i + 1];
    let least = i + 1;
    for (let j = 0; j < second.length; j++) {
      const replaced = (row[j] ?? 0) + (first[i] === second[j] ? 0 : 1);
      const edits = Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
      next.push(edits);
      if (edits < least) least = edits;
    }
    // Edits only become more from one row to the next.
    if (least >= threshold) return false;
    row = next;
  }
  return (row[second.length] ?? 0) < threshold;
}
