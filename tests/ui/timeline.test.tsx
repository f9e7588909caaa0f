import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import { Timeline } from '#app/ui/Timeline.tsx';
import { placeLanes, placeOfDay, schoolYearsOf, type TimelineStep } from '#app/ui/timeline-layout.ts';

const lanes = [
  {
    title: 'Курсы',
    steps: [
      { title: 'Методика', startsOn: '2025-09-01', endsOn: '2026-05-31', state: 'closed' as const },
      { title: 'Стажировка', startsOn: '2028-09-01', endsOn: '2029-08-31', state: 'later' as const },
    ],
  },
  { title: 'Пробы', steps: [] },
];

describe('a route drawn as lanes', () => {
  const markup = renderToStaticMarkup(
    <Timeline title="Дорожная карта" lanes={lanes} today="2026-11-22" tableHref="/table" />,
  );

  it('says in short what it holds, each bar in full, and leads to the same as a table', () => {
    const label = markup.match(/role="img" aria-label="([^"]+)"/)?.[1];
    expect(label).toBe('Дорожная карта. Курсы: закрыт 1, впереди 1; Пробы: шагов нет');
    expect(markup).toContain('<title>Методика, 01.09.2025–31.05.2026, закрыт</title>');
    expect(markup).toContain('<a href="/table">Показать таблицей со всеми подробностями</a>');
  });

  it('draws every school year from the first step to the last and today among them', () => {
    expect([...markup.matchAll(/class="year-name"[^>]*>([^<]+)</g)].map((match) => match[1])).toEqual([
      '2025/26',
      '2026/27',
      '2027/28',
      '2028/29',
    ]);
    expect(markup).toContain('сегодня');
  });

  it('has no today outside its years', () => {
    const later = renderToStaticMarkup(
      <Timeline title="Дорожная карта" lanes={lanes} today="2031-01-01" tableHref="/table" />,
    );
    expect(later).not.toContain('сегодня');
  });

  it('without steps is a sentence', () => {
    const empty = renderToStaticMarkup(
      <Timeline
        title="Дорожная карта"
        lanes={[{ title: 'Курсы', steps: [] }]}
        today="2026-11-22"
        tableHref="/table"
        empty="Шагов пока нет."
      />,
    );
    expect(empty).toBe('<p class="empty">Шагов пока нет.</p>');
  });
});

describe('the layout', () => {
  it('puts the first of September at the left edge and the year after at the right', () => {
    expect(placeOfDay('2026-09-01', [2026])).toBe(0);
    expect(placeOfDay('2027-09-01', [2026])).toBe(100);
  });

  it('never lets two bars of one line overlap', () => {
    const step = fc
      .record({
        start: fc.integer({ min: 0, max: 1500 }),
        days: fc.integer({ min: 0, max: 500 }),
        letters: fc.integer({ min: 1, max: 40 }),
      })
      .map(
        ({ start, days, letters }): TimelineStep => ({
          title: 'ш'.repeat(letters),
          startsOn: addDays('2024-09-01', start),
          endsOn: addDays('2024-09-01', start + days),
          state: 'going',
        }),
      );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const input = [{ title: 'Курсы', steps }];
        const [lane] = placeLanes(input, schoolYearsOf(input, '2026-11-22'));
        for (const one of lane?.steps ?? []) {
          for (const other of lane?.steps ?? []) {
            if (one === other || one.line !== other.line) continue;
            expect(one.left + one.width <= other.left || other.left + other.width <= one.left).toBe(true);
          }
        }
      }),
    );
  });
});
