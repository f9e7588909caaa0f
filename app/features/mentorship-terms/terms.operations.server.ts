import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import { typedMoney } from '#app/ui/numbers.ts';
import type { Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { beginWhenPapered } from '../mentorships/consent-record.server.ts';
import { typedPercent } from '../mentorships/mentor-work.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { type HeldTerms, heldTerms, journalTerms } from './locked-terms.server.ts';
import {
  isMinorOn,
  type PayTerms,
  payOfKind,
  ruleAgainstChangingTerms,
  ruleAgainstPay,
  ruleAgainstWork,
  type TermsOfWorkRule,
  type WorkTerms,
} from './terms.ts';

/** Whose terms: the mentorship and its mentor. */
export interface TermsOf {
  mentorshipId: Id;
  personId: Id;
}

/** The version a form was opened at: 0 while nothing was written. */
interface Versioned {
  version: number;
}

/**
 * First step of the wizard: what the work is. Begins the terms when there are none. Throws NotFound, Forbidden,
 * StaleWrite; RuleBroken `terms-not-for-basis`, `mentorship-over`, `terms-signed`. Source: L-1.
 */
export async function setContent(ctx: Context, of: TermsOf, input: { content: string } & Versioned): Promise<void> {
  await change(ctx, of, input.version, { content: input.content }, () => null);
}

/**
 * Second step: term, form, volume and the labour contract it is added to. Throws as `setContent`, and
 * `terms-ends-before-start`, `terms-outside-mentorship`, `contract-after-work`.
 */
export async function setWork(ctx: Context, of: TermsOf, input: WorkTerms & Versioned): Promise<void> {
  const { version, ...work } = input;
  await change(ctx, of, version, work, ({ mentorship }) => ruleAgainstWork(work, mentorship));
}

/**
 * Third step: pay, its size, period and the act that sets it. No pay asks the head for a written ground (BR-05). Throws
 * as `setContent`, and `pay-size-missing`, `pay-period-missing`, `pay-ground-missing`, `no-pay-for-minor`.
 */
export async function setPay(ctx: Context, of: TermsOf, input: PayTerms & Versioned): Promise<void> {
  const { version, ...typed } = input;
  const pay = payOfKind(typed);
  const noGround = { zeroPayGround: null, zeroPayBy: null, zeroPayOn: null };
  await change(ctx, of, version, { ...pay, ...noGround }, ({ birthOn, mentorship }) =>
    ruleAgainstPay(pay, isMinorOn(birthOn, mentorship.startedOn)),
  );
}

/** The one step of `job_function`: where the work stands in the job description (L-3). Throws as `setContent`. */
export async function setJobDescription(
  ctx: Context,
  of: TermsOf,
  input: { jobDescription: string } & Versioned,
): Promise<void> {
  await change(ctx, of, input.version, { jobDescription: input.jobDescription }, () => null);
}

type Changed = Partial<
  Omit<WorkTerms, never> &
    PayTerms & { content: string; jobDescription: string; zeroPayGround: null; zeroPayBy: null; zeroPayOn: null }
>;

async function change(
  ctx: Context,
  of: TermsOf,
  version: number,
  changed: Changed,
  ruleAgainst: (held: HeldTerms) => { rule: TermsOfWorkRule; field: string } | null,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await heldTerms(tx, of.mentorshipId, of.personId);
    await assertCan(tx, 'mentorship.setTerms', of.mentorshipId);
    refuseUnchangeable(held);
    if ((held.row?.version ?? 0) !== version) throw new StaleWrite(theirs(held, changed));
    const broken = ruleAgainst(held);
    if (broken) throw new RuleBroken(broken.rule, broken.field);
    const id = await write(tx, held, changed);
    await journalTerms(tx, 'setTerms', held, { id, version: version + 1, changed: Object.keys(changed) });
    await askForGround(tx, held, changed);
    await tellConsented(tx, held);
    await beginWhenPapered(tx, held.mentorship);
    await markMonitoringDirty(tx, held.mentorship.unitId);
  });
}

async function write(tx: Context, { mentorship, mentor, row }: HeldTerms, changed: Changed): Promise<Id> {
  if (row) {
    await tx.db
      .updateTable('mentorshipTerms')
      .set({ ...changed, version: row.version + 1, changedAt: tx.now })
      .where('id', '=', row.id)
      .execute();
    return row.id;
  }
  const id = newId();
  const { unitId, regionId } = mentorship;
  const owner = { id, mentorshipId: mentorship.id, personId: mentor.personId, unitId, regionId };
  await tx.db
    .insertInto('mentorshipTerms')
    .values({ ...owner, ...changed, changedAt: tx.now, createdAt: tx.now })
    .execute();
  return id;
}

/** Zero pay under Labour Code 351.8 waits for the head. */
async function askForGround(tx: Context, { mentorship, mentor, legalBasis }: HeldTerms, changed: Changed) {
  if (changed.payKind !== 'none' || legalBasis !== 'labor_351_8') return;
  const heads = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .where('unitId', '=', mentorship.unitId)
    .where('role', '=', 'head')
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .orderBy('personId')
    .execute();
  const path = paths.termsZeroPay(mentorship.id, mentor.personId);
  const details = { person: mentor.name };
  await notifyAll(
    tx,
    heads.map(({ personId }) => ({ personId, kind: 'zero-pay-to-decide', path, details })),
  );
}

/** Who has agreed already learns that the terms are others now. */
async function tellConsented(tx: Context, { mentorship, mentor }: HeldTerms): Promise<void> {
  const given = await tx.db
    .selectFrom('consent')
    .select('id')
    .where('mentorshipId', '=', mentorship.id)
    .where('personId', '=', mentor.personId)
    .where('answer', '=', 'given')
    .executeTakeFirst();
  if (!given) return;
  const path = paths.terms(mentorship.id);
  const details = { person: mentorship.mentee.name };
  await notify(tx, { personId: mentor.personId, kind: 'terms-changed', path, details });
}

/**
 * The head's written ground for work without pay (BR-05). Throws NotFound, Forbidden, StaleWrite; RuleBroken
 * `zero-pay-not-set`, `mentorship-over`, `terms-signed`.
 */
export async function groundZeroPay(
  ctx: Context,
  of: TermsOf,
  input: { zeroPayGround: string } & Versioned,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const held = await heldTerms(tx, of.mentorshipId, of.personId);
    await assertCan(tx, 'mentorship.groundZeroPay', of.mentorshipId);
    refuseUnchangeable(held);
    if (held.row?.payKind !== 'none') throw new RuleBroken('zero-pay-not-set');
    const { id, version, zeroPayGround } = held.row;
    if (version !== input.version) throw new StaleWrite({ zeroPayGround: zeroPayGround ?? '', version: `${version}` });
    await tx.db
      .updateTable('mentorshipTerms')
      .set({ zeroPayGround: input.zeroPayGround, zeroPayBy: personOf(tx), zeroPayOn: tx.today })
      .set({ version: version + 1, changedAt: tx.now })
      .where('id', '=', id)
      .execute();
    await journalTerms(tx, 'groundZeroPay', held, { id, version: version + 1, changed: ['zeroPayGround'] });
    const { mentorship, mentor } = held;
    const path = paths.terms(mentorship.id);
    await notify(tx, {
      personId: mentorship.proposedBy,
      kind: 'zero-pay-decided',
      path,
      details: { person: mentor.name },
    });
    await tellConsented(tx, held);
    await markMonitoringDirty(tx, mentorship.unitId);
  });
}

function refuseUnchangeable({ mentorship, legalBasis, isSigned }: HeldTerms): void {
  const refusal = ruleAgainstChangingTerms({ state: mentorship.state, legalBasis }, isSigned);
  if (refusal) throw new RuleBroken(refusal);
}

/** What stands there now in the fields of the form, as a person types it. */
function theirs({ row }: HeldTerms, changed: Changed): Record<string, string> {
  if (!row) return { version: '0' };
  const typed: Record<string, string> = {
    content: row.content,
    jobDescription: row.jobDescription,
    workForm: row.workForm ?? '',
    startedOn: row.startedOn ? formatDay(row.startedOn) : '',
    endedOn: row.endedOn ? formatDay(row.endedOn) : '',
    volumeHours: String(row.volumeHours ?? ''),
    volumePer: row.volumePer ?? '',
    contractNumber: row.contractNumber ?? '',
    contractOn: row.contractOn ? formatDay(row.contractOn) : '',
    payKind: row.payKind ?? '',
    payPercentHundredths: row.payPercentHundredths === null ? '' : typedPercent(row.payPercentHundredths),
    payKopecks: row.payKopecks === null ? '' : typedMoney(row.payKopecks),
    payPeriod: row.payPeriod ?? '',
    payGround: row.payGround,
  };
  const shown = Object.keys(changed).flatMap((field): [string, string][] => {
    const value = typed[field];
    return value === undefined ? [] : [[field, value]];
  });
  return { ...Object.fromEntries(shown), version: String(row.version) };
}
