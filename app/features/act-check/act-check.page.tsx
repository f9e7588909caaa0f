import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { countVisit } from '#app/core/visit-limit.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { shownCode } from '../local-acts/act-check-code.ts';
import { ActForceTag } from '../local-acts/act-life-card.tsx';
import { compareVisits, wrongCodes } from './act-check.limits.ts';
import { compareWithAct } from './act-check.operations.server.ts';
import { findCheckedAct, findOptionalCheckedAct } from './act-check.queries.server.ts';
import { checkParams, compareSchema } from './act-check.schema.ts';
import { agreementSentences, checkSentences, checkText } from './act-check.text.ts';

/** What anybody may know of an act by its code, and whether what he holds is it. */
export const loader = pageLoader({ need: 'public', params: checkParams }, async ({ ctx, params, request }) => {
  const found = await findOptionalCheckedAct(ctx, params.code);
  if (!found) {
    await countVisit(ctx.db, request, wrongCodes);
    return null;
  }
  const { act, kind, organisation, force, inForceOn, endedOn } = found;
  const { number, registeredOn, documentHash, checkCode } = act;
  return {
    kind,
    organisation,
    force,
    inForceOn,
    endedOn,
    number,
    registeredOn,
    documentHash,
    code: shownCode(checkCode),
  };
});

export const action = formAction(
  {
    need: 'public',
    params: checkParams,
    schema: compareSchema,
    labels: checkText.labels,
    sentences: checkSentences,
    hasFile: true,
  },
  async ({ ctx, params, input, request, services }) => {
    await countVisit(ctx.db, request, compareVisits);
    const { act } = await findCheckedAct(ctx, params.code);
    const file = input.file && input.file.size > 0 ? new Uint8Array(await input.file.arrayBuffer()) : null;
    const agreement = await compareWithAct(ctx, services, act, { hash: input.hash, file });
    return { to: paths.check(shownCode(act.checkCode)), done: agreementSentences[agreement] };
  },
);

/** A day in words of a form; empty when none is known. */
function dayWords(day: string | null): string {
  return day === null ? '' : formatDay(day);
}

export const meta: MetaFunction = () => [{ title: `${checkText.title} — ${uiText.brand}` }];

export default function ActCheckPage() {
  const act = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.checkAny(), text: checkText.back };
  if (!act) {
    return (
      <Page title={checkText.title} back={back} narrow>
        <Notice tone="warn">
          <p>{checkSentences['code-unknown']}</p>
        </Notice>
      </Page>
    );
  }
  const numbered = act.number && act.registeredOn ? checkText.number(act.number, formatDay(act.registeredOn)) : null;
  return (
    <Page title={checkText.title} lede={checkText.yes} back={back} narrow>
      <Card>
        <SummaryList
          rows={[
            { key: checkText.standing, value: act.force ? <ActForceTag force={act.force} /> : null },
            { key: checkText.period, value: checkText.days(dayWords(act.inForceOn), dayWords(act.endedOn)) },
            { key: checkText.kind, value: act.kind },
            { key: checkText.numbered, value: numbered },
            { key: checkText.organisation, value: act.organisation },
            { key: checkText.codeLabel, value: act.code },
            { key: checkText.hash, value: <span className="doc-hash">{act.documentHash}</span> },
          ]}
        />
      </Card>
      <Card title={checkText.compareTitle}>
        <p className="mute">{checkText.compareLede}</p>
        <Form problem={problem} multipart submit={checkText.compare}>
          <FileField
            name="file"
            label={checkText.labels.file}
            hint={checkText.fileHint}
            accept=".pdf,application/pdf"
            optional
          />
          <TextField name="hash" label={checkText.labels.hash} maxLength={200} optional />
        </Form>
      </Card>
    </Page>
  );
}
