import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { paragraph } from '#reports/document.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { documentOf, sampleOrder, tableOf } from './sample-documents.ts';

const render = (document: typeof sampleOrder) => renderToStaticMarkup(<DocumentPreview document={document} />);

describe('a document on a page', () => {
  test('shows every requisite of the order', () => {
    const html = render(sampleOrder);
    for (const part of ['МБОУ «Средняя школа № 5»', 'ПРИКАЗ', '№\u00A0112-од', '1.1.', 'И. О. Сидоренко', 'код 4F7A']) {
      expect(html).toContain(part);
    }
    expect(html).toContain('<strong>ПРИКАЗЫВАЮ:</strong>');
    expect(html).toContain('lang="ru"');
  });

  test('leaves the page its own first heading', () => {
    expect(render(sampleOrder)).not.toContain('<h1');
  });

  test('marks the columns of tables, their caption and totals', () => {
    const html = render(documentOf([tableOf(2)]));
    expect(html.match(/<th scope="col"/g)).toHaveLength(2);
    expect(html).toContain('<caption class="doc-caption">Наставнические пары</caption>');
    expect(html).toMatch(/<tfoot>.*Всего пар.*<\/tfoot>/);
  });

  test('writes markup in a text as text', () => {
    const html = render(documentOf([paragraph('<script>alert(1)</script>')]));
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  test('leaves lines for a date and number not yet given', () => {
    const [letterhead] = sampleOrder.blocks;
    if (letterhead?.kind !== 'letterhead') throw new Error('the sample begins with its letterhead');
    expect(render(documentOf([{ ...letterhead, date: '', number: '' }]))).toMatch(/«___».*№\u00A0____/);
  });
});
