import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actNames, journalText, objectNames } from '#app/features/journal/journal.text.ts';
import { shownChanges, tableName } from '#app/features/journal/journal-change.ts';

describe('what a line shows of a change', () => {
  it('tells known fields in words, before and after', () => {
    const changes = shownChanges(
      { state: 'draft', endedOn: '2027-05-31' },
      { state: 'approved', endedOn: '2027-06-30' },
    );
    expect(changes).toEqual([
      { field: 'последний день', before: '31.05.2027', after: '30.06.2027' },
      { field: 'состояние', before: 'проект', after: 'утверждено' },
    ]);
  });

  it('never shows the value of a field it does not know', () => {
    const shown = JSON.stringify(
      shownChanges({ diary: 'тайна' }, { diary: 'другая тайна', amountKopecks: 500_000, phone: '+79' }),
    );
    expect(shown).not.toMatch(/тайна|500|\+79/);
    expect(shown).toContain(journalText.withheldValue);
  });

  it('names changed fields only if it knows them', () => {
    expect(shownChanges(undefined, { changed: ['category', 'birthOn', 'phone'] })[0]?.after).toBe(
      'категория, другие поля',
    );
  });

  it('shows roles and yes or no in Russian, and nothing of an empty line', () => {
    expect(shownChanges(null, { role: 'curator', isAnswered: true }).map((change) => change.after)).toEqual([
      'да',
      'куратор',
    ]);
    expect(shownChanges(null, null)).toEqual([]);
  });

  it('cuts what is too long and takes both spellings of a table', () => {
    expect(shownChanges(null, { name: 'я'.repeat(500) })[0]?.after.length).toBeLessThan(210);
    expect(objectNames[tableName('orgUnit')]).toBe(objectNames[tableName('org_unit')]);
  });
});

describe('every operation', () => {
  it('that writes a line has a Russian name', () => {
    const used = new Set<string>();
    for (const file of sources('app/features')) {
      const text = readFileSync(file, 'utf8');
      for (const match of text.matchAll(/\bact: '([a-z][A-Za-z]+)'|\bjournal[A-Z]\w*\(\s*tx,\s*'([a-z][A-Za-z]+)'/g))
        used.add(match[1] ?? match[2] ?? '');
    }
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((act) => !actNames[act])).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.server.ts'))
    .map((name) => join(folder, name));
}
