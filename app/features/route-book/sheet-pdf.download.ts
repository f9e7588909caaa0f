import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { uiText } from '#app/ui/ui.text.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { reflectionDocument } from '#reports/route-sheet.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { findReflection } from '../route-reflections/reflection.queries.server.ts';
import { motiveNames, progressNames, reflectionNames, reflectionText } from '../route-reflections/reflection.text.ts';
import { MOTIVES } from '../route-reflections/reflection.ts';
import { bookText } from './route-book.text.ts';

/** A reflection as a sheet in PDF (DT-15). */
export const loader = download({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const reflection = await findReflection(ctx, params.id);
  await recordLook(ctx, { id: reflection.routeId, personId: reflection.personId }, 'file');
  const { labels } = reflectionText;
  const { owner, motivation, cycleNumber, nearness, tried, changed, kept, troubles, needs } = reflection;
  const day = formatDay(reflection.madeOn);
  const answers = { tried, changed, kept, troubles, needs };
  const document = reflectionDocument({
    owner,
    organisation: reflection.unitName,
    object: cycleNumber === null ? reflectionNames.final : reflectionText.yearTitle(cycleNumber),
    day,
    image: reflection.targetImage,
    nearness: reflectionText.ofTen(nearness),
    deficits: reflection.deficits.map(({ area, description, progress, note }) => [
      reflectionText.since(areaNames[area], description),
      progressNames[progress],
      note || uiText.notCounted,
    ]),
    answers: (['tried', 'changed', 'kept', 'troubles', 'needs'] as const).map((name) => [
      labels[name],
      answers[name] || uiText.notCounted,
    ]),
    motivation: motivation ? MOTIVES.map((motive) => [motiveNames[motive], String(motivation[motive])]) : [],
  });
  const body = await documentToPdf(document, { createdAt: ctx.now });
  return { fileName: `${bookText.sheetName(owner, day)}.pdf`, type: 'application/pdf', body };
});
