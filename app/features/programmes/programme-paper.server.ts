import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { programmeDocument } from '#reports/programme.ts';
import { findProgramme } from './programme.queries.server.ts';
import { itemStateNames, planItemKindNames } from './programme.text.ts';
import { itemState } from './programme.ts';

/** The whole programme of a mentorship as a document with its dates, aim, goals and plan (M-09). Throws NotFound. */
export async function findProgrammePaper(ctx: Context, mentorshipId: Id): Promise<Document> {
  const { idea, approved, items, ...programme } = await findProgramme(ctx, mentorshipId);
  if (!idea) throw new NotFound('programme');
  return programmeDocument({
    organisation: programme.unitName,
    approval: approved ? { name: approved.by, day: approved.on } : null,
    mentors: programme.mentors,
    mentees: programme.mentees,
    form: programme.form,
    kind: programme.kind,
    startedOn: programme.startedOn,
    endedOn: programme.endedOn,
    problem: idea.problem,
    aim: idea.aim,
    goals: idea.goals,
    items: items.map((item) => ({
      kind: planItemKindNames[item.kind],
      topic: item.topic,
      dueOn: item.dueOn,
      product: item.product,
      outcome: item.doneOn
        ? [formatDay(item.doneOn), item.resultNote].filter(Boolean).join('. ')
        : itemStateNames[itemState(item, ctx.today)],
    })),
  });
}
