import { setTimeout as pause } from 'node:timers/promises';
import { closeDatabase, openDatabase } from '#db/database.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { type Figure, percentile } from './figure.ts';
import type { BenchSite } from './site.ts';

const ROWS = 20_000;
const DEADLINE_MS = 120_000;

/** A staff list of 20,000 rows through the real screens, while another person goes on working. */
export async function staffList(site: BenchSite): Promise<Figure[]> {
  const { origin } = site.program;
  const cookie = await site.cookieOf('curator');
  const neighbour = watchNeighbour(origin, await site.cookieOf('tutor'));
  const file = await largeList();
  const began = performance.now();
  const first = await upload(origin, cookie, file);
  await reached(origin, first, cookie, 'checked', site);
  const checked = (performance.now() - began) / 1000;
  const applied = await apply(origin, first, cookie, site);
  const second = await upload(origin, cookie, file);
  await reached(origin, second, cookie, 'checked', site);
  const changed = await changesOf(site, second);
  const times = await neighbour.stop();
  return [
    { name: 'staff list of 20,000 rows checked', value: checked, unit: 's', limit: 20, bound: 'at-most' },
    { name: 'staff list of 20,000 rows applied', value: applied, unit: 's', limit: 20, bound: 'at-most' },
    { name: 'the same list again would change', value: changed, unit: 'rows', limit: 0, bound: 'at-most' },
    {
      name: "p95 of another person's pages meanwhile",
      value: percentile(times, 0.95),
      unit: 'ms',
      limit: 500,
      bound: 'at-most',
    },
  ];
}

/** An invented list in the shape schools keep: title, header, one name column. */
async function largeList(): Promise<Buffer> {
  const letters = (number: number) => [...String(number)].map((digit) => 'абвгдежзик'[Number(digit)]).join('');
  const rows = Array.from({ length: ROWS }, (_, index) => [
    index + 1,
    `Список${letters(index)} Мария Ивановна`,
    `${1960 + (index % 40)}-0${1 + (index % 9)}-1${index % 10}`,
    'учитель математики',
    'высшая',
    '2019-09-01',
  ]);
  const column = (title: string, kind: 'text' | 'integer' | 'date') => ({ title, kind, width: 20 });
  const columns = [
    column('№ п/п', 'integer'),
    column('Фамилия, имя, отчество', 'text'),
    column('Дата рождения', 'date'),
    column('Должность', 'text'),
    column('Категория', 'text'),
    column('Дата приёма', 'date'),
  ];
  const sheet = { name: 'Список', notes: ['Список работников'], columns, rows, totals: null };
  return workbookToXlsx({ title: 'Список', sheets: [sheet] }, { createdAt: '2026-09-01T00:00:00.000Z' });
}

async function upload(origin: string, cookie: string, file: Buffer): Promise<string> {
  const page = await (await fetch(`${origin}/staff-lists/upload`, { headers: { Cookie: cookie } })).text();
  const form = new FormData();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.set(name, value);
  form.set('file', new Blob([new Uint8Array(file)]), 'bench.xlsx');
  const unit = /<option value="([^"]+)"/.exec(page)?.[1];
  if (unit && !form.has('unitId')) form.set('unitId', unit);
  const response = await fetch(`${origin}/staff-lists/upload`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin },
    body: form,
  });
  const to = response.headers.get('Location');
  if (response.status !== 303 || !to) throw new Error(`the list was not taken: ${response.status}`);
  return to;
}

async function apply(origin: string, list: string, cookie: string, site: BenchSite): Promise<number> {
  const page = await (await fetch(`${origin}${list}/apply`, { headers: { Cookie: cookie } })).text();
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    body.set(name, value);
  const began = performance.now();
  const response = await fetch(`${origin}${list}/apply`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body,
  });
  if (response.status !== 303) throw new Error(`the list was not applied: ${response.status}`);
  await reached(origin, list, cookie, 'applied', site);
  return (performance.now() - began) / 1000;
}

/** Waits until the list reaches a state; the state is read from the database, the page is opened once at the end. */
async function reached(origin: string, list: string, cookie: string, state: string, site: BenchSite): Promise<void> {
  const db = openDatabase({ url: site.databaseUrl, max: 1 });
  const began = performance.now();
  const id = list.split('/').at(-1) ?? '';
  try {
    while (performance.now() - began < DEADLINE_MS) {
      const row = await db.selectFrom('staffList').select('state').where('id', '=', id).executeTakeFirstOrThrow();
      if (row.state === 'refused') throw new Error('the list was refused');
      if (row.state === state) {
        const page = await fetch(`${origin}${list}`, { headers: { Cookie: cookie } });
        if (page.status !== 200) throw new Error(`the list's page: ${page.status}`);
        return;
      }
      await pause(50);
    }
    throw new Error(`the list was not ${state} in ${DEADLINE_MS / 1000} s`);
  } finally {
    await closeDatabase(db);
  }
}

async function changesOf(site: BenchSite, list: string): Promise<number> {
  const db = openDatabase({ url: site.databaseUrl, max: 1 });
  try {
    const row = await db
      .selectFrom('staffListRow')
      .select(({ fn }) => [
        fn.countAll<number>().as('all'),
        fn.countAll<number>().filterWhere('outcome', '<>', 'unchanged').as('changing'),
      ])
      .where('staffListId', '=', list.split('/').at(-1) ?? '')
      .executeTakeFirstOrThrow();
    if (row.all !== ROWS) throw new Error(`the second check found ${row.all} rows`);
    return row.changing;
  } finally {
    await closeDatabase(db);
  }
}

/** Opens pages as another person until stopped; gives how long each took, in ms. */
function watchNeighbour(origin: string, cookie: string): { stop(): Promise<number[]> } {
  const times: number[] = [];
  let isOver = false;
  const walk = (async () => {
    while (!isOver) {
      const began = performance.now();
      await (await fetch(`${origin}/`, { headers: { Cookie: cookie } })).text();
      times.push(performance.now() - began);
      await pause(30);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await walk;
      return times;
    },
  };
}
