import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import {
  correctedForms,
  findSigner,
  inCase,
  postWords,
  sidesOf,
  signedName,
} from '../local-acts/order-values.server.ts';
import type { HeldTerms } from '../mentorship-terms/locked-terms.server.ts';
import { PAY_PERIODS, VOLUME_PERIODS, WORK_FORMS } from '../mentorships/mentor-work.ts';
import { ruleOfTerms } from '../mentorships/mentorship-papers.ts';
import { fullName } from '../people/person-name.ts';
import type { SupplementValues } from './supplement.ts';
import { formWords, noPayWords, payWords, volumeWords } from './supplement-document.text.ts';

/**
 * Collects what a supplement says from terms that are whole. Throws RuleBroken with what the terms lack, or
 * `employer-without-head` when nobody could sign for the employer.
 */
export async function supplementValues(tx: Context, held: HeldTerms): Promise<SupplementValues> {
  const { row, mentorship, mentor } = held;
  const facts = row && {
    version: row.version,
    hasContent: row.content !== '',
    hasWork: row.workForm !== null,
    payKind: row.payKind,
    hasZeroPayGround: row.zeroPayGround !== null,
    hasJobDescription: row.jobDescription !== '',
  };
  const lacking = ruleOfTerms(held.legalBasis, facts);
  if (lacking) throw new RuleBroken(lacking);
  const work = wholeWork(row);
  const signer = await findSigner(tx, mentorship.unitId);
  if (!signer) throw new RuleBroken('employer-without-head');
  const sides = await sidesOf(tx, [mentorship.id], 'membersAndInvited');
  const employee = sides.find(({ personId }) => personId === mentor.personId);
  const forms = await correctedForms(tx, [signer.personId]);
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select('name')
    .where('id', '=', mentorship.unitId)
    .executeTakeFirstOrThrow();
  if (!employee) throw new Error('a held mentor is a member or invited');
  return {
    organisation: unit.name,
    signerId: signer.personId,
    signerName: signedName(signer),
    signerGenitive: inCase(forms, signer.personId, signer, 'genitive'),
    employeeName: fullName(employee),
    employeeSignature: signedName(employee),
    employeePost: postWords(employee),
    mentees: sides.filter(({ side }) => side === 'mentee').map(fullName),
    ...work,
  };
}

type WholeWork = Pick<
  SupplementValues,
  'contractNumber' | 'contractOn' | 'content' | 'startedOn' | 'endedOn' | 'workForm' | 'volume' | 'pay'
>;

function wholeWork(row: HeldTerms['row']): WholeWork {
  const form = WORK_FORMS.find((one) => one === row?.workForm);
  const per = VOLUME_PERIODS.find((one) => one === row?.volumePer);
  if (!row || !form || !per || !row.startedOn || !row.endedOn || !row.volumeHours)
    throw new Error('the second step is written as a whole');
  if (!row.contractNumber || !row.contractOn) throw new Error('the second step is written as a whole');
  return {
    contractNumber: row.contractNumber,
    contractOn: row.contractOn,
    content: row.content,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    workForm: formWords(form),
    volume: volumeWords(row.volumeHours, per),
    pay: payPoint(row),
  };
}

function payPoint(row: NonNullable<HeldTerms['row']>): string {
  if (row.payKind === 'none') return noPayWords(row.zeroPayGround ?? '', row.zeroPayOn ?? '');
  const payPeriod = PAY_PERIODS.find((one) => one === row.payPeriod);
  if (!payPeriod) throw new Error('the third step is written as a whole');
  const { payPercentHundredths, payKopecks, payGround } = row;
  return payWords({ payPercentHundredths, payKopecks, payPeriod, payGround });
}
