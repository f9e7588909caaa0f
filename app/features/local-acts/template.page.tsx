import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id, line, optionalId, text, version } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { drawnKind } from './act-fields.ts';
import { knownNames } from './act-names.ts';
import { actTemplate, standardBody } from './act-templates.server.ts';
import { type ActKind, actTypeOf } from './act-type.ts';
import { type DifferenceLine, lineDifferences } from './line-differences.ts';
import { templateAt } from './template-unit.server.ts';
import { keepVariant } from './template-variant.operations.server.ts';
import { findOptionalVariant } from './template-variant.queries.server.ts';
import { placeholderWords, variantText as t, variantProblemWords, variantSentences } from './template-variant.text.ts';
import { MOST_VARIANT, variantProblem } from './template-variant.ts';

const params = z.object({ kind: z.string() });

/** The text of a template: what is in force, what may be put into it, how it differs from the standard. */
export const loader = pageLoader(
  { need: 'template.manage', params, query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, params, query }) => {
    const { kind, unitId } = await templateAt(ctx, params.kind, query.unit);
    const own = await findOptionalVariant(ctx, unitId, kind);
    const standard = { heading: actTemplate(kind).heading, body: standardBody(kind) };
    const { heading, body } = own ?? standard;
    const differences = own
      ? lineDifferences(`${standard.heading}\n${standard.body}`, `${heading}\n${body}`).filter(
          ({ kind }) => kind !== 'same',
        )
      : [];
    return {
      ...{ kind, unitId, heading, body, differences, title: actTypeOf(kind).title },
      version: own?.version ?? 0,
      placeholders: placeholdersOf(kind),
    };
  },
);

export const action = formAction(
  {
    need: 'template.manage',
    params,
    formFor: async ({ params }) => ({
      schema: schemaFor(drawnKind(params.kind)),
      labels: t.labels,
      sentences: variantSentences,
    }),
  },
  async ({ ctx, params, input }) => {
    const { unitId, ...own } = input;
    const { kind } = await templateAt(ctx, params.kind, unitId);
    await keepVariant(ctx, unitId, { kind, ...own });
    return { to: paths.actTemplate(kind, unitId), done: t.saved };
  },
);

function schemaFor(kind: ActKind | null) {
  return z
    .object({ unitId: id(), heading: line(300), body: text(MOST_VARIANT), version: version() })
    .superRefine((own, context) => {
      const problem = kind && variantProblem(kind, own);
      const params = { code: 'said', sentence: problem ? variantProblemWords(problem) : '' };
      if (problem) context.addIssue({ code: 'custom', path: ['body'], params, input: own.body });
    });
}

function placeholdersOf(kind: ActKind): { name: string; means: string; isRequired: boolean }[] {
  const { plain, rows, required } = knownNames(kind);
  const lists = [...rows].map(([name, columns]) => ({
    name,
    means: `${placeholderWords(name)}: ${t.list([...columns].join(', '))}`,
    isRequired: required.has(name),
  }));
  const texts = [...plain]
    .filter((name) => !rows.has(name) && placeholderWords(name) !== '')
    .map((name) => ({ name, means: placeholderWords(name), isRequired: required.has(name) }));
  return [...lists, ...texts].sort((left, right) => (left.name < right.name ? -1 : 1));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.editTitle(data?.title ?? '')} — ${uiText.brand}` },
];

export default function TemplatePage() {
  const { kind, unitId, title, heading, body, version, differences, placeholders } = useLoaderData<typeof loader>();
  const back = paths.actTemplates(unitId);
  const end = version > 0 ? <ButtonLink href={paths.actTemplateEnd(kind, unitId)} text={t.end} /> : undefined;
  return (
    <Page title={t.editTitle(title)} lede={t.editLede} back={{ href: back, text: t.back }} actions={end}>
      <Card>
        <Form problem={useActionData<typeof action>()} version={version} submit={t.save} cancel={back} keep>
          <HiddenField name="unitId" value={unitId} />
          <TextField name="heading" label={t.labels.heading} maxLength={300} defaultValue={heading} />
          <TextArea
            name="body"
            label={t.labels.body}
            hint={t.bodyHint}
            rows={24}
            maxLength={MOST_VARIANT}
            defaultValue={body}
          />
        </Form>
      </Card>
      <Details summary={t.placeholders} card>
        <Table
          caption={t.placeholders}
          empty={t.placeholders}
          rows={placeholders}
          rowKey={({ name }) => name}
          columns={[
            { title: t.placeholder, heading: true, cell: ({ name }) => <code>{`{{${name}}}`}</code> },
            { title: t.means, cell: ({ means }) => means },
            { title: t.required, cell: ({ isRequired }) => (isRequired ? t.required : '') },
          ]}
        />
      </Details>
      <Card title={t.differences}>
        {differences.length > 0 ? <Lines lines={differences} /> : <p>{t.noDifferences}</p>}
      </Card>
    </Page>
  );
}

function Lines({ lines }: { lines: readonly DifferenceLine[] }) {
  return (
    <ul className="govuk-list differences">
      {lines.map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <li key={index}>
          {kind === 'added' ? (
            <>
              <span className="mute">{t.addedLine}:</span> <ins>{text}</ins>
            </>
          ) : (
            <>
              <span className="mute">{t.removedLine}:</span> <del>{text}</del>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
