/** The hexadecimal digits of a text's UTF-16LE bytes: what stands for a SecureString where nothing encrypts it. */
export function hexOfSecret(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    hex += (unit & 0xff).toString(16).padStart(2, '0') + (unit >> 8).toString(16).padStart(2, '0');
  }
  return hex;
}

/** The text behind {@link hexOfSecret}; undefined for anything else. */
export function secretOfHex(hex: string): string | undefined {
  if (!/^([0-9a-f]{4})*$/i.test(hex)) return undefined;
  let text = '';
  for (let i = 0; i < hex.length; i += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(i + 2, i + 4) + hex.slice(i, i + 2), 16));
  return text;
}
