import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Bars } from '#app/ui/Bars.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Paging, pagesAround } from '#app/ui/Paging.tsx';
import { Shell } from '#app/ui/Shell.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { WhyList } from '#app/ui/WhyList.tsx';

type Person = { id: string; name: string; years: number };

const columns = [
  { title: 'Имя', heading: true, cell: (person: Person) => person.name },
  { title: 'Стаж', align: 'num' as const, cell: (person: Person) => person.years },
];

function table(rows: Person[]): string {
  return renderToStaticMarkup(
    <Table caption="Люди школы" columns={columns} rows={rows} rowKey={(row) => row.id} empty="Людей пока нет." />,
  );
}

describe('a table', () => {
  it('without rows is a sentence and no table', () => {
    expect(table([])).toBe('<p class="empty">Людей пока нет.</p>');
  });

  it('scrolls by itself in a region that has a name and takes the keyboard', () => {
    const markup = table([{ id: '1', name: 'Орлова М. С.', years: 3 }]);
    expect(markup).toMatch(/^<section class="scroll" aria-label="Люди школы" tabindex="0">/);
    expect(markup).toContain('<th scope="row">Орлова М. С.</th><td class="num">3</td>');
  });
});

describe('a work list', () => {
  it('without tasks says so', () => {
    expect(renderToStaticMarkup(<TaskList items={[]} empty="Дел не осталось." />)).toContain('Дел не осталось.');
  });

  it('fills only the button of the one next step', () => {
    const markup = renderToStaticMarkup(
      <TaskList
        items={[
          { title: 'Первое', href: '/1', action: { href: '/1', text: 'Начать', primary: true } },
          { title: 'Второе', href: '/2', action: { href: '/2', text: 'Открыть' } },
        ]}
      />,
    );
    expect(markup).toContain('<a class="govuk-button" href="/1">Начать</a>');
    expect(markup).toContain('<a class="govuk-button govuk-button--secondary" href="/2">Открыть</a>');
  });
});

describe('paging', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('on page %i of %i names its neighbours and both ends', (page, pages, shown) => {
    expect(pagesAround(page, pages)).toEqual(shown);
  });

  it('says which rows are shown and marks the page', () => {
    const markup = renderToStaticMarkup(<Paging page={9} pageSize={50} total={412} href={(page) => `?page=${page}`} />);
    expect(markup).toContain('Показаны 401–412 из 412');
    expect(markup).toMatch(/href="\?page=9"[^>]*aria-current="page"/);
    expect(markup).not.toContain('rel="next"');
  });
});

it('a filter carries the rest of the address along', () => {
  const markup = renderToStaticMarkup(
    <Filter keep={{ sort: 'name', page: undefined }}>
      <i />
    </Filter>,
  );
  expect(markup).toContain('<input type="hidden" name="sort" value="name"/>');
  expect(markup).not.toContain('name="page"');
});

it('an unknown fact is a dash', () => {
  expect(renderToStaticMarkup(<SummaryList rows={[{ key: 'Категория', value: null }]} />)).toContain('>—</dd>');
});

it('a score names its parts to those who hear the page', () => {
  const parts = [
    { label: 'предмет', value: 33 },
    { label: 'опыт', value: 10.4 },
  ];
  const markup = renderToStaticMarkup(<Bars parts={parts} max={100} digits={1} />);
  expect(markup).toContain('aria-label="43,4 из 100: предмет 33,0, опыт 10,4"');
});

it('reasons say in words whether they help', () => {
  const reasons = [
    { fits: true, text: 'физика' },
    { fits: false, text: 'далеко' },
  ];
  const markup = renderToStaticMarkup(<WhyList reasons={reasons} />);
  expect(markup).toMatch(/подходит: <\/span>физика.*мешает: <\/span>далеко/);
});

it('an act that is not possible now is switched off and its rule describes it', () => {
  const markup = renderToStaticMarkup(<DisabledAct text="Утвердить" reason="Приказ готовили вы." />);
  const id = markup.match(/aria-describedby="([^"]+)"/)?.[1];
  expect(markup).toContain('disabled=""');
  expect(markup).toContain(`<span id="${id}" class="mute">Приказ готовили вы.</span>`);
});

it('signing out is a post, and the skip link leads to the page', () => {
  const markup = renderToStaticMarkup(
    <Shell who="Ершова Т. В." signOutHref="/sign-out" nav={[{ href: '/', text: 'Сегодня', current: true }]}>
      <p>Страница</p>
    </Shell>,
  );
  expect(markup).toMatch(/<form method="post" action="\/sign-out"/);
  expect(markup).toMatch(/href="#main".*<main id="main"/);
  expect(markup).toContain('<a href="/" aria-current="page">');
});
