/** Names that are refused outright: what a double click would run. */
export const refusedNames =
  /\.(exe|msi|bat|cmd|com|scr|ps1|vbs|js|mjs|jar|app|dmg|apk|sh|html?|xhtml|svg|hta|lnk)$/i;

/** Types a browser may show inside our pages; none of them can carry a script. */
export const shownInPage = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

const signatures: [mediaType: string, offset: number, bytes: number[]][] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
  ['application/pdf', 0, [0x25, 0x50, 0x44, 0x46]],
  ['video/mp4', 4, [0x66, 0x74, 0x79, 0x70]],
];

/** The type by the first bytes; a text by its name when it holds no control bytes; else a plain download. */
export function mediaTypeOf(name: string, bytes: Uint8Array): string {
  const known = signatures.find(([, offset, magic]) =>
    magic.every((byte, index) => bytes[offset + index] === byte),
  );
  if (known) return known[0];
  const isText = !bytes.subarray(0, 4096).some((byte) => byte < 9 || (byte > 13 && byte < 32));
  if (isText && /\.(txt|csv|md|log)$/i.test(name)) return 'text/plain; charset=utf-8';
  return 'application/octet-stream';
}
