import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { RuleBroken } from '#app/core/errors.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { countVisit } from '#app/core/visit-limit.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { shownCode } from '../local-acts/act-check-code.ts';
import { wrongCodes } from './act-check.limits.ts';
import { findOptionalCheckedAct } from './act-check.queries.server.ts';
import { codeSchema } from './act-check.schema.ts';
import { checkSentences, checkText } from './act-check.text.ts';
import type { CheckRule } from './act-check.ts';

/** Where somebody types the code printed on a document. */
export const loader = pageLoader({ need: 'public' }, async () => ({}));

export const action = formAction(
  { need: 'public', schema: codeSchema, labels: checkText.labels, sentences: checkSentences },
  async ({ ctx, input, request }) => {
    const found = await findOptionalCheckedAct(ctx, input.code);
    if (!found) {
      await countVisit(ctx.db, request, wrongCodes);
      throw new RuleBroken('code-unknown' satisfies CheckRule, 'code');
    }
    return paths.check(shownCode(found.act.checkCode));
  },
);

export const meta: MetaFunction = () => [{ title: `${checkText.title} — ${uiText.brand}` }];

export default function CheckPage() {
  return (
    <Page title={checkText.title} lede={checkText.lede} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} submit={checkText.open}>
          <TextField name="code" label={checkText.codeLabel} hint={checkText.codeHint} maxLength={60} />
        </Form>
      </Card>
    </Page>
  );
}
