import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { download } from '#app/core/page.server.ts';
import { uiText } from '#app/ui/ui.text.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { protocolDocument } from '#reports/route-sheet.ts';
import { levelOf, USUAL_CUTS } from '../educational-routes/mastery.ts';
import { masteryNames } from '../educational-routes/route.text.ts';
import { areaOf } from '../educational-routes/route.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { diagnosisText } from '../route-diagnosis/route-diagnosis.text.ts';
import { bookText } from './route-book.text.ts';
import { findProtocol } from './route-file.queries.server.ts';

/** A sheet of diagnosis as a protocol in PDF (DT-14). */
export const loader = download({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const sheet = await findProtocol(ctx, params.id);
  await recordLook(ctx, { id: sheet.routeId, personId: sheet.personId }, 'file');
  const { lowCutPercent, highCutPercent, instrument, edition } = sheet;
  const cuts = lowCutPercent !== null && highCutPercent !== null ? { lowCutPercent, highCutPercent } : USUAL_CUTS;
  const none = uiText.notCounted;
  const day = formatDay(sheet.madeOn);
  const document = protocolDocument({
    owner: sheet.owner,
    organisation: sheet.unitName,
    mode: diagnosisText.sheetKinds[sheet.side] ?? none,
    instrument: instrument && edition ? diagnosisText.instrument(instrument, edition) : none,
    day,
    recordedBy: sheet.by ?? none,
    areas: sheet.areas.map(({ areaCode, percent, points, maximum, note, evidence }) => {
      const area = areaOf(areaCode);
      return [
        area ? areaNames[area] : areaCode,
        points === null ? none : String(points),
        maximum === null ? none : String(maximum),
        percent === null ? none : String(percent),
        percent === null ? none : masteryNames[levelOf(percent, cuts)],
        [note, evidence].filter(Boolean).join('. ') || none,
      ];
    }),
  });
  const body = await documentToPdf(document, { createdAt: ctx.now });
  return { fileName: `${bookText.protocolName(sheet.owner, day)}.pdf`, type: 'application/pdf', body };
});
