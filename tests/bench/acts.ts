import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '#app/core/ids.ts';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { type Document, paragraph } from '#reports/document.ts';
import { documentHash } from '#reports/document-hash.ts';
import { type Figure, median, percentile } from './figure.ts';
import { drawPlainly } from './pdfkit-plain.ts';
import type { BenchSite } from './site.ts';

const ACTS = 200;
const YEAR = 2021;
const ROUNDS = 5;
const DEADLINE_MS = 180_000;

/** A bundle of 200 acts of about three pages made in the background, others' pages meanwhile; one act's preview. */
export async function acts(site: BenchSite): Promise<Figure[]> {
  const db = openDatabase({ url: site.databaseUrl, max: 2, statementTimeoutMs: 0 });
  try {
    const { id, documents } = await fillYear(db);
    const cookie = await site.cookieOf('curator');
    const preview = await previewTime(site, id, cookie);
    const other = await site.cookieOf('tutor');
    const ratios: number[] = [];
    const pageTimes: number[] = [];
    let growth = 0;
    let seconds = Number.POSITIVE_INFINITY;
    let pages = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      const plain = await drawPlainly(documents);
      const plainly = (performance.now() - began) / 1000;
      const neighbour = watch(site.program.origin, other);
      const memory = watchMemory(site.program.child.pid ?? 0);
      const made = await bundleTime(site, db, cookie);
      growth = Math.max(growth, memory.stop());
      pageTimes.push(...(await neighbour.stop()));
      ratios.push(made.seconds / plainly);
      seconds = Math.min(seconds, made.seconds);
      pages = made.pages;
      // Contents aside, both have drawn the same.
      if (Math.abs(plain.pages - pages) > 0.03 * pages) throw new Error(`${plain.pages} pages against ${pages}`);
    }
    const figure = (name: string, value: number, unit: string, limit: number): Figure => {
      return { name, value, unit, limit, bound: 'at-most' };
    };
    return [
      { ...figure('pages of the bundle of 200 acts', pages, 'pages', 550), bound: 'at-least' },
      figure('bundle of 200 acts', seconds, 's', 60),
      figure('bundle against pdfkit text per cell', median(ratios), 'x', 0.5),
      figure('memory the bundle takes', growth, 'MB', 200),
      figure("p95 of another person's pages meanwhile", percentile(pageTimes, 0.95), 'ms', 500),
      figure('preview of one act, warm', preview, 'ms', 60),
    ];
  } finally {
    await closeDatabase(db);
  }
}

/** Gives the curator's school a year of approved acts of three pages, each made from one that is there. */
async function fillYear(db: Database): Promise<{ id: Id; documents: Document[] }> {
  const model = await db
    .selectFrom('localAct')
    .innerJoin('person', 'person.unitId', 'localAct.unitId')
    .innerJoin('account', 'account.personId', 'person.id')
    .selectAll('localAct')
    .where('account.login', '=', 'curator@demo.ryadom')
    .where('localAct.state', '=', 'approved')
    .where('localAct.kind', '=', 'assignment_order')
    .orderBy('localAct.createdAt')
    .limit(1)
    .executeTakeFirstOrThrow();
  const { checkCode: _code, values, ...same } = model;
  const day = `${YEAR}-09-01`;
  const documents = Array.from({ length: ACTS }, (_, index) => longer(model.document as Document, index));
  for (const [index, document] of documents.entries()) {
    const words = { document: JSON.stringify(document), values: JSON.stringify(values) };
    const row = { ...same, ...words, id: newId(), documentHash: documentHash(document), number: `Б-${index + 1}` };
    await db
      .insertInto('localAct')
      .values({ ...row, registeredOn: day, inForceOn: day, endedOn: null, endGround: null })
      .execute();
  }
  return { id: model.id, documents };
}

/** The act with more paragraphs and a table of rows, so that it fills three pages. */
function longer(document: Document, index: number): Document {
  const more = Array.from({ length: 10 }, (_, part) =>
    paragraph(
      `В приложении ${index + 1}.${part + 1} приводятся мероприятия по сопровождению молодых педагогов, сроки их проведения и ответственные; результаты рассматривает педагогический совет организации.`,
    ),
  );
  const rows = Array.from({ length: 12 }, (_, row) => [
    String(row + 1),
    `Мероприятие ${index + 1}.${row + 1}: взаимное посещение уроков`,
    'Иванова Мария Петровна',
    `${(row % 28) + 1}.10.${YEAR}`,
  ]);
  const columns = [1, 6, 4, 2].map((share) => ({ share, align: 'left' as const }));
  const headerRows = [['№', 'Мероприятие', 'Ответственный', 'Срок']];
  return {
    ...document,
    blocks: [...document.blocks, ...more, { kind: 'table', caption: null, columns, headerRows, rows, totals: null }],
  };
}

async function bundleTime(site: BenchSite, db: Database, cookie: string): Promise<{ seconds: number; pages: number }> {
  const { origin } = site.program;
  const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' };
  const page = await (await fetch(`${origin}/bundles/new`, { headers: { Cookie: cookie } })).text();
  const body = new URLSearchParams({ year: String(YEAR), format: 'pdf' });
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) {
    body.set(name, value);
  }
  const began = performance.now();
  const asked = await fetch(`${origin}/bundles/new`, { method: 'POST', redirect: 'manual', headers, body });
  const to = asked.headers.get('Location');
  if (asked.status !== 303 || !to) throw new Error(`the bundle was not taken: ${asked.status}`);
  while (performance.now() - began < DEADLINE_MS) {
    const rows = db
      .selectFrom('paperBundle')
      .select(['state', 'pageCount'])
      .where('id', '=', to.split('/')[2] ?? '');
    const { state, pageCount } = await rows.executeTakeFirstOrThrow();
    if (state === 'failed') throw new Error('the bundle failed');
    if (state === 'ready') {
      const seconds = (performance.now() - began) / 1000;
      const file = await fetch(`${origin}${to}/file`, { headers: { Cookie: cookie } });
      if (file.status !== 200) throw new Error(`the bundle's file: ${file.status}`);
      await file.arrayBuffer();
      return { seconds, pages: pageCount ?? 0 };
    }
    await pause(25);
  }
  throw new Error(`the bundle was not ready in ${DEADLINE_MS / 1000} s`);
}

async function previewTime(site: BenchSite, id: Id, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const began = performance.now();
    const response = await fetch(`${site.program.origin}/acts/${id}`, { headers: { Cookie: cookie } });
    const html = await response.text();
    if (response.status !== 200 || !html.includes('doc-sheet')) throw new Error(`the preview: ${response.status}`);
    if (round >= 5) times.push(performance.now() - began);
  }
  return median(times);
}

/** How much the program's memory grows at most while it is watched, MB. */
function watchMemory(pid: number): { stop(): number } {
  const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  const before = resident();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, resident());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return most - before;
    },
  };
}

/** Opens pages as another person until stopped; gives how long each took, in ms. */
function watch(origin: string, cookie: string): { stop(): Promise<number[]> } {
  const times: number[] = [];
  let isOver = false;
  const running = (async () => {
    while (!isOver) {
      const began = performance.now();
      const response = await fetch(`${origin}/`, { headers: { Cookie: cookie } });
      await response.text();
      if (response.status !== 200) throw new Error(`another person's page: ${response.status}`);
      times.push(performance.now() - began);
      await pause(50);
    }
  })();
  return {
    stop: async () => {
      isOver = true;
      await running;
      return times;
    },
  };
}
