import { beforeAll, expect, test } from 'vitest';
import { movableClock } from '#app/core/services.server.ts';
import { openDemonstration } from '#app/demo/open-demonstration.server.ts';
import { testDatabase } from './support/database.ts';
import { openSite } from './support/site.ts';

const db = testDatabase();

const clock = movableClock(0);
const site = openSite(db, { clock });

beforeAll(() => openDemonstration({ db, clock }));

async function count(table: 'orgUnit' | 'person' | 'mentorship' | 'educationalRoute'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

test('has two regions, four municipalities, twelve schools, a college and the bodies of every tier', async () => {
  const rows = await db
    .selectFrom('orgUnit')
    .select(['kind', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('kind')
    .execute();
  const kinds = Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
  expect(kinds).toMatchObject({ federation: 1, region: 2, municipality: 4, school: 12, college: 1 });
  expect(kinds).toMatchObject({
    regional_institute: 2,
    professional_growth_center: 2,
    regional_ministry: 2,
    federal_operator: 1,
  });
});

test('has people, mentorships in every state and routes', async () => {
  expect(await count('person')).toBeGreaterThan(350);
  expect(await count('mentorship')).toBeGreaterThanOrEqual(60);
  expect(await count('educationalRoute')).toBeGreaterThanOrEqual(39);
  const states = await db.selectFrom('mentorship').select('state').distinct().execute();
  expect(states.map(({ state }) => state).sort()).toEqual([
    'active',
    'closed',
    'consented',
    'declined',
    'proposed',
    'withdrawn',
  ]);
});

test('was lived through: every mentorship has its acts in the journal, over two school years', async () => {
  const first = await db
    .selectFrom('journalEntry')
    .select('happenedAt')
    .where('act', '=', 'proposeMentorship')
    .orderBy('happenedAt')
    .limit(1)
    .executeTakeFirstOrThrow();
  const last = await db
    .selectFrom('journalEntry')
    .select('happenedAt')
    .where('act', '=', 'proposeMentorship')
    .orderBy('happenedAt', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  expect(Date.parse(last.happenedAt) - Date.parse(first.happenedAt)).toBeGreaterThan(300 * 86_400_000);
});

test('counts its monitoring and opens an account for every role', async () => {
  const rollups = await db.selectFrom('monitoringRollup').select('unitId').distinct().execute();
  expect(rollups.length).toBeGreaterThanOrEqual(20);
  const roles = await db
    .selectFrom('account')
    .innerJoin('roleGrant', 'roleGrant.personId', 'account.personId')
    .select('roleGrant.role')
    .distinct()
    .execute();
  expect(roles).toHaveLength(17);
});

test('opens only in an empty database', async () => {
  await expect(openDemonstration({ db, clock: movableClock(0) })).rejects.toThrow();
  expect(await count('orgUnit')).toBeLessThan(60);
});

test('the journal leads every reader only to pages that open for him', async () => {
  const roles = db.selectFrom('account').innerJoin('roleGrant', 'roleGrant.personId', 'account.personId');
  const readers = await roles
    .select(['roleGrant.role', 'account.personId'])
    .where('login', 'like', '%@demo.ryadom')
    .execute();
  const shapes = new Set<string>();
  const failed: string[] = [];
  for (const { role, personId } of readers) {
    const seen = new Set<string>();
    for (const page of [1, 2]) {
      const text = await (await site.get(`/journal?page=${page}`, { as: personId })).text();
      const table = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
      for (const [, href = ''] of table.matchAll(/<td[^>]*>(?:[^<]*: )?<a href="(\/[^"?]+)"/g)) {
        const shape = href.replace(/[0-9a-f-]{36}/, ':id');
        if (seen.has(shape)) continue;
        seen.add(shape);
        shapes.add(shape);
        const { status } = await site.get(href, { as: personId });
        if (status !== 200) failed.push(`${role}: ${status} ${href}`);
      }
    }
  }
  expect(failed).toEqual([]);
  expect([...shapes].sort()).toEqual(expect.arrayContaining(['/acts/:id', '/mentorships/:id', '/people/:id']));
}, 60_000);
