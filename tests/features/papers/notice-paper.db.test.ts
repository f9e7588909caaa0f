import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { findAct } from '#app/features/local-acts/local-act.queries.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { giveUpMentorship, withdrawNotice } from '#app/features/mentorships/mentorship-notice.operations.server.ts';
import { findNoticePaper } from '#app/features/papers/notice-paper.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: string };
let head: Context & { personId: string };
let mentorId: string;
let menteeId: string;
let mentorshipId: string;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  mentorId = await hire(world, world.school, { lastName: 'Морозов', firstName: 'Дмитрий', middleName: 'Львович' });
  menteeId = await hireYoung(world, world.school);
  mentorshipId = (await makeConsented(curator, { mentorId, menteeId }, { startedOn: TODAY })).id;
  await makePapers({ curator, head }, mentorshipId);
  const order = { unitId: world.school, mentorshipIds: [mentorshipId], programmeDueOn: '2026-12-20' };
  const { id } = await draftOrder(curator, { ...order, control: 'head' });
  await submitAct(curator, id, { version: 1 });
  await approveAct(head, id, { hash: (await findAct(head, id)).documentHash, registeredOn: TODAY });
  await giveUpMentorship(await as(world, mentorId), mentorshipId, { endsOn: '2026-11-30' });
});

const status = async (path: string, personId: string) => (await site.get(path, { as: personId })).status;

test('the notice says who gives it to whom, when, until when, on what ground', async () => {
  const { document } = await findNoticePaper(curator, mentorshipId);
  const text = JSON.stringify(document);
  for (const part of [
    'УВЕДОМЛЕНИЕ',
    'Морозов Дмитрий Львович',
    '30\u00A0ноября\u00A02026',
    'статьи 351.8',
    'Д. Л.\u00A0Морозов',
  ]) {
    expect(text.replaceAll('\u00A0', ' ')).toContain(part.replaceAll('\u00A0', ' '));
  }
});

test('the giver, the curator and the head print it; the other side, who may not know whose it is, does not', async () => {
  for (const path of [paths.noticePdf(mentorshipId), paths.noticeDocx(mentorshipId)]) {
    for (const personId of [mentorId, curator.personId, head.personId]) expect(await status(path, personId)).toBe(200);
    expect(await status(path, menteeId)).toBe(404);
  }
  const stranger = await actorWith(world, 'curator', world.sibling);
  expect(await status(paths.noticePdf(mentorshipId), stranger.personId)).toBe(404);
});

test('once taken back there is nothing to print', async () => {
  await withdrawNotice(await as(world, mentorId), mentorshipId);
  expect(await status(paths.noticePdf(mentorshipId), curator.personId)).toBe(404);
});
