/** Reads back an uncompressed PDF of ours far enough to check it: pages, and the text each shows, by its ToUnicode maps. */

/** The text of each page in drawing order, one space where two stretches meet; `plain` is the file for structure checks. */
export function readPdf(file: Buffer): { plain: string; pages: string[] } {
  const plain = file.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id = '', body = ''] of plain.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g))
    objects.set(id, body);
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id] of plain.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, unicodeMap(object(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1])));
  }
  const pageIds = (/\/Kids \[([^\]]*)\]/.exec(plain)?.[1] ?? '').match(/\d+(?= 0 R)/g) ?? [];
  const pages = pageIds.map((id) => pageText(object(/\/Contents (\d+) 0 R/.exec(object(id))?.[1]), fonts));
  return { plain, pages };
}

function unicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from = '', , list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of Array.from(list.matchAll(/<([0-9a-f ]*)>/g)).entries()) {
      const units = hex.match(/[0-9a-f]{4}/g) ?? [];
      map.set(
        Number.parseInt(from, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    }
  }
  return map;
}

function pageText(stream: string, fonts: Map<string, Map<number, string>>): string {
  let font = new Map<number, string>();
  const stretches: string[] = [];
  for (const [, name, shown = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font;
    const codes = (shown.match(/<[0-9a-f]*>/g) ?? []).join('').match(/[0-9a-f]{4}/g) ?? [];
    if (codes.length > 0) stretches.push(codes.map((code) => font.get(Number.parseInt(code, 16)) ?? '?').join(''));
  }
  return stretches.join(' ').replace(/\s+/g, ' ');
}
