/** Reads back an uncompressed PDF of ours far enough to check it: pages, and the text each shows, by its ToUnicode maps. */

/** The text of each page in drawing order, one space where two stretches meet; `plain` is the file for structure checks. */
export function readPdf(file: Buffer): { plain: string; pages: string[] } {
  const plain = file.toString('latin1');
  const objects = objectsOf(plain);
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  const fonts = unicodeMaps(plain, objects);
  const pageIds = (/\/Kids \[([^\]]*)\]/.exec(plain)?.[1] ?? '').match(/\d+(?= 0 R)/g) ?? [];
  const pages = pageIds.map((id) => shownText(object(/\/Contents (\d+) 0 R/.exec(object(id))?.[1]), fonts, ' '));
  return { plain, pages };
}

/** Bodies of the file's objects by number. */
export function objectsOf(plain: string): Map<string, string> {
  const found = plain.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map(Array.from(found, ([, id = '', body = '']) => [id, body]));
}

type Fonts = Map<string, Map<number, string>>;

/** What each code of each font stands for. */
export function unicodeMaps(plain: string, objects: Map<string, string>): Fonts {
  const fonts: Fonts = new Map();
  const object = (id: string | undefined) => objects.get(id ?? '') ?? '';
  for (const [, name = '', id] of plain.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, unicodeMap(object(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1])));
  }
  return fonts;
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

/** The text a stretch of page content shows, its pieces joined by `between`. */
export function shownText(stream: string, fonts: Fonts, between: string): string {
  let font = new Map<number, string>();
  const stretches: string[] = [];
  for (const [, name, shown = ''] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? font;
    const codes = (shown.match(/<[0-9a-f]*>/g) ?? []).join('').match(/[0-9a-f]{4}/g) ?? [];
    if (codes.length > 0) stretches.push(codes.map((code) => font.get(Number.parseInt(code, 16)) ?? '?').join(''));
  }
  return stretches.join(between).replace(/\s+/g, ' ');
}
