import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '#app/core/file-names.ts';

test.each([
  ['Приказ № 12/26-Н.pdf', 'Приказ № 12-26-Н.pdf'],
  ['МБОУ "СОШ № 5" / «Лицей».docx', "МБОУ 'СОШ № 5' - 'Лицей'.docx"],
  ['..\\..\\etc\\passwd.pdf', '-..-etc-passwd.pdf'],
  ['\u202Efdp.exe.pdf', 'fdp.exe.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['.pdf', '_.pdf'],
])('%s is kept as %s', (given, kept) => {
  expect(safeFileName(given)).toBe(kept);
});

test('any name fits every system and keeps its ending', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const kept = safeFileName(`${name}.pdf`);
      expect(kept).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cs}]{1,116}\.pdf$/u);
      expect(() => encodeURIComponent(kept)).not.toThrow();
    }),
  );
});
