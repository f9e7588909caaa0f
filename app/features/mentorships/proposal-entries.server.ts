import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { findOptionalEntry } from '../directories/directory.queries.server.ts';
import { type Entry, ruleAgainstEntry, ruleAgainstKindOfForm, type Standing } from '../directories/directory.ts';
import type { Work } from './mentorship-rules.ts';

/**
 * The form and the kind of a proposal as they stand on its first day in the mentee's region. Throws RuleBroken
 * `entry-unknown`, `entry-not-in-force`, `entry-off`, `form-needs-topics`.
 */
export async function entriesOfProposal(
  tx: Context,
  terms: { formCode: string; kindCode: string; startedOn: Day },
  regionId: Id | null,
): Promise<{ form: Entry; kind: Entry }> {
  const choose = async (directory: 'form' | 'kind', code: string, field: 'formCode' | 'kindCode') => {
    const entry = await findOptionalEntry(tx, { directory, code }, regionId, terms.startedOn);
    const refusal = ruleAgainstEntry(entry);
    if (refusal || !entry) throw new RuleBroken(refusal ?? 'entry-unknown', field);
    return entry;
  };
  const form = await choose('form', terms.formCode, 'formCode');
  const kind = await choose('kind', terms.kindCode, 'kindCode');
  const refusal = ruleAgainstKindOfForm(form, kind);
  if (refusal) throw new RuleBroken(refusal, 'kindCode');
  return { form, kind };
}

/** As whom a person may take part on a day, by the work held then. */
export function standingOf(work: readonly Work[], unitKind: string, day: Day): Standing {
  const held = work.filter(({ startedOn, endedOn }) => startedOn <= day && (endedOn === null || endedOn >= day));
  return { unitKind, postCodes: held.map(({ postCode }) => postCode) };
}
