import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { makeClosedStep, makeRoute, makeStep } from '#app/demo/factories/routes.ts';
import { completePosition } from '#app/features/educational-routes/route-position.operations.server.ts';
import { noteStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, type World } from '#tests/support/world.ts';

const SECRETS = ['ЖЕЛАЕМЫЙ-ОБРАЗ', 'ЗАМЕТКА-ПОЗИЦИИ', 'Закон Ома', 'лучше, чем ждал', 'ЗАМЕТКА-ТЬЮТОРА'];
const PLAN = ['Урок-исследование', 'Разработка урока'];
const db = testDatabase();
let world: World;
let site: Site;
let centreHead: Id;
let tutor: Id;
let owner: Id;
let route: Id;
let step: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  const head = await actorWith(world, 'centreHead', world.centre);
  const accompanying = await actorWith(world, 'tutor', world.centre);
  centreHead = head.personId;
  tutor = accompanying.personId;
  owner = await hire(world, world.school, { lastName: 'Громова', firstName: 'Софья', middleName: 'Рустамовна' });
  const place = { personId: owner, centreId: world.centre };
  const terms = { startedOn: '2026-09-01', tutorId: tutor, targetImage: 'ЖЕЛАЕМЫЙ-ОБРАЗ' };
  route = (await makeRoute(head, place, terms)).id;
  const own = await as(world, owner);
  await completePosition(own, route, { position: 1, note: 'ЗАМЕТКА-ПОЗИЦИИ' });
  const closed = await makeClosedStep(own, route);
  await noteStep(accompanying, closed.id, { note: 'ЗАМЕТКА-ТЬЮТОРА', version: 2 });
  const late = { title: 'Открытые уроки', kind: 'measure', startedOn: '2026-10-01', dueOn: '2026-11-10' } as const;
  step = (await makeStep(own, route, late)).id;
});

const page = async (path: string, personId: Id) => {
  const response = await site.get(path, { as: personId });
  return { status: response.status, html: await response.text() };
};

/** A mentor whose only mentee is the owner of the route. */
async function mentorOfOwner(): Promise<Id> {
  const mentor = await actorWith(world, 'mentor', world.school);
  const mentorshipId = newId();
  const place = { unitId: world.school, regionId: world.region };
  const period = { startedOn: '2026-09-01', endedOn: '2027-05-31' };
  const words = { formCode: 'teacher_teacher', kindCode: 'one_to_one', legalBasis: 'labor_351_8', state: 'active' };
  const pair = {
    id: mentorshipId,
    ...place,
    ...words,
    ...period,
    proposedBy: mentor.personId,
    activatedAt: world.system.now,
  };
  await db.insertInto('mentorship').values(pair).execute();
  const side = { mentorshipId, ...place, ...period };
  await db
    .insertInto('mentorshipMember')
    .values([
      { id: newId(), ...side, personId: mentor.personId, side: 'mentor' },
      { id: newId(), ...side, personId: owner, side: 'mentee' },
    ])
    .execute();
  return mentor.personId;
}

describe('the route shows as much as the reader may see', () => {
  test('owner, tutor and head of the centre see everything, as picture and as table', async () => {
    for (const reader of [owner, tutor, centreHead]) {
      const { html } = await page(paths.routeTable(route), reader);
      for (const text of [...SECRETS, ...PLAN]) expect(html).toContain(text);
      const picture = await page(paths.route(route), reader);
      expect(picture.html).toContain('2026/27');
      expect(picture.html).toContain('Открытые уроки');
    }
  });

  test('the mentor of the owner and the curator see plan and state only', async () => {
    const curator = (await actorWith(world, 'curator', world.school)).personId;
    for (const reader of [await mentorOfOwner(), curator]) {
      for (const path of [paths.route(route), paths.routeTable(route)]) {
        const { status, html } = await page(path, reader);
        expect(status).toBe(200);
        expect(html).toContain('Урок-исследование');
        for (const text of SECRETS) expect(html).not.toContain(text);
        expect(html).not.toContain(paths.routeStepAdd(route));
      }
    }
  });

  test('the head of the school sees position, dates and progress only', async () => {
    const head = (await actorWith(world, 'head', world.school)).personId;
    const { html } = await page(paths.routeTable(route), head);
    expect(html).toContain('1 из 2');
    expect(html).toContain('Громова');
    for (const text of [...SECRETS, ...PLAN, 'Открытые уроки']) expect(html).not.toContain(text);
  });

  test('everybody else gets the same answer as for a route that does not exist', async () => {
    const strangers = [
      await actorWith(world, 'curator', world.sibling),
      await actorWith(world, 'tutor', world.centre),
      await actorWith(world, 'centreHead', world.foreignCentre),
      await actorWith(world, 'ministryOfficer', world.region),
      await actorWith(world, 'mentor', world.school),
    ];
    for (const { personId } of strangers) {
      expect((await page(paths.route(route), personId)).status).toBe(404);
      expect((await page(paths.route(newId()), personId)).status).toBe(404);
    }
  });
});

describe('the list', () => {
  test('puts what is overdue first and names its steps to the tutor', async () => {
    const quiet = await hire(world, world.school, { lastName: 'Абрамов' });
    const head = await as(world, centreHead);
    await makeRoute(head, { personId: quiet, centreId: world.centre }, { tutorId: tutor });
    const { html } = await page(paths.routes(), tutor);
    expect(html.indexOf('Громова')).toBeLessThan(html.indexOf('Абрамов'));
    expect(html).toContain('1\u00a0шаг');
    const filtered = await page(`${paths.routes()}?show=overdue`, tutor);
    expect(filtered.html).not.toContain('Абрамов');
  });

  test('finds by name whatever the case and ё, and says so when nothing is found', async () => {
    expect((await page(`${paths.routes()}?search=ГРОМОВА`, centreHead)).html).toContain(paths.route(route));
    expect((await page(`${paths.routes()}?search=нетникого`, centreHead)).html).toContain('С таким отбором');
  });

  test('names the tutor to the head of the centre and to nobody at the school', async () => {
    const head = (await actorWith(world, 'head', world.school)).personId;
    const name = await db.selectFrom('person').select('lastName').where('id', '=', tutor).executeTakeFirstOrThrow();
    expect((await page(paths.routes(), centreHead)).html).toContain(name.lastName);
    expect((await page(paths.routes(), head)).html).not.toContain(name.lastName);
  });

  test('a teacher without a route reads why it is empty', async () => {
    const teacher = await hire(world, world.school);
    expect((await page(paths.routes(), teacher)).html).toContain('Маршрутов пока нет');
  });
});

describe('opening on the screen', () => {
  test('finds teachers of the region by name, nobody else, and nothing for two letters', async () => {
    const near = await hire(world, world.farSchool, { lastName: 'Полежаев' });
    const far = await hire(world, world.foreignSchool, { lastName: 'Полежаев' });
    const found = await page(`${paths.routeOpen()}?search=полеж`, centreHead);
    expect(found.html).toContain(near);
    expect(found.html).not.toContain(far);
    expect((await page(`${paths.routeOpen()}?search=по`, centreHead)).html).toContain('три буквы');
    expect((await page(paths.routeOpenFor(far), centreHead)).status).toBe(404);
    expect((await page(paths.routeOpenFor(near), tutor)).status).toBe(404);
  });

  test('opens, and refuses three years and a second route with what was typed', async () => {
    const personId = await hire(world, world.school);
    const form = { _once: newId(), personId, centreId: world.centre, startedOn: '01.12.2026', targetImage: 'Хочу' };
    const send = (more: Record<string, string>) =>
      site.post(paths.routeOpenFor(personId), { ...form, tutorId: '', ...more }, { as: centreHead });
    const three = await send({ years: '3' });
    expect(three.status).toBe(422);
    const html = await three.text();
    expect(html).toContain('на 4 года или на 5 лет');
    expect(html).toContain('Хочу');
    expect((await send({ years: '4' })).status).toBe(303);
    const again = await send({ years: '4', _once: newId() });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('уже есть действующий маршрут');
  });

  test('nobody at the school has this page', async () => {
    const curator = (await actorWith(world, 'curator', world.school)).personId;
    expect((await page(paths.routeOpen(), curator)).status).toBe(404);
  });
});

describe('forms about steps', () => {
  test('a step is not closed without both texts; what was typed stays', async () => {
    const half = await site.post(paths.routeStepClose(step), { product: 'Конспект', attitude: '' }, { as: owner });
    expect(half.status).toBe(422);
    const html = await half.text();
    expect(html).toContain('и продукт, и ваше отношение');
    expect(html).toContain('Конспект');
    const tutors = await site.post(paths.routeStepClose(step), { product: 'Их', attitude: 'Их' }, { as: tutor });
    expect(tutors.status).toBe(403);
    const done = await site.post(paths.routeStepClose(step), { product: 'Конспект', attitude: 'Да' }, { as: owner });
    expect(done.status).toBe(303);
  });

  test('a stale edit shows both texts and a second press saves mine', async () => {
    const { id } = await makeStep(await as(world, owner), route);
    const form = {
      kind: 'course',
      area: 'ict',
      title: 'Текст тьютора',
      expectedProduct: 'Отчёт',
      startedOn: '22.11.2026',
      dueOn: '22.12.2026',
      goal: 'Три урока за год',
      choiceReason: 'Посильно',
      version: '1',
    };
    expect((await site.post(paths.routeStepEdit(id), form, { as: tutor })).status).toBe(303);
    const stale = await site.post(paths.routeStepEdit(id), { ...form, title: 'Мой текст' }, { as: owner });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain('Текст тьютора');
    expect(html).toContain('Мой текст');
    expect(html).toContain('name="version" value="2"');
  });

  test('adding, noting, the image, the tutor and a position have their pages', async () => {
    expect((await page(paths.routeStepAdd(route), owner)).status).toBe(200);
    expect((await page(paths.routeStepAdd(route), centreHead)).status).toBe(404);
    expect((await page(paths.routeStepNote(step), tutor)).html).toContain('Конспект');
    expect((await page(paths.routeImage(route), owner)).html).toContain('ЖЕЛАЕМЫЙ-ОБРАЗ');
    expect((await page(paths.routeTutor(route), centreHead)).status).toBe(200);
    expect((await page(paths.routeTutor(route), tutor)).status).toBe(404);
    expect((await page(paths.routePosition(route, 3), owner)).html).toContain('Сначала завершите предыдущую');
    expect((await page(paths.routePosition(route, 8), owner)).status).toBe(404);
    const done = await site.post(paths.routePosition(route, 2), { note: 'Сильные стороны' }, { as: owner });
    expect(done.status).toBe(303);
  });
});

describe('the product as a file', () => {
  const PDF = Buffer.from('%PDF-1.7 РАЗРАБОТКА-УРОКА');
  const sending = (content: BlobPart, name: string, more: Record<string, string> = {}) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(more)) form.set(field, value);
    form.append('files', new File([content], name));
    return form;
  };
  const filesOf = (stepId: Id) =>
    db.selectFrom('routeFile').select(['id', 'name', 'size']).where('stepId', '=', stepId).orderBy('id').execute();

  test('is attached, taken away and sent along with the closing; its name stands where words are missing', async () => {
    const { id } = await makeStep(await as(world, owner), route);
    const post = (form: FormData, as: Id) => site.post(paths.stepFiles(id), form, { as });
    expect((await post(sending(PDF, 'черновик.pdf'), owner)).status).toBe(303);
    const again = await post(sending(PDF, 'копия.pdf'), owner);
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('уже приложен')]);
    const script = await post(sending('<script>', 'урок.pdf'), owner);
    expect([script.status, await script.text()]).toEqual([422, expect.stringContaining('веб-страница')]);
    expect((await post(sending('%PDF-2', 'чужой.pdf'), tutor)).status).toBe(403);
    const [draft] = await filesOf(id);
    const removal = paths.routeFileRemove(draft?.id ?? '');
    expect((await site.post(removal, {}, { as: tutor })).status).toBe(404);
    expect((await site.post(removal, {}, { as: owner })).status).toBe(303);
    expect(await filesOf(id)).toEqual([]);
    const closing = sending(PDF, 'Урок.html', { product: '', attitude: 'Доволен' });
    expect((await site.post(paths.routeStepClose(id), closing, { as: owner })).status).toBe(303);
    const [kept] = await filesOf(id);
    const step = db.selectFrom('routeStep').select(['product', 'closedOn']).where('id', '=', id);
    expect(kept?.name).toBe('Урок.pdf');
    expect(await step.executeTakeFirst()).toMatchObject({ product: 'Урок.pdf', closedOn: expect.any(String) });
    const late = await site.post(paths.routeFileRemove(kept?.id ?? ''), {}, { as: owner });
    expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('пока шаг открыт')]);
    expect((await post(sending('%PDF-3', 'ещё.pdf'), owner)).status).toBe(422);
  });

  test('is given out to be saved, to owner, tutor and head of the centre alone; the owner reads who took it', async () => {
    const { id } = await makeStep(await as(world, owner), route);
    await site.post(paths.stepFiles(id), sending(PDF, 'Урок «Ом».pdf'), { as: owner });
    const path = paths.routeFile((await filesOf(id))[0]?.id ?? '');
    for (const reader of [owner, tutor, centreHead]) {
      const file = await site.get(path, { as: reader });
      expect(Buffer.from(await file.arrayBuffer()).equals(PDF)).toBe(true);
      expect(file.headers.get('Content-Type')).toBe('application/pdf');
      expect(file.headers.get('Content-Disposition')).toMatch(/^attachment;/u);
      expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff');
    }
    const strangers = (['curator', 'head'] as const).map((role) => actorWith(world, role, world.school));
    const others = await Promise.all([...strangers, actorWith(world, 'tutor', world.centre)]);
    for (const { personId } of others) expect((await page(path, personId)).status).toBe(404);
    expect((await page(path, await mentorOfOwner())).status).toBe(404);
    expect((await page(paths.routeLooks(route), owner)).html).toContain('файл маршрута');
    expect((await page(paths.routeJson(route), owner)).html).toContain(path);
    expect((await page(paths.routeTable(route), tutor)).html).toContain(path);
  });

  test('what confirms a diagnosis is attached by the owner, to measured results by the tutor too', async () => {
    const sheets = await db.selectFrom('routeDiagnosis').select(['id', 'side']).where('routeId', '=', route).execute();
    const told = paths.diagnosisFiles(sheets.find(({ side }) => side === 'strengths')?.id ?? '');
    expect((await site.post(told, sending(PDF, 'Грамота.pdf'), { as: tutor })).status).toBe(403);
    expect((await site.post(told, sending(PDF, 'Грамота.pdf'), { as: owner })).status).toBe(303);
    expect((await page(told, tutor)).html).toContain('Грамота.pdf');
    expect((await page(told, (await actorWith(world, 'curator', world.school)).personId)).status).toBe(404);
    expect((await page(paths.routeDiagnosis(route), owner)).html).toContain('1\u00a0файл');
  });
});
