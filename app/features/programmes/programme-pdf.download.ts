import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { programmeDocument } from '#reports/programme.ts';
import { findProgramme } from './programme.queries.server.ts';
import { programmeParams } from './programme.schema.ts';
import { itemStateNames, planItemKindNames, programmeText } from './programme.text.ts';
import { itemState } from './programme.ts';

/** The programme as PDF with its dates, aim, goals and plan (M-09). */
export const loader = download({ need: 'programme.read', params: programmeParams }, async ({ ctx, params }) => {
  const { idea, approved, items, ...programme } = await findProgramme(ctx, params.id);
  if (!idea) throw new NotFound('programme');
  const document = programmeDocument({
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
  return {
    fileName: `${programmeText.fileName(programme.mentees.join(', '))}.pdf`,
    type: 'application/pdf',
    body: await documentToPdf(document, { createdAt: ctx.now }),
  };
});
