import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { buildCanaryWorld, type CanaryWorld } from './canary-world.ts';
import type { Line } from './expectation.ts';
import { probedLines } from './expectations.ts';
import { insiderOf, wholeForm } from './insiders.ts';
import { type Asked, askedOf, Matrix, nothing, pathOf } from './matrix.ts';
import { changedTables, stateOf } from './state.ts';

const db = testDatabase();
let canaries: CanaryWorld;
let site: Site;

beforeAll(async () => {
  canaries = await buildCanaryWorld(db);
  site = openSite(db);
});

const acting = probedLines.filter(({ acts }) => acts !== undefined);
const { probes: _, ...clean } = nothing();

test('an empty form changes nothing for whoever may not act', { timeout: 600_000 }, async () => {
  const matrix = new Matrix(canaries, site);
  await matrix.probeAll(acting, (line) => matrix.refuse(line, () => ({}), 'empty'));
  const { probes, ...wrong } = matrix.findings;
  console.log(`${probes} probes with an empty form, ${wrong.leaks.length} leaks, ${wrong.changes.length} changes`);
  expect(wrong).toEqual(clean);
});

test('the form of somebody with the right is refused from everybody without it', { timeout: 600_000 }, async () => {
  const matrix = new Matrix(canaries, site);
  const forms = new Map<Line, Map<Asked, Record<string, string>>>();
  for (const line of acting) {
    const ofLine = new Map<Asked, Record<string, string>>();
    for (const asked of askedOf(line)) ofLine.set(asked, await wholeForm(canaries, site, line, asked));
    forms.set(line, ofLine);
  }
  await matrix.probeAll(acting, (line) => matrix.refuse(line, (asked) => forms.get(line)?.get(asked) ?? {}, 'whole'));
  const { probes, ...wrong } = matrix.findings;
  console.log(`${probes} probes with a whole form, ${wrong.leaks.length} leaks, ${wrong.changes.length} changes`);
  expect(wrong).toEqual(clean);
});

test('one own and one foreign id in an address are a missing page, and nothing is written', async () => {
  const { own, sibling, foreign } = canaries.objects;
  const answered = { answer: 'given', answeredOn: '22.11.2026' };
  const kinds = { formCode: 'teacher_teacher', kindCode: 'one_to_one' };
  const terms = {
    legalBasis: 'labor_351_8',
    focus: 'Урок',
    hoursPerWeek: '',
    startedOn: '22.11.2026',
    endedOn: '31.05.2027',
  };
  const mixed = [sibling, foreign].flatMap((other) => [
    [`/matching/${own.teacher}/propose/${other.spareMentorPerson}`, terms],
    [`/matching/${other.teacher}/propose/${own.spareMentorPerson}`, terms],
    [`/mentorships/${own.proposed}/paper-consent/${other.proposedPerson}`, {}],
    [`/mentorships/${other.proposed}/paper-consent/${own.proposedPerson}`, {}],
  ]) as [string, Record<string, string>][];
  const before = await stateOf(db);
  const as = canaries.actors.curator ?? '';
  for (const [path, more] of mixed) {
    const sent = path.startsWith('/matching') ? { ...kinds, ...more } : answered;
    expect([path, (await site.get(path, { as })).status]).toEqual([path, 404]);
    expect([path, (await site.post(path, sent, { as })).status]).toEqual([path, 404]);
  }
  expect(changedTables(before, await stateOf(db))).toEqual([]);
});

test('the same form from somebody with the right is taken: the refusals above were about the right alone', {
  timeout: 200_000,
}, async () => {
  const untaken: string[] = [];
  for (const line of acting) untaken.push(...(await tryAsInsider(line)));
  expect(untaken).toEqual([]);
});

/** Addresses whose form cannot be taken as it stands, and what the answer says then. */
const otherwise: Record<string, number> = {
  'units/:id/close': 422,
  'employments/:id/end': 422,
  'me/password': 422,
  'needs-surveys/open': 422,
  'staff-lists/upload': 422,
  'offers/import': 422,
  'demonstration/clock': 404,
  'educational-routes/:id/positions/:position': 422,
  'educational-routes/:id/final-reflection': 422,
  'educational-routes/:id/shift': 422,
  'diagnosis-imports': 422,
  'route-steps/:id/files': 422,
  'route-diagnoses/:id/files': 422,
  'mentorship-members/:id/leave': 422,
  'mentorships/:id/members/replace': 422,
  'mentorship-pauses/:id/resume': 422,
  'mentorships/:id/topics/:teacherId/result': 422,
};

/** Acts that use up what a later line acts upon are tried on another school. */
const elsewhere: Record<string, Asked> = {
  'acts/:id/cancel': 'sibling',
  'acts/:id/return': 'sibling',
  'acts/:id/review': 'colleague',
  'acts/:id/withdraw': 'foreign',
  'acts/:id/repeal': 'sibling',
  'mentorships/:id/programme/approve': 'sibling',
  'mentorships/:id/withdraw': 'sibling',
  'mentorships/:id/give-up': 'sibling',
  'mentorships/:id/early-end': 'colleague',
  'membership-changes/:id/withdraw': 'sibling',
  'programme-goals/:id/remove': 'colleague',
  'plan-items/:id/remove': 'colleague',
  'open-requests/:id': 'sibling',
  'requests/:id/outward/withdraw': 'sibling',
  'requests/:id/withdraw': 'sibling',
  'educational-routes/:id/early-end': 'foreign',
  'route-steps/:id/files': 'sibling',
  'route-files/:id/remove': 'sibling',
  'staff-lists/:id/mapping': 'sibling',
  'staff-lists/:id/recheck': 'foreign',
  'staff-lists/:id/discard': 'colleague',
  'matching/scenarios/:id/publish': 'sibling',
  'matching/scenarios/:id/discard': 'foreign',
};

async function tryAsInsider(line: Line): Promise<string[]> {
  const asked: Asked = askedOf(line).includes('far') ? (elsewhere[line.path] ?? 'far') : 'none';
  const insider = insiderOf(canaries, line, asked);
  if (!insider || line.acts === 'public') return [];
  const form = await wholeForm(canaries, site, line, insider.asked);
  const path = pathOf(canaries, line, insider.asked);
  const { status } = await site.post(path, form, { as: insider.personId });
  return status === (otherwise[line.path] ?? 303) ? [] : [`${line.path}: ${status} ${JSON.stringify(form)}`];
}
