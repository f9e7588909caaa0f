import { describe, expect, it } from 'vitest';
import { statementNames } from '#db/prepared-pool.ts';

const asked = (nameOf: (text: string) => string | undefined, text: string, times: number) => {
  let name: string | undefined;
  for (let count = 0; count < times; count += 1) name = nameOf(text);
  return name;
};

describe('names of prepared statements', () => {
  it('go to a read that comes often, the same name every time', () => {
    const nameOf = statementNames();
    expect(asked(nameOf, 'select 1', 9)).toBeUndefined();
    const name = nameOf('select 1');
    expect(name).toEqual(expect.any(String));
    expect(nameOf('select 1')).toBe(name);
  });

  it('differ between texts', () => {
    const nameOf = statementNames();
    expect(asked(nameOf, 'select 1', 10)).not.toBe(asked(nameOf, 'select 2', 10));
  });

  it('never go to a write', () => {
    expect(asked(statementNames(), 'update person set version = 1', 50)).toBeUndefined();
  });

  it('end before the server has too many plans to keep', () => {
    const nameOf = statementNames();
    const names = Array.from({ length: 1_000 }, (_, number) => asked(nameOf, `select ${number}`, 10));
    expect(names.filter((name) => name !== undefined)).toHaveLength(600);
  });
});
