import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FormProblem } from '#app/core/form.ts';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { MoneyField } from '#app/ui/MoneyField.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { PasswordField } from '#app/ui/PasswordField.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';

const options = [
  { value: 'a', text: 'Первый' },
  { value: 'b', text: 'Второй' },
];

const everyField = (
  <>
    <TextField name="text" label="Текст" defaultValue="было" />
    <TextArea name="area" label="Строки" defaultValue="было" />
    <NumberField name="number" label="Число" defaultValue={1.5} />
    <MoneyField name="money" label="Деньги" defaultValue={1250050} />
    <DateField name="day" label="День" defaultValue="2026-09-01" />
    <SelectField name="select" label="Список" options={options} defaultValue="a" />
    <RadioField name="radio" label="Выбор" options={options} defaultValue="a" />
    <CheckboxList name="ticks" label="Отметки" options={options} defaultValue={['a']} />
    <CheckboxField name="yes" label="Согласие" defaultChecked />
    <PasswordField name="password" label="Пароль" autoComplete="new-password" />
    <FileField name="file" label="Файл" />
    <HiddenField name="hidden" value="x" />
  </>
);

const names = [
  'text',
  'area',
  'number',
  'money',
  'day',
  'select',
  'radio',
  'ticks',
  'yes',
  'password',
  'file',
  'hidden',
];

function problemWith(part: Partial<FormProblem>): FormProblem {
  return { summary: [], fields: {}, values: {}, ...part };
}

function html(node: ReactNode): string {
  return renderToStaticMarkup(node);
}

function tag(markup: string, start: string): string {
  return markup.match(new RegExp(`<[a-z]+ [^>]*${start}[^>]*>`))?.[0] ?? '';
}

describe('a refused form', () => {
  it('leads from every line of the summary to a control that exists', () => {
    const problem = problemWith({
      summary: names.map((field) => ({ field, text: `Не так: ${field}` })),
      fields: Object.fromEntries(names.map((field) => [field, `Не так: ${field}`])),
    });
    const markup = html(<Form problem={problem}>{everyField}</Form>);
    const targets = [...markup.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
    expect(targets).toHaveLength(names.length);
    for (const target of targets) expect(markup).toContain(`id="${target}"`);
  });

  it('says a problem of the whole form without a link', () => {
    const markup = html(<Form problem={problemWith({ summary: [{ field: null, text: 'Мест больше нет' }] })} />);
    expect(markup).toContain('<li>Мест больше нет</li>');
  });

  it('ties each error to its control', () => {
    const markup = html(
      <Form problem={problemWith({ fields: { text: 'Слишком длинно' } })}>
        <TextField name="text" label="Текст" hint="Кратко" />
      </Form>,
    );
    const input = tag(markup, 'name="text"');
    expect(input).toContain('aria-describedby="f-text-hint f-text-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(markup).toMatch(/id="f-text-error"[^>]*>.*Слишком длинно/);
  });

  it('keeps what was typed instead of what is stored', () => {
    const markup = html(
      <Form
        problem={problemWith({
          values: {
            text: '<новое>',
            area: 'две\nстроки',
            number: '1,5 ч',
            money: 'сто',
            day: '31 фев',
            select: 'b',
            radio: 'b',
            ticks: ['b'],
          },
        })}
      >
        {everyField}
      </Form>,
    );
    expect(tag(markup, 'name="text"')).toContain('value="&lt;новое&gt;"');
    expect(markup).toContain('две\nстроки</textarea>');
    expect(tag(markup, 'name="number"')).toContain('value="1,5 ч"');
    expect(tag(markup, 'name="money"')).toContain('value="сто"');
    expect(tag(markup, 'name="day"')).toContain('value="31 фев"');
    expect(markup).toContain('<option value="b" selected="">');
    expect(tag(markup, 'name="radio"[^>]*value="b"')).toContain('checked=""');
    expect(tag(markup, 'name="radio"[^>]*value="a"')).not.toContain('checked');
    expect(tag(markup, 'name="ticks"[^>]*value="a"')).not.toContain('checked');
    expect(tag(markup, 'name="ticks"[^>]*value="b"')).toContain('checked=""');
  });

  it('leaves a tick off when it was taken off', () => {
    const markup = html(
      <Form problem={problemWith({})}>
        <CheckboxField name="yes" label="Согласие" defaultChecked />
      </Form>,
    );
    expect(tag(markup, 'name="yes"')).not.toContain('checked');
  });

  it('never writes a password back', () => {
    const markup = html(
      <Form problem={problemWith({ values: { password: 'очень-тайно' } })}>
        <PasswordField name="password" label="Пароль" autoComplete="current-password" />
      </Form>,
    );
    expect(markup).not.toContain('очень-тайно');
  });

  it('shows both texts of a stale edit and goes on from the version in force', () => {
    const problem = problemWith({
      values: { reason: 'моё' },
      stale: [{ field: 'reason', label: 'Основание', theirs: 'чужое' }],
      version: 8,
    });
    const markup = html(
      <Form problem={problem} version={7}>
        <TextField name="reason" label="Основание" defaultValue="чужое" />
      </Form>,
    );
    expect(tag(markup, 'name="reason"')).toContain('value="моё"');
    expect(markup).toMatch(/id="f-reason-theirs"[^>]*>.*чужое/);
    expect(tag(markup, 'name="version"')).toContain('value="8"');
  });
});

describe('a form shown for the first time', () => {
  it('fills fields with the stored values the way people write them', () => {
    const markup = html(<Form>{everyField}</Form>);
    expect(tag(markup, 'name="number"')).toContain('value="1,5"');
    expect(tag(markup, 'name="money"')).toContain('value="12500,50"');
    expect(tag(markup, 'name="day"')).toContain('value="01.09.2026"');
    expect(tag(markup, 'name="yes"')).toContain('checked=""');
  });

  it('carries its idempotency key and version, and has no error summary', () => {
    const markup = html(<Form once="key-1" version={3} />);
    expect(tag(markup, 'name="_once"')).toContain('value="key-1"');
    expect(tag(markup, 'name="version"')).toContain('value="3"');
    expect(markup).not.toContain('error-summary');
  });

  it('sends files only when it is multipart', () => {
    expect(html(<Form multipart />)).toContain('encType="multipart/form-data"');
    expect(html(<Form />)).not.toContain('encType');
  });
});
