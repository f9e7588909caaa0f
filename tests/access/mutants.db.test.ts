import { beforeAll, expect, test, vi } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { withdrawGrant } from '#app/features/accounts/grant.operations.server.ts';
import { draftOrder } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { editPerson } from '#app/features/people/person-card.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, hire, hireYoung, TODAY } from '#tests/support/world.ts';
import { buildCanaryWorld, type CanaryWorld } from './canary-world.ts';
import type { Line } from './expectation.ts';
import { expectations } from './expectations.ts';
import { wholeForm } from './insiders.ts';
import { answerOf } from './leaks.ts';
import { smallNumbersIn } from './leaks-numbers.ts';
import { type Asked, askedOf, Matrix } from './matrix.ts';
import { broken, GUARDED_TWICE, MUTANTS, type Mutant } from './mutants.ts';

vi.mock('#app/access/within.server.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenWithin(await original());
});
vi.mock('#app/access/policy.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenPolicy(await original());
});
vi.mock('#app/access/actor.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenActor(await original());
});
vi.mock('#app/access/can.server.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenCan(await original());
});
vi.mock('#app/access/find-actor.server.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenFindActor(await original());
});
vi.mock('#app/core/transact.server.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenTransact(await original());
});
vi.mock('#app/features/monitoring/monitoring-release.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenRelease(await original());
});
vi.mock('#app/features/local-acts/local-act.ts', async (original) => {
  return (await import('./mutants-guards.ts')).brokenActRules(await original());
});

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

/** The sample of the matrix: addresses that between them lean on every guard. */
const READ = [
  'people',
  'people/:id',
  'units/:id',
  'acts/:id',
  'stimuli',
  'stimuli/:id',
  'mentorships',
  'mentorships/:id',
  'mentorships/:id/programme',
  'educational-routes/:id',
  'monitoring/:unitId',
  'journal',
];
const ACTED = ['mentorships/:id/withdraw', 'people/:id/edit', 'route-steps/:id/note'];
const ASKERS = [
  ...(['curator', 'mentor', 'mentee', 'hrOfficer', 'psychologist', 'municipalCoordinator', 'ministryOfficer'] as const),
  ...(['tutor', 'teacher', 'formerCurator', 'closedHead'] as const),
];

/** What the sample finds wrong, ending at the first line that is; what is cheap to ask comes first. */
async function found(forms: Map<Line, Map<Asked, Record<string, string>>>): Promise<string[]> {
  for (const ask of [toldSmall, addedNextDoor, approvedUnread, ownApproved, oldRights]) {
    const answer = await ask();
    if (answer.length > 0) return answer;
  }
  const matrix = new Matrix(canaries, site);
  const complaints = () => Object.values(matrix.findings).flatMap((list) => (Array.isArray(list) ? list : []));
  for (const [line, byAsked] of forms) {
    await matrix.probeAll([line], async () => {
      // One after another: which of them wins a race on a broken guard would differ from run to run.
      for (const asker of ASKERS) await matrix.refuse(line, (asked) => byAsked.get(asked) ?? {}, 'whole', [asker]);
    });
    if (complaints().length > 0) return complaints();
  }
  for (const line of expectations.filter(({ path }) => READ.includes(path))) {
    await matrix.probeAll([line], () => matrix.read(line, ASKERS));
    if (complaints().length > 0) return complaints();
  }
  return [];
}

async function toldSmall(): Promise<string[]> {
  const path = `/monitoring/${canaries.objects.own.unit}`;
  const { body } = await answerOf(await site.get(path, { as: canaries.actors.ministryOfficer ?? '' }));
  return smallNumbersIn(body);
}

/** A curator who adds somebody to the school next door. */
async function addedNextDoor(): Promise<string[]> {
  const line = expectations.find(({ path }) => path === 'people/add');
  const form = line ? await wholeForm(canaries, site, line, 'none') : {};
  const foreign = { ...form, unitId: canaries.objects.sibling.unit };
  const { status } = await site.post('/people/add', foreign, { as: canaries.actors.curator ?? '' });
  return status === 303 ? ['a person is added at the school next door'] : [];
}

/** A head who approves a text other than the one on his page. */
async function approvedUnread(): Promise<string[]> {
  const { world } = canaries;
  const { id } = await orderUnderReview(await actorWith(world, 'curator', world.school));
  const head = await as(world, canaries.actors.head ?? '');
  const act = approveAct(head, id, { hash: '0'.repeat(64), registeredOn: TODAY });
  return outcome(act, 'a text is approved unread');
}

/** A head who approves what he wrote himself. */
async function ownApproved(): Promise<string[]> {
  const head = await as(canaries.world, canaries.actors.head ?? '');
  const { id, hash } = await orderUnderReview(head);
  return outcome(approveAct(head, id, { hash, registeredOn: TODAY }), 'a head approves his own act');
}

/** An order of a new pair by this author, put under review past the check of its submission. */
async function orderUnderReview(author: Context): Promise<{ id: Id; hash: string }> {
  const { world } = canaries;
  const curator = await actorWith(world, 'curator', world.school);
  const pair = { menteeId: await hireYoung(world, world.school), mentorId: await hire(world, world.school) };
  const { id: mentorshipId } = await makeConsented(curator, pair);
  await makePapers({ curator, head: await actorWith(world, 'head', world.school) }, mentorshipId);
  const order = { unitId: world.school, mentorshipIds: [mentorshipId], programmeDueOn: '2026-12-20' };
  const { id } = await draftOrder(author, { ...order, control: 'author' });
  const act = db.updateTable('localAct').set({ state: 'review', submittedAt: world.system.now });
  const { documentHash } = await act.where('id', '=', id).returning('documentHash').executeTakeFirstOrThrow();
  return { id, hash: documentHash };
}

/** The complaint when the act was taken; none when it was refused. */
function outcome(act: Promise<unknown>, complaint: string): Promise<string[]> {
  return act.then(
    () => [complaint],
    () => [],
  );
}

/** A tab opened while the role was held, used after it was withdrawn. */
async function oldRights(): Promise<string[]> {
  const { world } = canaries;
  const curator = await actorWith(world, 'curator', world.school);
  const personId = await hire(world, world.school);
  const grant = curator.actor.kind === 'person' ? curator.actor.grants[0] : undefined;
  await withdrawGrant(world.system, grant?.id ?? '', { version: 1 });
  const card = { firstName: 'Пётр', middleName: null, birthOn: '1980-05-17', email: null, phone: null } as const;
  const work = { category: 'highest', teachingSince: '2004-09-01' } as const;
  const act = editPerson(curator, personId, { lastName: 'Чужой', ...card, ...work, version: 1 });
  return outcome(act, 'a withdrawn role still acts');
}

async function formsToSend(): Promise<Map<Line, Map<Asked, Record<string, string>>>> {
  const forms = new Map<Line, Map<Asked, Record<string, string>>>();
  for (const line of expectations.filter(({ path }) => ACTED.includes(path))) {
    const byAsked = new Map<Asked, Record<string, string>>();
    for (const asked of askedOf(line)) byAsked.set(asked, await wholeForm(canaries, site, line, asked));
    forms.set(line, byAsked);
  }
  return forms;
}

test('every guard that is switched off is missed by the sample', { timeout: 300_000 }, async () => {
  const forms = await formsToSend();
  expect(await found(forms)).toEqual([]);
  const caught = new Map<Mutant, string>();
  for (const guard of MUTANTS) {
    broken.guard = guard;
    const [first] = await found(forms);
    if (first) caught.set(guard, first);
    broken.guard = null;
  }
  console.log(`${caught.size} of ${MUTANTS.length} mutants caught`);
  expect(MUTANTS.filter((guard) => !caught.has(guard))).toEqual([]);
  expect(await found(forms), 'what a mutant left behind must not be what the next one was caught by').toEqual([]);
});

test.each(GUARDED_TWICE)('without the guard the database still refuses: %s', async (guard) => {
  broken.guard = guard;
  const complaints = await ownApproved();
  broken.guard = null;
  expect(complaints).toEqual([]);
});
