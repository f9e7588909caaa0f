import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOptionalSignature } from '../local-acts/act-life.queries.server.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences, actText } from '../local-acts/local-act.text.ts';
import { ruleAgainstAttaching } from './act-file.ts';
import { attachSignature, recordPaperSignature } from './act-signature.operations.server.ts';
import { signatureSchema } from './act-signature.schema.ts';
import { signatureSentences, signatureText as t } from './act-signature.text.ts';
import { signatureReaderOf } from './signature-reader-of.server.ts';

const params = z.object({ id: id() });

/** The signature of an approved act: the day of the paper copy with its scan, or the file of an electronic one. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const isPaper = act.signatureKind === 'paper';
  const isSigned = (await findOptionalSignature(ctx, act.id)) !== null;
  const today = { signedOn: ctx.today, today: ctx.today };
  const broken = ruleAgainstAttaching({ ...act, isSigned }, isPaper ? 'paper' : 'file', today);
  return {
    id: act.id,
    heading: act.heading,
    registeredOn: act.registeredOn,
    isPaper,
    refusal: broken && signatureSentences[broken.rule],
  };
});

export const action = formAction(
  {
    need: 'act.edit',
    params,
    schema: signatureSchema,
    labels: t.labels,
    sentences: { ...actSentences, ...signatureSentences },
    hasFile: true,
  },
  async ({ ctx, params, input, services }) => {
    const act = await findAct(ctx, params.id);
    const bytes = input.file && new Uint8Array(await input.file.arrayBuffer());
    const { signedOn } = input;
    if (act.signatureKind === 'paper') await recordPaperSignature(ctx, params.id, { signedOn, scan: bytes });
    else await attachSignature(ctx, signatureReaderOf(services), params.id, { signedOn, file: bytes });
    return { to: paths.act(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.fileTitle} — ${uiText.brand}` }];

export default function ActSignaturePage() {
  const { id, heading, registeredOn, isPaper, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={isPaper ? t.paperTitle : t.fileTitle}
      lede={isPaper ? t.paperLede(heading) : t.fileLede(heading)}
      back={{ href: paths.act(id), text: uiText.back }}
      actions={<ButtonLink href={paths.actPdf(id)} text={actText.pdf} download />}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} multipart submit={t.save} cancel={paths.act(id)}>
          <DateField name="signedOn" label={t.labels.signedOn} defaultValue={registeredOn} />
          <FileField
            name="file"
            label={t.labels.file}
            hint={isPaper ? t.scanHint : t.signatureHint}
            accept={isPaper ? '.pdf,.jpg,.jpeg,.png' : '.sig,.p7s,.p7b,.pem'}
            optional={isPaper}
          />
        </Form>
      </Card>
    </Page>
  );
}
