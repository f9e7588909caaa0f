/** Names of files given out: whatever a number or an organisation is called, every system can keep the file. */

const longest = 120;

/** The name without signs that Windows, macOS or Linux refuse, within a length they all take; the ending stays. */
export function safeFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot >= 0 && name.length - dot <= 6 ? name.slice(dot) : '';
  const stem = (ending ? name.slice(0, dot) : name)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/["\u00AB\u00BB\u201C-\u201F]/g, "'")
    .replace(/[\\/:*?<>|]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const cut = Array.from(stem)
    .slice(0, longest - ending.length)
    .join('')
    .trimEnd();
  const isReserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(cut);
  return `${cut === '' || isReserved ? `_${cut}` : cut}${ending}`;
}
