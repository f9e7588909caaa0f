import { expect, test } from 'vitest';
import { organisationKey, unitNamed } from '#app/features/staff-lists/organisation-name.ts';

test.each([
  ['МБОУ СОШ № 5', 'Школа № 5'],
  ['МБОУ СОШ №5', 'Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 5»'],
  ['МБДОУ Детский сад «Сказка»', 'детский сад "Сказка"'],
  ['МБОУ Лицей «Высота»', 'Лицей Высота'],
  ['МКОУ Заречная СОШ', 'Заречная школа'],
  ['МБУ ДО Дом творчества', 'Дом творчества'],
  ['МАОУ «Гимназия N 2»', 'Гимназия № 2'],
  ['ГБПОУ Педагогический колледж', 'педагогический колледж'],
])('«%s» and «%s» are one organisation', (one, other) => {
  expect(organisationKey(one)).toBe(organisationKey(other));
});

test.each([
  ['МБОУ СОШ № 5', 'МБОУ СОШ № 15'],
  ['МБОУ СОШ № 5', 'Лицей № 5'],
  ['МБДОУ Детский сад № 5', 'МБОУ СОШ № 5'],
  ['Домодедовская школа', 'Модедовская школа'],
])('«%s» and «%s» are two', (one, other) => {
  expect(organisationKey(one)).not.toBe(organisationKey(other));
});

test('several fitting units are no answer, the very name is', () => {
  const units = [
    { id: 'a', names: ['МБОУ СОШ № 5'] },
    { id: 'b', names: ['МКОУ ООШ № 5'] },
  ];
  expect(unitNamed('СОШ № 5', units)).toBeNull();
  expect(unitNamed('МБОУ СОШ №5', units)).toBe('a');
  expect(unitNamed('', units)).toBeNull();
  expect(unitNamed('МБОУ СОШ № 6', units)).toBeNull();
});
